import { headers } from '../exports/host-files.ts';
import { answer } from './_answer.ts';

/** A route’s own name cannot begin with an underscore, so the file’s name is a parameter. */
export function getStaticPaths() {
  return [{ params: { hostFile: '_headers' } }];
}

export const GET = answer('text/plain; charset=utf-8', (_register, site) => headers(site));
