import { statusNow } from '../domain/standing.ts';
import type { StatusName } from '../domain/status.ts';
import type { DraftAction, DraftStatement } from './compare.ts';
import { shownDate, shownDue } from './shown.ts';

type Stages = DraftAction['milestones'];

/** “Phase 1” due in March 2024 */
export function stagesInWords(stages: Stages): string[] {
  return [...datesOf(stages)].map(([label, due]) => `“${label}” ${shownDue(due)}`);
}

/** What changed in the stages as they were first promised, whether that is allowed or not. */
export function firstStageSentences(before: Stages, after: Stages): string[] {
  const old = datesOf(before);
  const now = datesOf(after);
  const sentences: string[] = [];
  for (const [label, due] of old) {
    if (!now.has(label)) sentences.push(`stage “${label}” taken out (${shownDue(due)})`);
    else if (now.get(label) !== due) {
      sentences.push(`“${label}”: first due ${shownDate(due)} → ${shownDate(now.get(label))}`);
    }
  }
  for (const [label, due] of now) {
    if (!old.has(label)) sentences.push(`stage “${label}” added (${shownDue(due)})`);
  }
  return sentences.length === 0 ? ['stages in another order'] : sentences;
}

function datesOf(stages: Stages): Map<string, string | undefined> {
  return new Map((stages ?? []).map((stage) => [stage?.label ?? '', stage?.due]));
}

/** What an update says of each stage, against what held before it: “Phase 2”: due 2020 → 2021. */
export function stageReportSentences(
  reports: DraftStatement['milestones'],
  before: ReadonlyMap<string, { due: string | undefined; status: StatusName | undefined }>,
): string[] {
  return namedStages(reports).flatMap(({ label, due, status }) => {
    const was = before.get(label);
    const parts: string[] = [];
    if (due !== undefined && due !== was?.due) {
      parts.push(`due ${shownDate(was?.due)} → ${shownDate(due)}`);
    }
    const wasStatus = statusNow({ status: was?.status });
    if (status !== undefined && status !== wasStatus) {
      parts.push(`status ${wasStatus} → ${status}`);
    }
    return parts.length === 0 ? [] : [`“${label}”: ${parts.join(', ')}`];
  });
}

/** The stages of a draft with what may be missing filled in, so that they can be told apart. */
export function namedStages<Stage extends { label?: string | undefined }>(
  stages: readonly (Stage | undefined)[] | undefined,
) {
  return (stages ?? []).map((stage) => ({ due: undefined, ...stage!, label: stage?.label ?? '' }));
}
