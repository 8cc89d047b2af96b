import { writeProgressSheet } from '../../../exports/progress-sheet.ts';
import type { Plan } from '../../../register/register.ts';
import { answer } from '../../_answer.ts';
import { planPaths } from '../../_paths.ts';

export const getStaticPaths = planPaths;

export const GET = answer<{ plan: Plan }>(
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  (_register, _site, { props }) => writeProgressSheet(props.plan),
);
