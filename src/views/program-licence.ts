import packageJson from '../../package.json' with { type: 'json' };
import { programLicence } from '../domain/licence.ts';

/** The licence of the program that this site is made with; undefined while none has been chosen. */
export const licence = programLicence((packageJson as { license?: string }).license);
