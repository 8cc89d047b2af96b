import { expect, test } from 'vitest';
import { repository } from '../../tests/fixtures/repository.ts';

const action = 'plans/new/actions/1.1.1.yaml';
const health = {
  'nhs-england': 'NHS England',
  'nhs-digital': 'NHS Digital',
  'north-trust': 'North of Anytown NHS Trust',
};

/** What is told of a lead that is not there, beside three organisations of the NHS. */
function told(lead: string) {
  const { edit, write, change } = repository();
  for (const [id, name] of Object.entries(health)) {
    write(
      `organisations/${id}.yaml`,
      `name: ${name}\nkind: nhs\nabout: Part of the NHS.\nbasis:\n  from: plan\n`,
    );
  }
  edit(action, '  - carers-team', `  - ${lead}`);
  const [problem, ...more] = change().checked.problems;
  expect(more).toEqual([]);
  expect(problem!.rule).toBe('organisation-exists');
  return { advice: problem!.advice, inBox: problem!.inBox };
}

test.each(['NHS', 'the NHS'])('of a name that several have, each is shown: %s', (lead) => {
  expect(told(lead)).toEqual({
    advice:
      'Several organisations have it in their names. Write the one that is meant:\n  nhs-england for NHS England\n  nhs-digital for NHS Digital\n  north-trust for North of Anytown NHS Trust',
    inBox:
      'Several organisations have it in their names. Choose from the list which of them is meant: NHS England, NHS Digital, North of Anytown NHS Trust.',
  });
});

test.each([
  ['england', '“nhs-england”', 'NHS England'],
  ['NHS Engalnd', '“nhs-england”', 'NHS England'],
  ['Anytown', '“north-trust” (North of Anytown NHS Trust)', 'North of Anytown NHS Trust'],
])('the one that is meant is offered by its name too: %s', (lead, written, name) => {
  expect(told(lead)).toEqual({
    advice: `Did you mean ${written}?`,
    inBox: `Did you mean “${name}”?`,
  });
});

test('parts of names are enough for several leads on one line', () => {
  expect(told('England and council').advice).toBe(
    'Write each on a separate line:\n  - nhs-england\n  - council',
  );
});

test.each([
  [{ council: 'council' }, ['council.yaml: “council” cannot be part of itself.']],
  [
    { council: 'trust', trust: 'council' },
    [
      'council.yaml: “council” is part of “trust” and “trust” is part of “council”: that goes round in a circle.',
    ],
  ],
  [{ trust: 'council', 'carers-team': 'trust' }, []],
])('no organisation is part of itself: %j', (parts, expected) => {
  const { read, write, change } = repository();
  for (const [id, whole] of Object.entries(parts)) {
    const path = `organisations/${id}.yaml`;
    write(path, `${read(path).replace(/^part_of: .*\n/m, '')}part_of: ${whole}\n`);
  }
  const told = change().checked.problems.filter(({ rule }) => rule === 'part-of-another');
  expect(told.map(({ file, message }) => `${file.split('/').at(-1)}: ${message}`)).toEqual(
    expected,
  );
});

test.each(['Jo Smith', 'Cllr Smith', 'Dr. Ann-Marie O’Neill'])(
  'what may be a person is asked about, and no file for it is offered first: %s',
  (lead) => {
    expect(told(lead).advice).toMatch(/^If this is a person, name the team or the job instead/);
  },
);

test.each(['jo-smith', 'Anytown Libraries Board', 'YLD'])(
  'what is no name of a person is not: %s',
  (lead) => {
    expect(told(lead).advice).not.toContain('person');
  },
);
