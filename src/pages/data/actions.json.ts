import { publishedActions } from '../../exports/actions-json.ts';
import { answer } from '../_answer.ts';

export const GET = answer(
  'application/json',
  (register, site) => `${JSON.stringify(publishedActions(register, site), null, 2)}\n`,
);
