import { fieldLabels } from './field-labels.ts';
import type { Finding } from './findings.ts';

/** Words for someone who types lines, and the same for someone who fills in boxes. */
const replacements: readonly [RegExp, string][] = [
  [/\bAdd a line\b/g, 'Write something'],
  [/\bLeave the due line out:/g, 'Leave the box empty:'],
  [/\bWrite each on a line of its own\b/g, 'Write each in a box of its own'],
  // Two spaces stand before what is to be typed, and a box has its name beside it.
  [/ {2}(?:[a-z_]+: |- )/g, '  '],
];

/** A finding as it stands beside its box: the check’s words, with boxes in place of lines. */
export function inTheForm({ path, message, why, advice }: Finding): string {
  const words = [message, why, advice].filter((part) => part !== undefined).join(' ');
  const field = path.findLast((step) => typeof step === 'string') ?? '';
  const label = Object.hasOwn(fieldLabels, field)
    ? fieldLabels[field as keyof typeof fieldLabels]
    : field;
  return replacements
    .reduce((text, [from, to]) => text.replaceAll(from, to), words)
    .replace(`“${field}”`, `“${label}”`)
    .replaceAll(/ {2,}/g, ' ');
}
