import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { twoPlans } from '../tests/fixtures/folders.ts';
import { schemaLine } from './schema-line.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(root, twoPlans);

test('each record of the two plans begins with the line that names its schema', () => {
  const records = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.yaml'),
  );
  expect(records.length).toBeGreaterThan(200);
  for (const path of records) {
    const line = schemaLine(path)!;
    expect(readFileSync(join(folder, path), 'utf8').split('\n')[0], path).toBe(line);
    const [, schema = ''] = line.split('$schema=');
    expect(existsSync(join(root, 'data', dirname(path), schema)), path).toBe(true);
  }
});

test('what is no record has no such line', () => {
  expect(schemaLine('permalinks.txt')).toBeUndefined();
  expect(schemaLine('plans/don/notes/1.1.yaml')).toBeUndefined();
});
