import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { kinds } from '../schema/kinds.ts';
import { recordPlace } from '../records/record-places.ts';
import type { Kind } from '../records/records.ts';
import { brokenFolder, soundFolder, twoPlans } from '../tests/fixtures/folders.ts';
import { testSite } from '../tests/registers.ts';
import { recordSchema, schemaNames } from './record-schemas.ts';

const realFolder = fileURLToPath(new URL(`../../${twoPlans}/`, import.meta.url));

const ajv = new Ajv({ strict: true, allErrors: true });
formats.default(ajv);

const validators = new Map<string, ValidateFunction>(
  schemaNames.map((name) => [name, ajv.compile(JSON.parse(recordSchema(name, testSite)))]),
);

/** Each record of a folder, read as the check reads it: every value as text. */
function recordsIn(folder: string): { path: string; kind: Kind; value: unknown }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .flatMap((path) => {
      const place = path.endsWith('.yaml') ? recordPlace(path, path) : undefined;
      if (place === undefined || 'message' in place) return [];
      try {
        const text = readFileSync(join(folder, path), 'utf8');
        return [{ path, kind: place.kind, value: parse(text, { schema: 'failsafe' }) }];
      } catch {
        return [];
      }
    });
}

const validatorFor = (kind: Kind) => validators.get(kinds[kind].schema.meta()!.id!)!;

test('there is one schema for each kind of record', () => {
  expect(schemaNames.toSorted()).toEqual([
    'action',
    'glossary-term',
    'organisation',
    'plan',
    'report',
    'site',
    'topic',
  ]);
});

test.each([
  ['an outcome with spaces', 'action', { outcome: 'Two Point One' }, '/outcome'],
  [
    'a status that nobody knows',
    'report',
    { reported: '2022', actions: { '1.1': { status: 'done' } } },
    '/actions/1.1/status',
  ],
  [
    'an address that is not safe to follow',
    'organisation',
    { website: 'http://x.example/' },
    '/website',
  ],
  ['a code with a hyphen', 'plan', { code: 'don-24' }, '/code'],
  ['a title that is too long', 'action', { title: 'a'.repeat(91) }, '/title'],
])('%s is refused at its place', (_name, schema, value, place) => {
  const validate = validators.get(schema)!;
  validate(value);
  expect(validate.errors!.map(({ instancePath }) => instancePath)).toContain(place);
});

test.each(schemaNames)('the schema of %s says where it is and what it is for', (name) => {
  const schema = JSON.parse(recordSchema(name, testSite));
  expect(schema.$id).toBe(`https://promises.example/sub/data/schema/${name}.json`);
  expect(schema.title).not.toBe('');
  expect(schema.type).toBe('object');
  for (const [field, value] of Object.entries(schema.properties)) {
    if (field !== 'basis') expect(value, field).toHaveProperty('description');
  }
});

test('every example in a schema is one that the schema accepts', () => {
  const bare = new Ajv({ strict: false });
  formats.default(bare);
  const examples: string[] = [];
  const walk = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    const { examples: given, ...schema } = part as { examples?: unknown };
    if (Array.isArray(given)) {
      for (const example of given) {
        examples.push(String(example));
        expect(
          bare.validate(schema, example),
          `${String(example)} in ${JSON.stringify(schema)}`,
        ).toBe(true);
      }
    }
    Object.values(schema).forEach(walk);
  };
  for (const name of schemaNames) walk(JSON.parse(recordSchema(name, testSite)));
  expect(examples.length).toBeGreaterThan(50);
});

test.each([
  ['the real records', realFolder],
  ['the made-up ones', soundFolder],
])('every one of %s is accepted', { timeout: 60_000 }, (_name, folder) => {
  const records = recordsIn(folder);
  expect(records.length).toBeGreaterThan(10);
  for (const { path, kind, value } of records) {
    const validate = validatorFor(kind);
    expect(validate(value), `${path}: ${ajv.errorsText(validate.errors)}`).toBe(true);
  }
});

test('what is broken in its own file is refused, where JSON Schema can tell', () => {
  const refused = recordsIn(brokenFolder)
    .filter(({ kind, value }) => !validatorFor(kind)(value))
    .map(({ path }) => path);
  expect(refused).toEqual([
    'glossary/hr.yaml',
    'organisations/empty.yaml',
    'organisations/latin.yaml',
    'organisations/list.yaml',
    'organisations/twin.yaml',
    'plans/empty/plan.yaml',
    'plans/north/actions/1.1.1.yaml',
    'plans/north/actions/1.1.2.yaml',
    'plans/north/reports/2022-05.yaml',
    'plans/south/actions/1.1.yaml',
    'plans/south/plan.yaml',
    'plans/south/reports/2022.yaml',
    'site.yaml',
    'topics/breaks.yaml',
  ]);
  const report = readFileSync(
    new URL('../tests/fixtures/broken-report.txt', import.meta.url),
    'utf8',
  );
  for (const path of refused) expect(report).toContain(`data/${path}:`);
});
