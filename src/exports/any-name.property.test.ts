import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { unzipSync } from 'fflate';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { linkRegister } from '../register/link.ts';
import { loadRecords } from '../records/load-records.ts';
import type { Register } from '../register/register.ts';
import { soundFolder } from '../tests/fixtures/folders.ts';
import { soundRegister, testSite } from '../tests/registers.ts';
import { mailto, shareText } from '../views/share-text.ts';
import { exportFiles } from './export-files.ts';
import { piecesOf } from './whole-files.ts';

/** How many names to try; 100,000 with NAMES=100000. */
const runs = Number(process.env['NAMES'] ?? 12);

/** What ends or begins something in one of the files that are made of names. */
const odd = [
  ...[
    'END:VCALENDAR',
    'BEGIN:VEVENT',
    'a\r\nEND:VEVENT',
    'a; =1+1',
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
  ],
  ...[
    '\tx',
    '\rx',
    '_x0041_',
    '\0',
    ' \u0001 ',
    '\uD800',
    'a\uDC00b',
    '\u202Ex',
    ']]>',
    '<![CDATA[',
  ],
  ...['</script>', '-->', '<!--', '&lt;', '&#60;', '"', "'", '`', '\\n', '\\,', '${x}', '{{x}}'],
  ...['👩‍👩‍👧‍👦', 'مرحبا', 'é̀̂', '\uFFFE', 'a\u2028b', '::error::x', 'constructor', '__proto__', '%0d%0a'],
  ...['a'.repeat(300), 'é'.repeat(80), '🎉'.repeat(40), '..', '/', 'a -> b', 'DTSTART:20200101'],
];
const anyName = fc
  .oneof(
    { weight: 3, arbitrary: fc.constantFrom(...odd) },
    fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
    fc
      .array(fc.constantFrom(...odd), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.join('')),
  )
  // No record can have a name without a letter.
  .filter((name) => name.trim() !== '');

/** The small register with a name wherever one is written. */
function registerOf(name: string): Register {
  const records = structuredClone(loadRecords(soundFolder).records!);
  for (const { value } of records.site) Object.assign(value, { name, summary: name, run_by: name });
  for (const { value } of records.plan) {
    Object.assign(value, { title: name, short_title: name, area: name });
    for (const theme of value.themes) {
      theme.title = name;
      for (const outcome of theme.outcomes) Object.assign(outcome, { title: name, wording: name });
    }
  }
  for (const { value } of records.organisation) Object.assign(value, { name, about: name });
  for (const { value } of records.topic) Object.assign(value, { title: name, covers: name });
  for (const { value } of records.action) Object.assign(value, { title: name, promise: name });
  for (const { value } of records.report) {
    value.title = name;
    value.source = { title: name, note: name };
    for (const statement of Object.values(value.actions)) statement.text = name;
  }
  return linkRegister(records, '2022-12-31');
}

/** What a file is made of, which is the same whatever things are called. */
const shapes: Record<string, (bytes: Buffer) => unknown> = {
  ics(bytes) {
    const lines = bytes.toString().split('\r\n');
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(lines.join('')).not.toMatch(/[\n\r\0]/);
    const calendar = new ICAL.Component(ICAL.parse(bytes.toString()));
    expect(calendar.getFirstPropertyValue('name')).not.toBe('');
    return calendar
      .getAllSubcomponents()
      .map((part) => [part.name, part.getAllProperties().map((property) => property.name)]);
  },
  atom(bytes) {
    expect(XMLValidator.validate(bytes.toString())).toBe(true);
    const { feed } = new XMLParser({ isArray: (tag) => tag === 'entry' }).parse(bytes);
    expect(feed.title).not.toBe('');
    return feed.entry?.map((entry: object) => Object.keys(entry));
  },
  json(bytes) {
    expect(bytes.toString().isWellFormed()).toBe(true);
    return Object.keys(JSON.parse(bytes.toString()) as object);
  },
  csv(bytes) {
    const rows: string[][] = parse(bytes.toString(), { bom: true });
    for (const cell of rows.flat()) {
      for (const part of cell.split(';')) expect(part).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
    }
    return rows.map((row) => row.length);
  },
  xlsx(bytes) {
    return Object.entries(unzipSync(bytes)).map(([part, content]) => {
      const xml = new TextDecoder().decode(content);
      expect([part, XMLValidator.validate(xml)]).toEqual([part, true]);
      expect(xml).not.toMatch(/<f[ >]|(?<!_x005F)_x0041_/);
      return [part, [...xml.matchAll(/<(?:c|row|col|sheet|dataValidation) /g)].length];
    });
  },
};

async function shapeOf(register: Register): Promise<[path: string, shape: unknown][]> {
  const all: [string, unknown][] = [];
  for (const { path, make } of exportFiles(register, testSite)) {
    const shape = shapes[path.split('.').at(-1)!];
    if (shape === undefined) continue;
    const pieces = (await Array.fromAsync(piecesOf(await make()))).map((piece) =>
      Buffer.from(piece),
    );
    all.push([path, shape(Buffer.concat(pieces))]);
  }
  return all;
}

test(
  'whatever a site, a plan, a body or a promise is called, every export is what it is',
  async () => {
    // The names of areas make addresses, and there may be fewer where two are alike.
    const usual = await shapeOf(registerOf('Word'));
    await fc.assert(
      fc.asyncProperty(anyName, async (name) => {
        const register = registerOf(name);
        expect(await shapeOf(register)).toEqual(usual);
        for (const action of register.actions) {
          const link = mailto(shareText(action, 'https://a.example/', soundRegister().site.words));
          expect(link).toMatch(/^mailto:\?subject=[\w.~!*'()%-]*&body=[\w.~!*'()%-]*$/);
        }
      }),
      { numRuns: runs, examples: odd.slice(0, Math.min(runs, odd.length)).map((name) => [name]) },
    );
  },
  60_000 + runs * 2_000,
);
