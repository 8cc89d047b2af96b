import type { StatusName } from '../domain/status.ts';
import type { DraftAction, DraftUpdate } from './compare.ts';
import { shownDate } from './shown.ts';

type Stages = DraftAction['milestones'];

/** “Phase 1” due March 2024 */
export function stagesInWords(stages: Stages): string[] {
  return [...datesOf(stages)].map(([label, due]) => `“${label}” due ${shownDate(due)}`);
}

/** What changed in the stages as they were first promised, whether that is allowed or not. */
export function firstStageSentences(before: Stages, after: Stages): string[] {
  const old = datesOf(before);
  const now = datesOf(after);
  const sentences: string[] = [];
  for (const [label, due] of old) {
    if (!now.has(label)) sentences.push(`stage “${label}” taken out (due ${shownDate(due)})`);
    else if (now.get(label) !== due) {
      sentences.push(`“${label}”: first due ${shownDate(due)} → ${shownDate(now.get(label))}`);
    }
  }
  for (const [label, due] of now) {
    if (!old.has(label)) sentences.push(`stage “${label}” added (due ${shownDate(due)})`);
  }
  return sentences.length === 0 ? ['stages in another order'] : sentences;
}

function datesOf(stages: Stages): Map<string, string | undefined> {
  return new Map((stages ?? []).map((stage) => [stage?.label ?? '', stage?.due]));
}

/** Takes in the reports on the stages of an action, one update after the other. */
export class StageReports {
  readonly #due: Map<string, string | undefined>;
  readonly #status = new Map<string, StatusName>();

  constructor(stages: Stages) {
    this.#due = datesOf(stages);
  }

  /** What an update says of each stage, against what held before it: “Phase 2”: due 2020 → 2021. */
  take({ milestones }: DraftUpdate): string[] {
    return (milestones ?? []).flatMap((stage) => {
      const { label = '', due, status } = stage ?? {};
      const parts: string[] = [];
      const wasDue = this.#due.get(label);
      if (due !== undefined && due !== wasDue) {
        parts.push(`due ${shownDate(wasDue)} → ${shownDate(due)}`);
        this.#due.set(label, due);
      }
      const wasStatus = this.#status.get(label) ?? 'not reported';
      if (status !== undefined && status !== wasStatus) {
        parts.push(`status ${wasStatus} → ${status}`);
        this.#status.set(label, status);
      }
      return parts.length === 0 ? [] : [`“${label}”: ${parts.join(', ')}`];
    });
  }
}
