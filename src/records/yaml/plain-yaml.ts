import { isOtherNumber } from './other-number.ts';

/** What a record says, as our own programs and most editors write it. */
export interface PlainRecord {
  [name: string]: PlainValue;
}
type PlainValue = string | PlainValue[] | PlainRecord;

/** Deeper than any record is. */
const mostLevels = 10;

const field = /^ *(?!"?__proto__)(?:([A-Za-z_]\w*)|"([^"\\]*)"):(?: (.*))?$/;

/** Other ends of lines, other space, and what joins the parts of an emoji, which is looked at closely. */
const seldom = /[\r\t\u200C\u200D\uFE00-\uFE0F]/;

/** What a plain text cannot begin with, and where it would end or be a field. */
const notPlain = /^[-?:,[\]{}#&*!|>'"%@`\s]|: | #|[:\s]$/;

/**
 * Reads a record that is written in the plainest way: one text, list or group of fields below the
 * other, texts on one line or in paragraphs below `>-` or `|-`. The parser of YAML takes ten times
 * as long, and does the same with such a record.
 *
 * @returns undefined of a record in which anything is unusual, or wrong; the parser knows what it is
 */
export function plainYaml(text: string): PlainRecord | undefined {
  if (seldom.test(text) || text.normalize('NFC') !== text) return undefined;
  return new PlainReader(text).record();
}

class PlainReader {
  readonly #lines: string[];
  #at = 0;
  #isUnusual = false;

  constructor(text: string) {
    this.#lines = text.split('\n');
  }

  record(): PlainRecord | undefined {
    const record = this.#fields(0, 1);
    return this.#isUnusual || this.#at < this.#lines.length ? undefined : record;
  }

  /** The fields that are indented so far, from this line on. */
  #fields(indent: number, level: number): PlainRecord {
    const fields: PlainRecord = {};
    let count = 0;
    while (this.#goesOnAt(indent)) {
      const found = field.exec(this.#lines[this.#at]!);
      const name = found?.[1] ?? found?.[2];
      if (name === undefined || Object.hasOwn(fields, name)) return this.#unusual(fields);
      this.#at++;
      count++;
      fields[name] = this.#value(found![3] ?? '', indent, level);
    }
    return count === 0 || level > mostLevels ? this.#unusual(fields) : fields;
  }

  #list(indent: number, level: number): PlainValue[] {
    const list: PlainValue[] = [];
    while (this.#goesOnAt(indent)) {
      const line = this.#lines[this.#at]!;
      const item = line.slice(indent + 2);
      if (!line.startsWith('- ', indent) || item.startsWith('- ')) return this.#unusual(list);
      if (field.test(item)) {
        this.#lines[this.#at] = `${' '.repeat(indent + 2)}${item}`;
        list.push(this.#fields(indent + 2, level + 1));
      } else {
        this.#at++;
        list.push(item === '' ? this.#unusual('') : this.#value(item, indent, level));
      }
    }
    return list;
  }

  /** @param indent of the field or the dash to which it belongs */
  #value(typed: string, indent: number, level: number): PlainValue {
    if (typed === '>-' || typed === '|-') return this.#block(typed, indent);
    const value = typed === '' ? undefined : this.#scalar(typed);
    const next = this.#next();
    const below = next === undefined ? 0 : indentOf(next);
    if (value !== undefined) return below > indent ? this.#unusual(value) : value;
    if (below <= indent) return this.#unusual('');
    return next!.startsWith('- ', below)
      ? this.#list(below, level + 1)
      : this.#fields(below, level + 1);
  }

  #scalar(typed: string): string {
    const mark = typed[0]!;
    if (mark === '"' || mark === "'") {
      const inner = typed.slice(1, -1);
      const ends = typed.length > 1 && typed.endsWith(mark);
      return ends && !inner.includes(mark) && !(mark === '"' && inner.includes('\\'))
        ? inner
        : this.#unusual('');
    }
    if (notPlain.test(typed)) return this.#unusual('');
    return isOtherNumber(typed) ? this.#unusual('') : typed;
  }

  /** Paragraphs, or the lines of a list that is one text. */
  #block(mark: '>-' | '|-', indent: number): string {
    const first = indentOf(this.#lines[this.#at] ?? '');
    if (first <= indent) return this.#unusual('');
    const lines: string[] = [];
    for (; this.#at < this.#lines.length; this.#at++) {
      const line = this.#lines[this.#at]!;
      const inset = indentOf(line);
      if (line !== '' && inset < first) break;
      // Lines that are further in than the first are not joined to the others.
      if (line.endsWith(' ') || (mark === '>-' && inset > first)) return this.#unusual('');
      lines.push(line.slice(first));
    }
    const next = this.#next();
    if (next !== undefined && indentOf(next) > indent) return this.#unusual('');
    const text = lines.join('\n').replace(/\n+$/, '');
    // One end of a line becomes a space, and of several the first goes.
    return mark === '|-' ? text : text.replace(/\n+/g, (ends) => ends.slice(1) || ' ');
  }

  /** Whether there is another entry that is indented so far. */
  #goesOnAt(indent: number): boolean {
    const next = this.#isUnusual ? undefined : this.#next();
    if (next === undefined) return false;
    const found = indentOf(next);
    if (found > indent) this.#isUnusual = true;
    return found === indent;
  }

  /** The next line that is neither empty nor a note. */
  #next(): string | undefined {
    for (; this.#at < this.#lines.length; this.#at++) {
      const line = this.#lines[this.#at]!;
      if (line !== '' && line[indentOf(line)] !== '#') return line;
    }
    return undefined;
  }

  #unusual<T>(value: T): T {
    this.#isUnusual = true;
    return value;
  }
}

function indentOf(line: string): number {
  let indent = 0;
  while (line.charCodeAt(indent) === 32) indent++;
  return indent;
}
