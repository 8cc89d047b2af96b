import { publishedAction } from '../../exports/actions-json.ts';
import { getRegister } from '../../register/from-collections.ts';
import type { Action } from '../../register/register.ts';
import { answer } from '../_answer.ts';

export async function getStaticPaths() {
  const { actions } = await getRegister();
  return actions.map((action) => ({ params: { id: action.id }, props: { action } }));
}

export const GET = answer<{ action: Action }>(
  'application/json',
  (_register, site, { props }) =>
    `${JSON.stringify(publishedAction(props.action, site), null, 2)}\n`,
);
