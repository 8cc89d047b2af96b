import { join } from 'node:path';
import { bytesIfThere } from '../files/save-files.ts';
import { dataFolderName } from '../records/data-folder.ts';
import { iconFile } from '../records/icon-file.ts';
import { siteIcon } from '../views/site-icon.ts';
import { answer } from './_answer.ts';

/** The site’s own picture for browser tabs, or a plain one in its colour. */
export const GET = answer('image/svg+xml', ({ site }) => {
  const own = bytesIfThere(join(dataFolderName(process.env), iconFile));
  return own === undefined ? siteIcon(site) : new Uint8Array(own);
});
