import { shortcutNamed } from '../parser-errors.ts';
import { typed, type FaultRule } from './fault.ts';

export const oddStart: FaultRule = {
  name: 'odd-start',
  about: 'A text that starts with a mark such as @, & or % has quotation marks around it.',
  *find({ line: { inside, key, value, valueColumn, dashed, column } }) {
    if (inside !== undefined || (key === undefined && !dashed && column > 0)) return;
    const block = /^([|>][-+]?)\s+([^#\s].*)$/.exec(value);
    if (block !== null && key !== undefined) {
      yield {
        column: valueColumn + 1,
        length: value.length,
        message: `The text is on the same line as “${block[1]!}”.`,
        advice: `Put it on the next line, indented by two spaces:\n${key}: ${block[1]!}\n  ${block[2]!}`,
      };
    }
    // The end of a list, which nobody wants in quotation marks.
    if (key === undefined && !dashed && /^[\]}]\s*(?:#.*)?$/.test(value)) return;
    const mark =
      /^[%@`!,}\]]/.exec(value)?.[0] ??
      /^[&*](?=\S|\s|$)/.exec(value)?.[0] ??
      /^[?-](?=\s)/.exec(value)?.[0];
    const braces = /^\{[^}]*\}\s*[^\s#]/.test(value) ? '{' : undefined;
    const found = mark ?? braces;
    if (found === undefined || value === '') return;
    // It stands for a text or a list elsewhere, or names the one below it.
    if (key !== undefined && /^[&*][\w-]+$/.test(value)) {
      yield { column: valueColumn + 1, length: value.length, ...shortcutNamed(value) };
    }
    const marked = /^((?:![\w!.:/-]+|&[\w-]+))\s+(\S.*)$/.exec(value);
    if (marked !== null) {
      yield markedForPrograms(key, value, valueColumn, marked[1]!, marked[2]!);
      return;
    }
    if (found === '-' && key !== undefined) {
      yield {
        column: valueColumn + 1,
        length: 1,
        message: 'A list starts on the line below its name, and not beside it.',
        advice: `Write\n${key}:\n  ${value}`,
      };
    }
    yield startsOddly(key, value, valueColumn, found);
  },
};

/** A tag or an anchor before a text, such as “!!str in progress”: quotation marks would make it part of the text. */
function markedForPrograms(
  key: string | undefined,
  value: string,
  valueColumn: number,
  mark: string,
  rest: string,
) {
  const isAsTyped = /^["'|>[{]/.test(rest);
  const without = isAsTyped ? `${key === undefined ? '- ' : `${key}: `}${rest}` : typed(key, rest);
  const { message } = shortcutNamed(mark);
  // Nobody begins a text of their own with two of them.
  const orQuoted =
    mark.startsWith('!!') || isAsTyped
      ? ''
      : `\nIf it is part of the text, put quotation marks around the whole text:  ${typed(key, value)}`;
  return {
    column: valueColumn + 1,
    length: mark.length,
    message,
    advice: `Take “${mark}” out:  ${without}${orQuoted}`,
  };
}

/** What to say of a text that starts with such a mark. */
export function startsOddly(
  key: string | undefined,
  value: string,
  valueColumn: number,
  mark: string,
) {
  return {
    column: valueColumn + 1,
    length: value.length,
    message: `A text cannot start with ${mark} as it is.`,
    why: 'In a record that mark has a special meaning.',
    advice: `Put quotation marks around the whole text:  ${typed(key, value)}`,
  };
}
