import type { Draft, Piece } from './draft.ts';
import { leave, needsYou } from './notes.ts';

/** Takes out each outcome and theme that no action serves: it has no page, and its words are kept in a comment. */
export function leaveUnserved(draft: Draft): void {
  const served = new Set(draft.actions.map(({ outcome }) => outcome));
  const keeps = new Set([...served].map(({ theme }) => theme));
  for (const outcome of draft.outcomes.filter((known) => !served.has(known))) {
    leaveGroup(draft, [...outcome.number, ...outcome.wording, ...outcome.repeats], 'outcome');
  }
  for (const theme of draft.themes.filter((known) => !keeps.has(known))) {
    leaveGroup(draft, [...theme.printed, ...theme.repeats], 'theme');
  }
  draft.outcomes = draft.outcomes.filter((known) => served.has(known));
  draft.themes = draft.themes.filter((known) => keeps.has(known));
}

function leaveGroup(draft: Draft, pieces: readonly Piece[], what: string): void {
  leave(draft, pieces, `No action serves this ${what}.`);
  for (const { row } of pieces) {
    needsYou(draft, row, `No action serves this ${what}. It stands in plan.yaml.`);
  }
}
