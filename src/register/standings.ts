import { compareDueDates, type DueDate } from '../domain/due-date.ts';
import { standings, type Standing } from '../domain/standing.ts';
import type { Action, Lead, Update } from './register.ts';

/** What was true of an action at one time. */
export type ActionStanding = Standing<DueDate, Lead[], Update>;

/** The standing of an action as first promised, and after each statement. The last is the current one. */
export function standingsOf({
  firstDue,
  firstLeads,
  milestones,
  statements,
}: Pick<Action, 'firstDue' | 'firstLeads' | 'milestones' | 'statements'>): ActionStanding[] {
  const stages = milestones.map(({ label, firstDue }) => ({ label, due: firstDue }));
  const promised = { due: firstDue, leads: firstLeads, milestones: stages };
  return standings(promised, statements, compareDueDates);
}
