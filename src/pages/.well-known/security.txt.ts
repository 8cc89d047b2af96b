import { securityContact } from '../../exports/host-files.ts';
import { answer } from '../_answer.ts';

export const GET = answer('text/plain; charset=utf-8', securityContact);
