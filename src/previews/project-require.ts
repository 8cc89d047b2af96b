import { createRequire } from 'node:module';
import { join } from 'node:path';

/**
 * Loads a package from the project’s own folder. A bundle may be anywhere, and neither a native
 * module nor the file of a font can be bundled.
 */
export const projectRequire = createRequire(join(process.cwd(), 'package.json'));
