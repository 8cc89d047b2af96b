import { asJson, publishedAction } from '../../exports/actions-json.ts';
import type { Action } from '../../register/register.ts';
import { answer } from '../_answer.ts';
import { actionPaths } from '../_paths.ts';

export const getStaticPaths = actionPaths;

export const GET = answer<{ action: Action }>('application/json', (_register, site, { props }) =>
  asJson(publishedAction(props.action, site)),
);
