import fc from 'fast-check';
import { expect, test } from 'vitest';
import { standingNow, standings, stageStatus, statusNow, type Statement } from './standing.ts';
import { statusNames } from './status.ts';

type Said = Statement<number, string>;
const inOrder = (a: number, b: number) => a - b;
const promise = { due: 5, leads: 'council' };
const staged = {
  leads: 'council',
  milestones: [
    { label: 'Build it', due: 3 },
    { label: 'Open it', due: 7 },
  ],
};
const now = (statements: Said[], promised: typeof promise | typeof staged = promise) =>
  standingNow(promised, statements, inOrder);

test('what nobody spoke of is as it was promised', () => {
  expect(now([])).toMatchObject({ due: 5, leads: 'council', status: undefined });
  expect(statusNow(now([]))).toBe('not reported');
});

test('the newest statement on each part holds, and the one that gave the status is known', () => {
  const first = { status: 'in progress', due: 6 } as const;
  const second = { leads: 'trust' };
  expect(now([first, second])).toMatchObject({
    due: 6,
    moved: 6,
    leads: 'trust',
    status: 'in progress',
    statusFrom: first,
    newest: second,
  });
});

test('a whole is due when the last of its stages is, until it gets a date of its own', () => {
  const later = { milestones: [{ label: 'Open it', due: 9 }] };
  expect(now([], staged).due).toBe(7);
  expect(now([later], staged).due).toBe(9);
  expect(now([{ due: 8 }, later], staged)).toMatchObject({ due: 8, moved: 8 });
});

test('a stage that was never promised is passed over', () => {
  const { stages } = now([{ milestones: [{ label: 'Paint it', status: 'complete' }] }], staged);
  expect([...stages.keys()]).toEqual(['Build it', 'Open it']);
});

test('a stage of which nothing was reported ends with the whole', () => {
  const of = (status: (typeof statusNames)[number]) => {
    const { stages, ...whole } = now([{ status }], staged);
    return stageStatus(stages.get('Open it')!, whole);
  };
  expect(of('in progress')).toBe('not reported');
  expect(of('complete')).toBe('complete');
  expect(of('withdrawn')).toBe('withdrawn');
});

const statement: fc.Arbitrary<Said> = fc.record(
  {
    status: fc.constantFrom(...statusNames),
    due: fc.nat(20),
    leads: fc.constantFrom('council', 'trust'),
    milestones: fc.array(
      fc.record(
        { label: fc.constantFrom('Build it', 'Open it', 'Paint it'), due: fc.nat(20) },
        { requiredKeys: ['label'] },
      ),
    ),
    secondOpinion: fc.boolean(),
  },
  { requiredKeys: [] },
);

test('second opinions change nothing of what holds', () => {
  fc.assert(
    fc.property(fc.array(statement), (statements) => {
      const without = statements.filter(({ secondOpinion }) => !secondOpinion);
      expect(now(statements, staged)).toEqual(now(without, staged));
    }),
  );
});

test('each standing is what its statements alone would give', () => {
  fc.assert(
    fc.property(fc.array(statement), (statements) => {
      const all = standings(staged, statements, inOrder);
      expect(all).toHaveLength(statements.length + 1);
      for (const [index, standing] of all.entries()) {
        expect(standing).toEqual(now(statements.slice(0, index), staged));
      }
    }),
  );
});
