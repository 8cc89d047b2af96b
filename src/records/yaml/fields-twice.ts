import { visit, type Document, type Node, type Pair } from 'yaml';
import { listed } from '../../domain/words.ts';
import type { Complaint, Words } from './parser-errors.ts';
import { placeAt } from './places.ts';

/** Fields that their group of fields has already, with what to say of them. */
export interface Twice {
  complaint: Complaint;
  words: Words;
}

/** A field that is there already, and the first of its name. */
interface Again {
  name: string;
  field: Pair;
  first: Pair;
}

/**
 * The fields of a record that are there twice. Those that follow one another are told once, as of a
 * record that was pasted twice.
 */
export function fieldsTwice(document: Document.Parsed, text: string): Twice[] {
  const told: Twice[] = [];
  visit(document, {
    Map(_key, map) {
      const runs = runsOf(map.items);
      const again = runs.flatMap(([, run]) => run).length;
      for (const [place, run] of runs) {
        // Most of the fields again, from the first one on: nobody adds so many by mistake.
        const startsAgain =
          map === document.contents &&
          run[0]!.first === map.items[0] &&
          again > 1 &&
          again >= place / 2;
        const below = map.items.length - place;
        const words = startsAgain ? recordTwice(run, place, below, text) : runTwice(run, text);
        told.push({ complaint: { code: 'DUPLICATE_KEY', pos: spanOf(run[0]!.field.key) }, words });
        if (startsAgain) break;
      }
    },
  });
  return told;
}

/** Fields that are there again, in runs without another field between them, by the place of the first. */
function runsOf(items: readonly Pair[]): [place: number, run: Again[]][] {
  const first = new Map<string, Pair>();
  const runs: [number, Again[]][] = [];
  for (const [place, field] of items.entries()) {
    const name = String(field.key);
    const earlier = first.get(name);
    if (earlier === undefined) {
      first.set(name, field);
      continue;
    }
    const again = { name, field, first: earlier };
    const run = runs.at(-1);
    if (run !== undefined && run[0] + run[1].length === place) run[1].push(again);
    else runs.push([place, [again]]);
  }
  return runs;
}

/**
 * @param fields how many the record has
 * @param below how many there are from where it starts again
 */
function recordTwice(run: readonly Again[], fields: number, below: number, text: string): Words {
  return isSame(run, text) && run.length === below && below % fields === 0
    ? {
        message: 'This record is in the file twice: here it starts again.',
        advice: 'Delete this line and all lines below it.',
      }
    : {
        message: 'A second record starts here.',
        advice:
          'Keep one record in a file: move this line and all lines below it to a separate file. If both are meant to be the same record, keep what is right in each of its fields once.',
      };
}

function runTwice(run: readonly Again[], text: string): Words {
  const [{ name, first }, ...more] = run as [Again, ...Again[]];
  const line = lineOf(first, text);
  const shown = run.length > 3 ? [...run.slice(0, 2), undefined] : run;
  const names = shown.map((again) => (again ? `“${again.name}”` : `${run.length - 2} more`));
  const message =
    more.length === 0
      ? `“${name}” is here twice: also in line ${line}.`
      : `${listed(names)} are here twice: also in line ${line} and below.`;
  if (isSame(run, text)) {
    const both = more.length === 0 ? 'Both say the same' : 'They say the same both times';
    return {
      message,
      advice: `${both}. Delete ${more.length === 0 ? 'one of them' : 'them here'}.`,
    };
  }
  const one = more.length === 0;
  if (/^\d/.test(name)) {
    return {
      message,
      advice: `Keep ${one ? 'one of the two' : 'each of them once'}, and delete the other. If both were reported, put the other in a separate report, with its own date.`,
    };
  }
  return {
    message,
    advice: `Keep ${one ? 'the one' : 'those'} that ${one ? 'is' : 'are'} right, and delete the other${one ? '' : 's'}. If two people changed this, ask them.`,
  };
}

/** Whether the fields say the same both times. */
function isSame(run: readonly Again[], text: string): boolean {
  const typed = ({ key, value }: Pair): string => {
    const end = spanOf(value)[1] || spanOf(key)[1];
    const lines = text.slice(spanOf(key)[0], end).split('\n');
    return lines
      .map((each) => each.trimEnd())
      .join('\n')
      .trim();
  };
  return run.every(({ field, first }) => typed(field) === typed(first));
}

function lineOf({ key }: Pair, text: string): number {
  return placeAt(text, spanOf(key)[0]).line;
}

function spanOf(node: unknown): [start: number, end: number] {
  const [start, end] = (node as Node | null)?.range ?? [0, 0];
  return [start, end];
}
