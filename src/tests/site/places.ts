import { fileURLToPath } from 'node:url';

/** The root of the project. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The day that the tests judge lateness by, so that they say the same tomorrow. */
export const testDate = '2026-11-22';
