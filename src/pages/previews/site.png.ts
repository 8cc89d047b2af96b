import { previewImage } from '../../previews/preview-image.ts';
import { sitePreview } from '../../previews/previews.ts';
import { answer } from '../_answer.ts';

export const GET = answer('image/png', (register) => previewImage(sitePreview(register)));
