import { expect, test } from 'vitest';
import { askLeads } from './ask-leads.ts';

const organisations = [
  { id: 'council', names: ['North Council', 'The Council'] },
  { id: 'trust', names: ['Care Trust'] },
  { id: 'carers-team', names: ['Carers team'] },
  { id: 'police', names: ['Police'] },
];
const unknown = ['Carer Trust', 'Night Line', 'Nobody yet'].map((text) => ({
  text,
  times: 2,
  nearest: undefined,
}));

test('of each lead the nearest organisations are offered, a new one, and to leave it', async () => {
  const asked: [string, readonly string[]][] = [];
  const answers = [0, 3, undefined];
  const said = await askLeads(unknown, organisations, (question, choices) => {
    asked.push([question, choices]);
    return Promise.resolve(answers.shift());
  });
  expect(asked[0]).toEqual([
    'The file names “Carer Trust” (2 times). Who is that?',
    [
      'It is Care Trust (trust)',
      'It is Carers team (carers-team)',
      'It is North Council (council)',
      'Make a new record for it',
    ],
  ]);
  expect(asked).toHaveLength(3);
  expect(said).toEqual({ known: new Map([['Carer Trust', 'trust']]), fresh: ['Night Line'] });
});
