import { readLines } from '../lines.ts';
import { backslash } from './backslash.ts';
import { codeFence } from './code-fence.ts';
import { colonInText } from './colon-in-text.ts';
import { curlyMarks } from './curly-marks.ts';
import { cutText } from './cut-text.ts';
import type { Fault, FaultRule, FieldSorts } from './fault.ts';
import { foldedList } from './folded-list.ts';
import { invisibleCharacter } from './invisible-character.ts';
import { lineWithoutField } from './line-without-field.ts';
import { listWithoutDashes } from './list-without-dashes.ts';
import { listUnderText } from './list-under-text.ts';
import { changesPasted, looksMerged, versionChosen } from './merge-conflict.ts';
import { missingColon } from './missing-colon.ts';
import { noSpaceAfterColon, noSpaceAfterDash } from './missing-space.ts';
import { notBelowNumber } from './not-below-number.ts';
import { numberAfterDash } from './number-after-dash.ts';
import { numbersInOneLine } from './numbers-in-one-line.ts';
import { oddStart } from './odd-start.ts';
import { openBrace, openBracket } from './open-bracket.ts';
import { closedTooEarly, notClosed } from './quotation-marks.ts';
import { roleBesideName } from './role-beside-name.ts';
import { ruledLine } from './ruled-line.ts';
import { secondRecord } from './second-record.ts';
import { tab } from './tab.ts';
import { textNotIndented } from './text-not-indented.ts';
import { wideSpace } from './wide-space.ts';
import { wordBullet } from './word-bullet.ts';
import { wrongIndent } from './wrong-indent.ts';

/** Every rule of typing. In this order: of several that fit a line, the first is told. */
export const faultRules: readonly FaultRule[] = [
  tab,
  invisibleCharacter,
  wideSpace,
  ruledLine,
  codeFence,
  wordBullet,
  foldedList,
  numbersInOneLine,
  noSpaceAfterDash,
  noSpaceAfterColon,
  secondRecord,
  listWithoutDashes,
  numberAfterDash,
  notBelowNumber,
  listUnderText,
  textNotIndented,
  missingColon,
  roleBesideName,
  wrongIndent,
  closedTooEarly,
  backslash,
  notClosed,
  openBracket,
  openBrace,
  oddStart,
  colonInText,
  lineWithoutField,
  curlyMarks,
  cutText,
];

const looks = [looksMerged, ...faultRules.flatMap(({ inSilence }) => inSilence ?? [])];
const odd = new RegExp(looks.map(({ source }) => source).join('|'), 'mu');

/** Whether a text may hold a fault that the parser takes in silence: a quick look before the close one. */
export function looksOdd(text: string): boolean {
  return odd.test(text);
}

/** Every fault of typing in a text, in the order of its lines; of each line the first. */
export function faultsIn(text: string, fields: FieldSorts): Fault[] {
  const lines = readLines(text);
  // The same fields are in both versions, and to each the other’s lines look out of place.
  for (const { name, find } of [versionChosen, changesPasted]) {
    const conflicts = [...find(lines)];
    if (conflicts.length > 0) return conflicts.map((conflict) => ({ rule: name, ...conflict }));
  }
  const faults: Fault[] = [];
  for (const line of lines) {
    if (line.number <= (faults.at(-1)?.lastLine ?? 0)) continue;
    for (const { name, find, severity = 'error', inSilence } of faultRules) {
      const [fault] = find({ line, lines, fields });
      if (fault === undefined) continue;
      faults.push({
        rule: name,
        line: line.number,
        severity,
        silent: inSilence !== undefined,
        ...fault,
      });
      break;
    }
  }
  return faults;
}
