/**
 * Zod makes code from text where it may, and tries whether it may. The site’s own headers forbid it
 * (`contentSecurityPolicy`), and the trying alone is reported as a breach. Must run before any schema
 * is made, so this is imported first.
 */
import { z } from 'zod';

z.config({ jitless: true });
