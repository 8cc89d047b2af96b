import { known } from './source.ts';
import type { CellName, Source } from './source.ts';
import { at, fieldsOf, textAt } from './records.ts';
import type { Records, Yaml } from './records.ts';
import { words } from './words.ts';

/** Records that hold just what the source holds: the stand-in that has no fault in it. */
export function mirror(source: Source): Records {
  const actions = new Map<string, Yaml>();
  const organisations = new Map<string, Yaml>();
  for (const action of source.actions) {
    const text = (name: CellName): string => action.cells[name]?.text ?? '';
    const report: { [key: string]: Yaml } = { reported: 'March 2022', status: 'in progress' };
    if (action.cells.progress) report['status_text'] = text('status');
    report['text'] = action.cells.progress ? text('progress') : text('status');
    const record: { [key: string]: Yaml } = {
      promise: text('action'),
      outcome: `outcome-${action.outcome}`,
      due: text('due'),
      updates: [report],
      source: { row: action.row },
    };
    if (action.cells.lead) {
      organisations.set(action.ref, { name: text('lead') });
      record['leads'] = [action.ref];
      record['source'] = { row: action.row, lead: text('lead') };
    }
    if (action.cells.measure) record['measures'] = [text('measure')];
    actions.set(action.ref, record);
  }
  const themes = source.themes.map(({ title }, theme) => ({
    title: title.text,
    outcomes: source.outcomes.flatMap((outcome, index) => {
      if (outcome.theme !== theme) return [];
      const id = outcome.number.text.replace(/\.$/, '') || `outcome-${index}`;
      return [{ id, wording: outcome.wording.text }];
    }),
  }));
  for (const action of source.actions) {
    const outcome = known(source.outcomes[action.outcome], 'outcome');
    if (outcome.number.text === '') continue;
    const record = known(actions.get(action.ref), 'record') as { [key: string]: Yaml };
    record['outcome'] = outcome.number.text.replace(/\.$/, '');
  }
  return { plan: { themes }, actions, organisations };
}

/** A record with other words in one cell; null where the record has no words there. */
export function altered(
  record: Yaml,
  cell: CellName,
  hasProgress: boolean,
  change: (list: string[]) => string[],
): Yaml | null {
  const [path] = fieldsOf(record, cell, hasProgress);
  if (!path) return null;
  const before = words(textAt(record, ...path));
  const after = change([...before]);
  if (before.length === 0 || before.join(' ') === after.join(' ')) return null;
  const copy = structuredClone(record);
  const holder = at(copy, ...path.slice(0, -1)) as { [key: string]: Yaml };
  holder[String(path.at(-1))] = after.join(' ');
  return copy;
}

/** The three faults of a copyist, in the middle of the text. */
export const FAULTS: Record<string, (list: string[]) => string[]> = {
  'a word dropped': (list) => list.toSpliced(Math.floor(list.length / 2), 1),
  'a word added': (list) => list.toSpliced(Math.floor(list.length / 2), 0, 'not'),
  'two words swapped': (list) => {
    const place = list.findIndex((word, index) => index > 0 && list[index - 1] !== word);
    if (place < 0) return list;
    return list.toSpliced(place - 1, 2, list[place] ?? '', list[place - 1] ?? '');
  },
  'a word changed': (list) => list.map((word, index) => (index === 0 ? `${word}s` : word)),
  'another case': (list) =>
    list.map((word) => (word === word.toUpperCase() ? word.toLowerCase() : word.toUpperCase())),
};
