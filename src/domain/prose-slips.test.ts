import { expect, test } from 'vitest';
import { proseToHtml } from './prose.ts';
import { contactsIn, listMeant, personalNumbersIn, slipsIn, tableIn } from './prose-slips.ts';

const slips = [
  'See <https://council.example/paper>.',
  'See <www.council.example>.',
  'Write to <carers@council.example>.',
  '[the paper](http://council.example)',
  '[the paper](www.council.example/paper)',
  '[the paper](council.example/paper?page=2#top)',
  '[the team](carers@council.example)',
  '[the paper] (https://council.example)',
  '[the paper]( https://council.example)',
  '[the paper](<https://council.example>)',
  '![the centre](https://council.example/centre.jpg)',
];

test.each(slips)('%s is told, and what is proposed in its place becomes a link', (text) => {
  const [slip, ...more] = slipsIn(text);
  expect(more).toEqual([]);
  expect(text).toContain(slip!.text);
  expect(proseToHtml(text)).toMatch(/[<[!]|&lt;/);
  expect(slipsIn(slip!.meant!)).toEqual([]);
  expect(proseToHtml(slip!.meant!)).toMatch(
    /^<p><a href="(?:https|mailto):[^"]*">[^<[]*<\/a><\/p>$/,
  );
});

test.each(['javascript:alert(1)', 'JavaScript:alert(1)', 'data:text/html,x', 'vbscript:x'])(
  'a link to %s is told, and nothing is proposed',
  (target) => {
    expect(slipsIn(`[x](${target})`)).toEqual([{ kind: 'program', text: `[x](${target})` }]);
  },
);

test.each([
  'See [the paper](https://council.example/paper_(2).pdf).',
  'Ring [01302 123456](tel:01302123456) or write to [us](mailto:us@council.example).',
  'The plan says [sic] (see page 4), and fewer < more > less.',
  'Ages [16](and over), and a[1](2)',
  'The paper is at https://council.example/paper',
])('%s is as it should be', (text) => {
  expect(slipsIn(text)).toEqual([]);
});

test('a table is known by its tabs or by its strokes, however it is broken into lines', () => {
  const rows = [
    ['Month', 'Breaks'],
    ['May', '12'],
  ];
  expect(tableIn('These were held:\nMonth\tBreaks\nMay\t12')).toEqual(rows);
  expect(tableIn('| Month | Breaks |\n| --- | ---: |\n| May | 12 |')).toEqual(rows);
  expect(tableIn('Month\tBreaks May\t12')).not.toEqual([]);
  for (const list of [
    '•\tOne\n•\tTwo',
    '1.\tOne\n2.\tTwo',
    '(a)\tOne\n(b)\tTwo',
    '\uf0b7\tOne\no\tTwo',
  ]) {
    expect(tableIn(list)).toEqual([]);
  }
  expect(tableIn('One\ttab, and a | stroke\n| of two |')).toEqual([]);
});

test('lines with bullets from elsewhere are the list that was meant', () => {
  expect(listMeant('Held:\n• a day\n  ▪ a week')).toBe('Held:\n- a day\n- a week');
  expect(listMeant('•\ta day\no\ta week')).toBe('- a day\n- a week');
  expect(listMeant('It was held\n– for a day')).toBeUndefined();
  expect(listMeant('o Fawrth\no Ebrill')).toBeUndefined();
  expect(listMeant('- a day\n- a week')).toBeUndefined();
});

test('telephone numbers and email addresses are found, but for those of links and of services', () => {
  const found = (text: string) => contactsIn(text).map(({ asLink }) => asLink);
  expect(found('Ring 07700 900 123, +44 7700 900123 or (01302) 123456.')).toEqual([
    '[07700 900 123](tel:07700900123)',
    '[+44 7700 900123](tel:07700900123)',
    '[(01302) 123456](tel:01302123456)',
  ]);
  expect(found('Mary: mary.smith+1@mail.example.org.')).toEqual([
    '[mary.smith+1@mail.example.org](mailto:mary.smith+1@mail.example.org)',
  ]);
  expect(
    found(
      'Ring 0800 123 4567, 0300 123 1053 or [us](tel:01302123456). £12,345,678 in 2022/23; see https://a.example/01302123456/b@c.example',
    ),
  ).toEqual([]);
});

test.each([
  ['NHS number 943 476 5919 was moved', 'NHS number', '943 476 5919'],
  ['(943-476-5919)', 'NHS number', '943-476-5919'],
  ['Mrs Smith, 4010232137.', 'NHS number', '4010232137'],
  ['Her NI number is AB 12 34 56 C.', 'National Insurance number', 'AB 12 34 56 C'],
  ['AB123456C', 'National Insurance number', 'AB123456C'],
  ['ab 123456 d', 'National Insurance number', 'ab 123456 d'],
])('what leads to one person is found: %s', (text, kind, number) => {
  expect(personalNumbersIn(text)).toEqual([{ kind, text: number }]);
});

test.each([
  'the figure 943 476 5918, whose last digit is wrong',
  'ref 943 476 5919',
  '£4010232137 over 12 years, or 1,943,476,591',
  '9434765919 visits',
  '[paper](https://a.example/943-476-5919) and https://a.example/AB123456C',
  'QQ 12 34 56 C, DA 12 34 56 C, AO 12 34 56 C, GB 12 34 56 C and AB 12 34 56 E',
  'Room AB12, 34 people and 56 carers',
  'Ring 0300 123 1053',
])('what leads to nobody is left: %s', (text) => {
  expect(personalNumbersIn(text)).toEqual([]);
});
