import { csvMetadata } from '../../exports/csv-metadata.ts';
import { answer } from '../_answer.ts';

export const GET = answer('application/csvm+json', csvMetadata);
