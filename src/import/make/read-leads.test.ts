import { expect, test } from 'vitest';
import { canBeName, directoryOf, readLeads } from './read-leads.ts';

const directory = directoryOf([
  { id: 'dbth', names: ['Doncaster Hospitals', 'DBTH'] },
  { id: 'rdash', names: ['RDaSH'] },
  { id: 'nhs-england', names: ['NHS England', 'NHSE'] },
  { id: 'carers', names: ['Carers'] },
  { id: 'carers-lead', names: ['Carers Lead'] },
  { id: 'wellbeing', names: ['Wellbeing and Social Work'] },
  { id: 'social-work', names: ['Social work'] },
  { id: 'carers-wellbeing-service', names: ['Carers Wellbeing Service', 'Carers Wellbeing'] },
  { id: 'csg', names: ['CSG'] },
  { id: 'health', names: ['Health'] },
]);
const ids = (text: string) => readLeads(text, directory).found.map(({ id }) => id);
const unknown = (text: string) => readLeads(text, directory).unknown.map((lead) => lead.text);

test.each([
  ['DBTH RDaSH NHS England', ['dbth', 'rdash', 'nhs-england']],
  ['Carers Lead Carers Wellbeing Carers', ['carers-lead', 'carers-wellbeing-service', 'carers']],
  ['Wellbeing and Social work', ['wellbeing']],
  ['DBTH, RDaSH & nhs england', ['dbth', 'rdash', 'nhs-england']],
  ['DBTH/RDaSH', ['dbth', 'rdash']],
  ['DBTH/Night Line', []],
  ['DBTH / RDaSH\nCSG; Health', ['dbth', 'rdash', 'csg', 'health']],
  ['Cares Wellbeing', ['carers-wellbeing-service']],
  ['DBTH DBTH', ['dbth']],
  ['', []],
])('“%s” names %j', (text, expected) => {
  expect(ids(text)).toEqual(expected);
});

test('what is unknown is kept whole beside what is known, with the nearest name', () => {
  expect(readLeads('DBTH Anytown Forum RDaSH', directory)).toMatchObject({
    found: [{ id: 'dbth' }, { id: 'rdash' }],
    unknown: [{ text: 'Anytown Forum', nearest: undefined }],
  });
  expect(readLeads('NHS Englund', directory).found).toEqual([
    { id: 'nhs-england', text: 'NHS Englund', exact: false },
  ]);
});

test('a plain word inside somebody else’s name is not taken for an organisation', () => {
  expect(ids('Public Health Anytown')).toEqual([]);
  expect(unknown('Public Health Anytown')).toEqual(['Public Health Anytown']);
});

test('an abbreviation with one other letter is another body', () => {
  expect(ids('CAG')).toEqual([]);
  expect(readLeads('CAG', directory).unknown).toEqual([{ text: 'CAG', nearest: 'CSG' }]);
});

test.each([
  ['J. Smith, Head of Care, DBTH', ['dbth'], [], ['J. Smith, Head of Care']],
  ['J. Smith, Head of Care, Anytown Council', [], ['Anytown Council'], ['J. Smith, Head of Care']],
  ['Oluwaseun Adeyemi, Head of Care, DBTH', ['dbth'], [], ['Oluwaseun Adeyemi, Head of Care']],
  ['Jane Smith (Anytown Council)', [], ['Anytown Council'], ['Jane Smith']],
  ['Anytown Council (Cllr A Jones)', [], ['Anytown Council'], ['Cllr A Jones']],
  ['DBTH (Jane Smith)', ['dbth'], [], ['Jane Smith']],
  ['Head of Commissioning – ICB', [], ['ICB'], ['Head of Commissioning']],
  ['RDaSH Service Manager', ['rdash'], [], ['Service Manager']],
  [
    'Anytown Council, Director of Public Health',
    [],
    ['Anytown Council'],
    ['Director of Public Health'],
  ],
])(
  'a person or a job is no body, and the body beside it leads: %s',
  (text, found, others, beside) => {
    const read = readLeads(text, directory);
    expect(read.found.map(({ id }) => id)).toEqual(found);
    expect(read.unknown.map((lead) => lead.text)).toEqual(others);
    expect(read.beside).toEqual(beside);
  },
);

test.each(['Aoife Brennan - Housing Team Manager', 'Xiuying Chen (Head of Care)'])(
  'a name beside a job is no body, whatever name it is: %s',
  (text) => {
    const read = readLeads(text, directory);
    expect(read.beside).toEqual([]);
    expect(read.unknown.some((lead) => canBeName(lead.text))).toBe(false);
  },
);

test.each(['DBTH and Director of Public Health', 'DBTH / Jane Smith', 'DBTH\nJane Smith'])(
  'a person or a job that may lead beside a body is still asked about: %j',
  (text) => {
    expect(ids(text)).toEqual(['dbth']);
    expect(unknown(text)).toHaveLength(1);
  },
);

test.each([
  ['Director of Adult Social Care', false],
  ['J. Smith, Head of Care', false],
  ['Dr A Jones', false],
  ['Commissioning Manager', false],
  ['Head of Care and Jane Smith', false],
  ['Jane Smith, Carers Connect', false],
  ['Oluwaseun Adeyemi (Head of Care)', false],
  ['Night Line', true],
  ['NHS England', true],
  ['Association of Directors of Adult Social Services', true],
  ['Office of the Police and Crime Commissioner', true],
  ['Carers Team', true],
  ['ICB & Council', false],
  ['ASC/NHS', false],
  ['Health and Care Partnership', true],
  ['Adult Social Care', true],
  // Names that no list of given names has.
  ['Akinyele Okonkwo-Bright', false],
  ['Siobhán Ní Dhomhnaill', false],
  ['Maria de la Cruz', false],
  ['Kowalski', false],
  ['Smith, Jane', false],
  ['Adichie N', false],
  ['JS', false],
  ['J.S.', false],
  ['jane smith', false],
  ['JANE SMITH', false],
  ['Xiuying Chen (Carers Lead)', false],
  ['Service Manager Xiuying Chen', false],
  ['ASC: Xiuying Chen', false],
  ['Xiuying’s team', false],
  ['Baroness Young of Hornsey', false],
  ['Xiuying Chen 01234 567890', false],
  ['Principal Social Worker', false],
  ['SRO', false],
  ['Name TBC', false],
  ['Adult Social Care, Public Health', false],
  // Kinds of bodies that everybody knows, also where they are called after people.
  ['Age UK', true],
  ['Anytown CVS', true],
  ['Anytown Mind', true],
  ['Marie Curie', true],
  ['Sue Ryder', true],
  ['Mary Stevens Hospice', true],
  ['MS Society', true],
  ['Home-Start', true],
  ['PCNs', true],
  ['DfE', true],
  ['Communications', true],
  ['Public Health', true],
  ['North Tyneside', true],
  ['Gofal Cymdeithasol Cymru', true],
  ['Department for Business, Energy and Industrial Strategy', true],
  ['Women’s team', true],
])('whether an organisation is made of “%s” without asking: %s', (text, right) => {
  expect(canBeName(text)).toBe(right);
});
