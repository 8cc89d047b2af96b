import { isOwnAccount, secondOpinionNotice } from '../domain/voice.ts';
import type { PublishedAction } from '../exports/actions-json.ts';
import type { ReportRecord } from '../schema/report.ts';
import { speakerName, spoken } from './report-email.ts';
import type { ReportFacts } from './report-facts.ts';

/**
 * What the one who reports should know: where they made no promise of their own, the report is a
 * second opinion. Empty where it is their own account of every action.
 */
export function opinionNotice(
  report: ReportRecord,
  actions: readonly PublishedAction[],
  facts: ReportFacts,
): string {
  const others = actions.filter((action) => !isOwn(report, action, facts));
  if (others.length === 0) return '';
  const which = others.length === actions.length ? [] : others.map((one) => spoken(one, facts));
  return secondOpinionNotice(speakerName(report, actions[0]!, facts) || 'Somebody else', which);
}

function isOwn(
  { by }: ReportRecord,
  { plan, leads }: PublishedAction,
  { plans, organisations }: ReportFacts,
): boolean {
  if (by === undefined) return true;
  if (typeof by !== 'string') return false;
  const promisers = [
    plans.find(({ id }) => id === plan)!.publisher,
    ...leads.filter(({ role }) => role === 'lead').map(({ id }) => id),
  ];
  const wholes = new Map(organisations.map(({ id, part_of }) => [id, part_of]));
  return isOwnAccount(by, promisers, (body) => wholes.get(body));
}
