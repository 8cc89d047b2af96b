import { describe, expect, test } from 'vitest';
import { compare, compareAction, empty, repairedWords, unexplainedLeads } from './compare.ts';
import { FAULTS, altered, mirror } from './mirror.ts';
import { CELL_NAMES, cellOf, known } from './source.ts';
import { SOURCES } from './sources.ts';
import { listAt, textAt } from './records.ts';
import type { Yaml } from './records.ts';

/** This test holds the records to the source; here it is shown that it can fail. */
describe('the comparison itself', () => {
  describe.each(SOURCES)('$plan', ({ plan, scanned, read }) => {
    const source = read(scanned);
    const faultless = mirror(source);

    test('finds nothing in records that mirror the source', () => {
      expect(compare(source, faultless).problems).toEqual([]);
    });

    test.each(Object.entries(FAULTS))('finds %s, in every cell of every action', (_, fault) => {
      let tried = 0;
      for (const action of source.actions) {
        const record = known(faultless.actions.get(action.ref), 'record');
        for (const cell of CELL_NAMES) {
          const faulty = altered(record, cell, 'progress' in action.cells, fault);
          if (!faulty) continue;
          tried += 1;
          const result = empty();
          compareAction(plan, action, faulty, result);
          expect(result.problems).toHaveLength(1);
          expect(result.problems[0]).toContain(`${plan} ${action.ref}, ${cell}: word `);
        }
      }
      expect(tried).toBeGreaterThan(source.actions.length);
    });

    test('finds an action that is missing, and one that nobody promised', () => {
      const [first, ...others] = [...faultless.actions];
      const [ref, record] = known(first, 'action');
      const actions = new Map([...others, ['9.9', record]] satisfies [string, Yaml][]);
      expect(compare(source, { ...faultless, actions }).problems).toEqual([
        `${plan} ${ref}: in the source, but there is no record`,
        `${plan} 9.9: a record, but not in the source`,
      ]);
    });

    test('finds an action under the wrong outcome, and a changed outcome and heading', () => {
      const records = structuredClone(faultless);
      const [ref, record] = known([...records.actions][0], 'action');
      (record as { [key: string]: Yaml })['outcome'] = 'elsewhere';
      const theme = known((records.plan as { themes: Yaml[] }).themes[1], 'theme') as {
        title: string;
        outcomes: { wording: string }[];
      };
      theme.title += ' again';
      known(theme.outcomes[0], 'outcome').wording += ' again';
      const { problems } = compare(source, records);
      expect(problems).toHaveLength(3);
      expect(problems[0]).toContain(`${plan} ${ref}, outcome: `);
      expect(problems[1]).toContain(`${plan} theme 2, title: `);
      expect(problems[2]).toMatch(new RegExp(`^${plan} outcome \\S+, wording: word `));
    });
  });

  test('shows the place of a difference', () => {
    const source = known(SOURCES[0], 'source').read(known(SOURCES[0], 'source').scanned);
    const action = known(source.actions[0], 'action');
    const record = known(mirror(source).actions.get(action.ref), 'record');
    const faulty = altered(record, 'status', false, (list) => list.toSpliced(5, 1));
    const result = empty();
    compareAction('doncaster', action, known(faulty ?? undefined, 'record'), result);
    expect(result.problems).toEqual([
      'doncaster 1.1.1, status: word 6 differs\n' +
        '    source: … and registration for team [members] requested Access requested\n' +
        '    record: … and registration for team [requested] Access requested\n' +
        '    in updates.0.text',
    ]);
  });

  test('carries out a repair that appears once in the cell, and no other', () => {
    const cell = cellOf({
      line: 1,
      column: 1,
      start: 0,
      text: 'Initial meeting held. neid. Further meetings booked in.',
    });
    const repair = (found: string, read: string) =>
      repairedWords(cell, [{ cell: 'status', found, read }]);
    expect(repair('neid.', '')).toEqual({
      list: ['Initial', 'meeting', 'held', 'Further', 'meetings', 'booked', 'in'],
      problems: [],
    });
    expect(repair('Further meeting', 'x').problems[0]).toContain('0 times');
    expect(repair('neid!', 'x').problems[0]).toContain('only in other punctuation');
    const twice = cellOf({ line: 1, column: 1, start: 0, text: 'Carers Lead Carers support' });
    const ambiguous = repairedWords(twice, [{ cell: 'lead', found: 'Carers', read: '' }]);
    expect(ambiguous.problems[0]).toContain('2 times');
    const overlapping = repairedWords(twice, [
      { cell: 'lead', found: 'Carers Lead', read: '' },
      { cell: 'lead', found: 'Lead', read: '' },
    ]);
    expect(overlapping.problems[0]).toContain('meets another repair');
  });

  test('finds a milestone with another date or label, and a date that no milestone has', () => {
    const file = known(
      SOURCES.find(({ plan }) => plan === 'national'),
      'source',
    );
    const source = file.read(file.scanned);
    const problemsWith = (...milestones: { label: string; due: string }[]): string[] => {
      const records = mirror(source);
      const record = known(records.actions.get('1.12'), 'record') as { [key: string]: Yaml };
      record['source'] = { row: '1.12', due: textAt(record, 'due') };
      delete record['due'];
      return compare(source, {
        ...records,
        actions: records.actions.set('1.12', { ...record, milestones }),
      }).problems;
    };
    const first = { label: 'Phase 1', due: '2018/19' };
    const second = { label: 'Phase 2', due: '2019/20' };
    expect(problemsWith(first, second)).toEqual([]);
    expect(problemsWith(second, first)).toEqual([
      'national 1.12, milestones: the due cell has no "2018 19" here: … phase 1 2019 20 [phase] 2',
    ]);
    expect(problemsWith({ ...first, due: '2018/20' }, second)[0]).toContain('has no "2018 20"');
    expect(problemsWith(first)).toContain(
      'national 1.12, milestones: no stage has "20" of the due cell',
    );
    expect(problemsWith(first, { ...second, label: 'Phase 2 plans' })).toEqual([
      'national 1.12, milestones: the source\'s row has no "plans", which is in a label',
    ]);
  });

  test('finds a moved date and a quoted reason that the report does not give', () => {
    const file = known(
      SOURCES.find(({ plan }) => plan === 'national'),
      'source',
    );
    const source = file.read(file.scanned);
    const problemsWith = (due: string, reason: string): string[] => {
      const records = mirror(source);
      const record = known(records.actions.get('1.7'), 'record');
      Object.assign(known(listAt(record, 'updates')[0], 'report'), { due, reason });
      return compare(source, records).problems;
    };
    expect(problemsWith('May 2020', 'It reads "expected to complete May 2020".')).toEqual([]);
    expect(problemsWith('June 2020', 'It reads "is expected to complete".')).toEqual([
      'national 1.7, the first update: the source\'s row has no "June 2020"',
      'national 1.7, the first update: the source\'s row has no "is expected to complete"',
    ]);
  });

  test('explains a lead cell by one name for each lead, in order', () => {
    const council = { id: 'council', names: ['Doncaster Council', 'DC'] };
    const lead = { id: 'lead', names: ['Carers Lead', ''] };
    const cell = ['dc', 'carers', 'lead'];
    expect(unexplainedLeads(cell, [council, lead])).toBeNull();
    expect(unexplainedLeads(cell, [lead, council])).toContain('no name of "lead" is here: [dc]');
    expect(unexplainedLeads(cell, [council])).toContain('no lead for what is here: dc [carers]');
  });
});
