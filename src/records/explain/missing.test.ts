import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { ZodObject, ZodType } from 'zod';
import { kinds } from '../../schema/kinds.ts';
import { explainMissing } from './missing.ts';

const needed = Object.values(kinds).flatMap(({ schema }) =>
  Object.entries((schema as ZodObject).shape as Record<string, ZodType>)
    .filter(([, field]) => !field.safeParse(undefined).success)
    .map(([name, field]) => ({ schema, name, field })),
);

test('a line that the check tells to add is a line that it accepts', () => {
  const told = needed.flatMap(({ schema, name, field }) => {
    const issue = { code: 'invalid_type', path: [name], expected: '', message: '' } as const;
    const { advice } = explainMissing(issue as never, { schema } as never);
    const [, line] = /^Add a line such as {2}(.*)$/.exec(advice ?? '') ?? [];
    if (line === undefined) return [];
    const value = (parse(line, { schema: 'failsafe' }) as Record<string, unknown>)[name];
    return [{ line, accepted: field.safeParse(value).success }];
  });
  expect(told.length).toBeGreaterThan(10);
  expect(told.filter(({ accepted }) => !accepted)).toEqual([]);
});
