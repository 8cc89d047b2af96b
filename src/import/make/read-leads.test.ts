import { expect, test } from 'vitest';
import { directoryOf, readLeads } from './read-leads.ts';

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
  ['DBTH/RDaSH', []],
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
