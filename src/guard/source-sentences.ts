import { same, type DraftAction } from './compare.ts';
import { difference, quoted } from './shown.ts';

type Source = NonNullable<DraftAction['source']>;
type Repair = NonNullable<Source['repaired']>[number];

const cells = ['row', 'outcome', 'lead', 'due', 'status'] as const;

/** Which of the plan’s own words changed, from what to what, and which repairs came or went. */
export function sourceSentences(before: Source = {}, after: Source = {}): string[] {
  const words = cells
    .filter((cell) => !same(before[cell], after[cell]))
    .map((cell) => `source: ${cell} ${difference(before[cell], after[cell])}`);
  if (!same(before.note, after.note)) {
    words.push(`source: note on how we read it ${difference(before.note, after.note)}`);
  }
  const old = before.repaired ?? [];
  const now = after.repaired ?? [];
  const gone = old.filter((repair) => !now.some((other) => same(other, repair)));
  const come = now.filter((repair) => !old.some((other) => same(other, repair)));
  return [
    ...words,
    ...gone.map((repair) => `source: repair taken out, ${repairInWords(repair)}`),
    ...come.map((repair) => `source: repair added, ${repairInWords(repair)}`),
  ];
}

function repairInWords(repair: Repair): string {
  const { cell = '', found, read } = repair ?? {};
  return read === ''
    ? `in ${cell} ${quoted(found)} left out`
    : `in ${cell} ${quoted(found)} read as ${quoted(read)}`;
}
