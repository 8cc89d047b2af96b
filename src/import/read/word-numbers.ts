import { elementAt, elements, type Element } from './office-file.ts';

interface Level {
  start: number;
  format: string;
  /** “%1.%2” */
  text: string;
}

/** Where Word counts by itself: which list, and how deep. */
export interface NumberedBy {
  list: string;
  level: number;
}

/** The numbers and bullets that Word puts before paragraphs and does not keep with them. */
export class WordNumbers {
  private readonly levels = new Map<string, Map<number, Level>>();
  private readonly abstractOf = new Map<string, string>();
  /** How far each list has counted, level by level. */
  private readonly counts = new Map<string, number[]>();
  private readonly starts = new Map<string, Map<number, number>>();

  constructor(numbering: Element | undefined) {
    const abstracts = new Map<string, Map<number, Level>>();
    for (const element of elements(numbering, 'abstractNum')) {
      abstracts.set(element.attributes['abstractNumId'] ?? '', levelsOf(element));
    }
    for (const element of elements(numbering, 'num')) {
      const id = element.attributes['numId'] ?? '';
      const abstract = elementAt(element, 'abstractNumId')?.attributes['val'] ?? '';
      const levels = new Map(abstracts.get(abstract));
      const starts = new Map<number, number>();
      for (const override of elements(element, 'lvlOverride')) {
        const level = Number(override.attributes['ilvl'] ?? 0);
        const start = elementAt(override, 'startOverride')?.attributes['val'];
        if (start !== undefined) starts.set(level, Number(start));
        for (const own of levelsOf(override)) levels.set(...own);
      }
      this.levels.set(id, levels);
      this.abstractOf.set(id, abstract);
      if (starts.size > 0) this.starts.set(id, starts);
    }
  }

  /** Counts one paragraph, and gives what is printed before it: “1.2”, “WB-7”, “•”; empty for no mark. */
  next({ list, level }: NumberedBy): string {
    const levels = this.levels.get(list);
    const here = levels?.get(level);
    if (levels === undefined || here === undefined || list === '0') return '';
    if (here.format === 'bullet') return '•';
    if (here.format === 'none') return '';
    // Lists of one kind count on, but for one that begins anew.
    const starts = this.starts.get(list);
    const key = starts === undefined ? (this.abstractOf.get(list) ?? list) : `own ${list}`;
    const counts = this.counts.get(key) ?? [];
    this.counts.set(key, counts);
    const startOf = (at: number) => starts?.get(at) ?? levels.get(at)?.start ?? 1;
    for (let at = 0; at < level; at += 1) counts[at] ??= startOf(at);
    counts[level] = counts[level] === undefined ? startOf(level) : counts[level]! + 1;
    counts.length = level + 1;
    return here.text
      .replaceAll(/%(\d)/g, (_, digit: string) => {
        const at = Number(digit) - 1;
        return written(counts[at] ?? startOf(at), levels.get(at)?.format ?? 'decimal');
      })
      .trim();
  }
}

function levelsOf(element: Element): Map<number, Level> {
  return new Map(
    elements(element, 'lvl').map((level) => {
      const value = (name: string) => elementAt(level, name)?.attributes['val'];
      const at = Number(level.attributes['ilvl'] ?? 0);
      return [
        at,
        {
          start: Number(value('start') ?? 1),
          format: value('numFmt') ?? 'decimal',
          text: value('lvlText') ?? '',
        },
      ];
    }),
  );
}

function written(value: number, format: string): string {
  if (format === 'lowerLetter') return letters(value).toLowerCase();
  if (format === 'upperLetter') return letters(value);
  if (format === 'lowerRoman') return roman(value).toLowerCase();
  if (format === 'upperRoman') return roman(value);
  if (format === 'decimalZero') return String(value).padStart(2, '0');
  return String(value);
}

/** Word counts a, b … z, aa, bb. */
function letters(value: number): string {
  const letter = String.fromCharCode(65 + ((value - 1) % 26));
  return letter.repeat(Math.floor((value - 1) / 26) + 1);
}

function roman(value: number): string {
  const signs: [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = value;
  return signs
    .map(([worth, sign]) => {
      const times = Math.floor(rest / worth);
      rest -= times * worth;
      return sign.repeat(times);
    })
    .join('');
}
