import { slipsBetween } from '../../domain/nearest.ts';
import { statusNames } from '../../domain/status.ts';
import type { Imported } from '../import-plan.ts';
import type { StatusAnswer } from '../make/read-status.ts';
import type { Known } from '../make/read-leads.ts';

/**
 * Asks somebody to choose.
 *
 * @returns the place of the choice in the list, or undefined where it is left for later
 */
export type Choose = (question: string, choices: readonly string[]) => Promise<number | undefined>;

/** What was said of leads that no record names. */
export interface LeadsSaid {
  /** As the file writes a lead → the organisation’s file. */
  known: Map<string, string>;
  /** Leads that get a record of their own. */
  fresh: string[];
}

const offered = 3;

/** Asks of each lead that no record names whether it is one of the nearest organisations, or a new one. */
export async function askLeads(
  unknown: Imported['unknownLeads'],
  organisations: readonly Known[],
  choose: Choose,
): Promise<LeadsSaid> {
  const said: LeadsSaid = { known: new Map(), fresh: [] };
  for (const { text, times } of unknown) {
    const near = nearestOf(text, organisations);
    const choices = near.map(({ id, names: [name = id] }) => `It is ${name} (${id})`);
    const often = times === 1 ? 'once' : `${times} times`;
    const chosen = await choose(`The file names “${text}” (${often}). Who is that?`, [
      ...choices,
      'Make a new record for it',
    ]);
    if (chosen === undefined) continue;
    const match = near[chosen];
    if (match === undefined) said.fresh.push(text);
    else said.known.set(text, match.id);
  }
  return said;
}

/** Asks of each wording of a status which status it says, or whether its words are shown alone. */
export async function askStatuses(
  questions: Imported['questions'],
  choose: Choose,
): Promise<Map<string, StatusAnswer>> {
  const answers: StatusAnswer[] = [...statusNames.filter((name) => name !== 'merged'), 'keep'];
  const said = new Map<string, StatusAnswer>();
  for (const { answer, rows } of questions) {
    if (answer?.part !== 'statuses') continue;
    const chosen = await choose(
      `The file says “${answer.key}” about ${rows.length === 1 ? 'one action' : `${rows.length} actions`}. What does that mean?`,
      answers.map((name) => (name === 'keep' ? 'None of these: show the words alone' : name)),
    );
    if (chosen !== undefined) said.set(answer.key.toLowerCase(), answers[chosen]!);
  }
  return said;
}

/** The organisations with a name most like a text, the nearest first. */
function nearestOf(text: string, organisations: readonly Known[]): Known[] {
  const far = ({ id, names }: Known) =>
    Math.min(
      ...[id, ...names].map((name) => {
        const apart = slipsBetween(name.toLowerCase(), text.toLowerCase());
        return apart / Math.max(name.length, text.length);
      }),
    );
  return organisations
    .map((known) => ({ known, apart: far(known) }))
    .sort((a, b) => a.apart - b.apart)
    .slice(0, offered)
    .map(({ known }) => known);
}
