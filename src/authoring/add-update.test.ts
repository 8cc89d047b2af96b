import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import { expect, test } from 'vitest';
import type { ActionRecord } from '../schema/action.ts';
import { soundFolder } from '../tests/fixtures/folders.ts';
import { placeUpdate } from './add-update.ts';

const parsed = (text: string) => parse(text, { schema: 'failsafe' }) as ActionRecord;

test('an update is added to any record without changing what it said', () => {
  const folder = join(soundFolder, 'plans/new/actions');
  const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  const shapes = [
    ...texts,
    ...texts.map((text) => text.replaceAll('\n', '\r\n')),
    ...texts.map((text) => text.trimEnd()),
    'title: T\n# about the source\nsource:\n  row: "1"\n',
    'title: T\nupdates:\n- reported: "2020" # dash at the edge\n\n# about the source\nsource:\n  row: "1"\n',
    'title: T\nupdates:\n    - reported: "2020"\n      text: |-\n        One\n\n        Two\nsource:\n    row: "1"\n',
    'title: T\nsource:\n  row: "1"\nupdates:\n  - reported: "2020"',
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...shapes),
      fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() === text),
      (text, said) => {
        const update = { reported: 'May 2024', text: said };
        const next = placeUpdate(text, update, ['needs you: x']);
        const before = parsed(text);
        expect(parsed(next)).toEqual({ ...before, updates: [...(before.updates ?? []), update] });
        for (const line of text.split(/\r?\n/)) expect(next).toContain(line);
      },
    ),
  );
});

test('a list in brackets is left to a person', () => {
  const text = 'title: T\nupdates: [{ reported: "2020" }]\n';
  expect(() => placeUpdate(text, { reported: 'May 2024' })).toThrow('not written with dashes');
});
