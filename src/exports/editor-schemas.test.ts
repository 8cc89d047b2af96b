import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { dataFilesIn } from '../records/data-files.ts';
import { isYaml, kindNames, kinds } from '../schema/kinds.ts';
import { readRecords } from '../records/read-records.ts';
import { recordPath } from '../records/record-places.ts';
import type { Kind } from '../records/records.ts';
import { soundFolder } from '../tests/fixtures/folders.ts';
import { editorSchemas } from './editor-schemas.ts';
import { recordSchema, schemaNames } from './record-schemas.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const reading = readRecords(dataFilesIn(soundFolder), 'data');
const schemas = editorSchemas(reading.records);
const ajv = new Ajv({ strict: false, allErrors: true });
formats.default(ajv);
const validatorFor = (name: string) => ajv.compile(JSON.parse(schemas.get(name)!));

/** What a schema says apart from the names that it offers, which change with the records. */
function withoutOffers(text: string): unknown {
  return JSON.parse(text, (keyword, value: unknown) => {
    if (keyword === 'enumDescriptions') return undefined;
    if (keyword !== 'anyOf') return value;
    const kept = (value as object[]).filter((branch) => 'type' in branch);
    return kept.length > 1 ? kept : undefined;
  });
}

test.each([...schemas.keys()])('the schema of %s that editors have is up to date', (name) => {
  const written = readFileSync(join(root, '.vscode/schemas', `${name}.json`), 'utf8');
  expect(withoutOffers(written), 'Run  npm run schemas').toEqual(withoutOffers(schemas.get(name)!));
});

test('where the check wants the word “true”, VS Code takes it without quotation marks too', () => {
  const validate = validatorFor('site');
  const problemsWith = (reminders: unknown) => {
    validate({ reminders });
    return (validate.errors ?? []).filter(({ instancePath }) => instancePath === '/reminders');
  };
  expect([true, 'true', false].flatMap(problemsWith)).toEqual([]);
  expect(problemsWith('yes')).not.toEqual([]);
});

test('VS Code is told of every schema, and where its records are', () => {
  const settings = JSON.parse(readFileSync(join(root, '.vscode/settings.json'), 'utf8'));
  const told = Object.entries<string>(settings['yaml.schemas']);
  expect(told.map(([file]) => file).toSorted()).toEqual(
    [...schemas.keys()].map((name) => `./.vscode/schemas/${name}.json`).toSorted(),
  );
  const id = {
    action: 'anytown/*',
    report: 'anytown/*',
    plan: '*',
    site: 'site',
  } as Partial<Record<Kind, string>>;
  for (const kind of kindNames.filter(isYaml)) {
    const name = kinds[kind].schema.meta()!.id!;
    const glob = settings['yaml.schemas'][`./.vscode/schemas/${name}.json`];
    const path = recordPath(kind, id[kind] ?? '*').replace('anytown', '*');
    expect(glob).toBe(`data/${path}`);
    expect(existsSync(join(root, '.vscode/schemas', `${name}.json`))).toBe(true);
  }
});

test(
  'a record is sound to an editor that takes bare numbers for numbers',
  { timeout: 60_000 },
  () => {
    let records = 0;
    for (const kind of kindNames.filter(isYaml)) {
      const validate = validatorFor(kinds[kind].schema.meta()!.id!);
      for (const { file } of reading.records[kind]) {
        const value: unknown = parse(reading.texts.get(file)!.replaceAll(/"([\d.]+)"/g, '$1'));
        expect(validate(value), `${file}: ${ajv.errorsText(validate.errors)}`).toBe(true);
        records++;
      }
    }
    expect(records).toBeGreaterThan(10);
  },
);

test('a mistake is still one', () => {
  const validate = validatorFor('action');
  validate({ title: 'A', promise: 'B', outcome: [], leads: [{ organisation: 'x', role: 'y' }] });
  expect(validate.errors!.map(({ instancePath }) => instancePath)).toEqual(
    expect.arrayContaining(['/outcome', '/leads/0/role']),
  );
});

test('the names of records are offered with what they stand for, and forbid no other', () => {
  const { properties } = JSON.parse(schemas.get('action')!);
  const statement = JSON.parse(schemas.get('report')!).properties.actions.additionalProperties;
  const organisation = reading.records.organisation[0]!;
  for (const place of [
    properties.leads.items.anyOf[0],
    properties.leads.items.anyOf[2].properties.organisation.anyOf[0],
    statement.properties.leads.items.anyOf[0],
  ]) {
    expect(place.enum[0]).toBe(organisation.id);
    expect(place.enumDescriptions[0]).toBe(organisation.value.name);
  }
  expect(properties.topics.items.anyOf[0].enum).toEqual(reading.records.topic.map(({ id }) => id));
  expect(properties.outcome.anyOf[0].enum).toContain('1.1');
  expect(statement.properties.status.enumDescriptions[2]).toBe(
    'The plan calls this complete. We have not checked.',
  );
  expect(ajv.validate({ ...properties.topics }, ['a-new-topic'])).toBe(true);
});

test('a folder without any record offers nothing and breaks nothing', () => {
  const empty = editorSchemas(readRecords([], 'data').records);
  const { properties } = JSON.parse(empty.get('action')!);
  expect(properties.topics.items).not.toHaveProperty('anyOf');
});

test('every field is explained, and every one that holds text shows an example or a choice', () => {
  type Part = Record<string, unknown> & { properties?: Record<string, Part>; items?: Part };
  const poor = (part: Part, path: string): string[] =>
    Object.entries(part.properties ?? {}).flatMap(([name, field]) => {
      const inner = field.items ?? field;
      const shows = [field, inner].some(
        (each) => 'examples' in each || 'enum' in each || 'anyOf' in each || 'properties' in each,
      );
      const here = 'description' in field && shows ? [] : [path + name];
      return [...here, ...poor(inner, `${path}${name}/`)];
    });
  for (const name of schemaNames) {
    const schema = JSON.parse(recordSchema(name, new URL('https://example.org/'))) as Part;
    expect(poor(schema, `${name}/`)).toEqual([]);
  }
});
