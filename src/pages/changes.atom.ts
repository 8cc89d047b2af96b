import { address } from '../domain/address.ts';
import { wholeFile } from '../exports/whole-files.ts';
import { answer } from './_answer.ts';

export const GET = answer('application/atom+xml; charset=utf-8', (register, site) =>
  wholeFile(address.changesFeed, register, site),
);
