import { unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { makeDocx } from '../../tests/fixtures/import/make-docx.ts';
import { makeXlsx } from '../../tests/fixtures/import/make-xlsx.ts';
import type { Table } from '../table.ts';
import { readFileAsTable } from './read-file.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const texts = ({ rows }: Table) => rows.map((row) => row.cells.map(({ text }) => text));
const places = ({ rows }: Table) => rows.map(({ place }) => place);

test('CSV: quoted cells with commas, quotation marks and line breaks, each row at its first line', async () => {
  const table = await readFileAsTable(
    'plan.csv',
    bytes('\ufeffAction,Lead\r\n"Say ""yes"", then\r\nwait","Council, Trust"\r\n\r\nGo,NHS\r\n'),
  );
  expect(texts(table)).toEqual([
    ['Action', 'Lead'],
    ['Say "yes", then\nwait', 'Council, Trust'],
    [''],
    ['Go', 'NHS'],
  ]);
  expect(places(table)).toEqual(['line 1', 'line 2', 'line 4', 'line 5']);
});

test('semicolons, tabs, UTF-16 and Windows text are read for what they are', async () => {
  expect(texts(await readFileAsTable('a.csv', bytes('Action;Lead\nGo;A, B\n')))[1]).toEqual([
    'Go',
    'A, B',
  ]);
  const utf16 = Uint8Array.from([0xff, 0xfe, ...Buffer.from('Action\tLead\nGo\t£5\n', 'utf16le')]);
  expect(texts(await readFileAsTable('a.txt', utf16))[1]).toEqual(['Go', '£5']);
  const windows = Uint8Array.from(Buffer.from('Action,Lead\nCarers\x92 caf\xe9,\xa35', 'latin1'));
  const read = await readFileAsTable('a.csv', windows);
  expect(texts(read)[1]).toEqual(['Carers’ café', '£5']);
  expect(read.notes[0]).toContain('Windows text');
});

test.each([
  'Choose an item.',
  'Click or tap here to enter text.',
  'Click or tap to enter a date.',
  'Click here to enter text',
  'Please select',
])('the prompt of an empty field is left out, and told: %s', async (prompt) => {
  const csv = new TextEncoder().encode(
    `Action,Lead\nGo.,${prompt}\nChoose an item of clothing.,All\n`,
  );
  const { rows, leftOut } = await readFileAsTable('plan.csv', csv);
  expect(rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
    ['Action', 'Lead'],
    ['Go.', ''],
    ['Choose an item of clothing.', 'All'],
  ]);
  expect(leftOut).toMatchObject([{ place: 'line 2', text: prompt }]);
});

test('a quotation mark that is never closed does not swallow the rest of the file', async () => {
  const read = await readFileAsTable('a.txt', bytes('Action\tLead\n"Go\tA\nStay\tB\n'));
  expect(texts(read).slice(0, 3)).toEqual([
    ['Action', 'Lead'],
    ['"Go', 'A'],
    ['Stay', 'B'],
  ]);
  expect(read.notes).toHaveLength(1);
});

test('the mark-up of a scan and characters that nobody sees are taken out', async () => {
  const read = await readFileAsTable(
    'a.txt',
    bytes('Action\tLead\n3 <sup>rd</sup> \u200bMarch\t<u> </u>x\u00a0y\n'),
  );
  expect(texts(read)[1]).toEqual(['3rd March', 'x y']);
});

test('Excel: every sheet with its own rows, and dates as their cells show them', async () => {
  const day = (text: string, format = 'mmm-yy') =>
    ({ value: new Date(text), type: Date, format }) as const;
  const workbook = await writeExcelFile([
    {
      sheet: 'Actions',
      data: [
        [{ value: 'Ref' }, { value: 'Action' }, { value: 'Due' }, { value: 'Done' }],
        [{ value: 1.1 }, { value: 'Go' }, day('2023-03-01'), day('2023-03-01', 'dd/mm/yyyy')],
        [{ value: 1.2 }, { value: 'Stay\nhere' }, day('2023-09-01'), day('2023-09-14', 'yyyy')],
      ],
    },
    { sheet: 'Notes', data: [[{ value: 'Notes' }]] },
  ]).toBuffer();
  const table = await readFileAsTable('plan.xlsx', workbook);
  expect(texts(table)).toEqual([
    ['Ref', 'Action', 'Due', 'Done'],
    ['1.1', 'Go', 'March 2023', '1 March 2023'],
    ['1.2', 'Stay\nhere', 'September 2023', '2023'],
    ['Notes'],
  ]);
  expect(places(table)[3]).toBe('sheet Notes, row 1');
});

test('Word: merged cells both ways, lists in cells, and what is around the table', async () => {
  const table = await readFileAsTable(
    'plan.docx',
    makeDocx([
      { heading: 'Breaks' },
      {
        table: [
          ['Outcome', 'Action', 'Lead'],
          [{ text: 'All carers', across: 3 }],
          [{ text: 'Rest', down: 'start' }, 'Go\nand stay', 'A & B'],
          [{ text: '', down: 'more' }, 'Stay', 'C'],
        ],
      },
      { paragraph: 'The end.' },
    ]),
  );
  expect(table.rows.map(({ kind, place }) => [kind, place])).toEqual([
    ['paragraph', 'paragraph 1'],
    ['row', 'table 1, row 1'],
    ['row', 'table 1, row 2'],
    ['row', 'table 1, row 3'],
    ['row', 'table 1, row 4'],
    ['paragraph', 'paragraph 2'],
  ]);
  expect(table.rows[2]!.cells[0]).toEqual({ text: 'All carers', across: 3 });
  expect(texts(table)[3]).toEqual(['Rest', 'Go\nand stay', 'A & B']);
  expect(table.rows[4]!.cells[0]).toEqual({ text: '', covered: true });
});

test.each([
  ['plan.pdf', '%PDF', 'Ask for the Word or Excel file'],
  ['plan.doc', 'x', 'save it as “Word Document (.docx)”'],
  ['plan.docx', 'not a zip', 'is not a real Word file'],
  ['plan.xlsx', 'PK nothing', 'Open it in Excel and save it again'],
  ['plan.docx', 'PK nothing', 'Open it in Word and save it again'],
  ['plan.csv', 'PK\u0003\u0004', 'wrong ending'],
  ['plan.csv', '', 'is empty'],
  ['plan', 'x', 'is not a kind of file that can be read'],
])('%s that holds “%s” is refused with what to do', async (name, text, told) => {
  await expect(readFileAsTable(name, bytes(text))).rejects.toThrow(told);
});

test.each(['docx', 'xlsx'])(
  'a small .%s file that holds a great deal is refused before it takes all memory',
  async (ending) => {
    const parts = {
      'word/document.xml': new Uint8Array(15e6),
      'xl/sharedStrings.xml': new Uint8Array(15e6),
    };
    const file = zipSync(parts);
    expect(file.length).toBeLessThan(100_000);
    const start = process.memoryUsage().rss;
    await expect(readFileAsTable(`plan.${ending}`, file)).rejects.toThrow(
      'more than 20 MB of text and the like, which is more than any plan. Copy the table',
    );
    expect(process.memoryUsage().rss - start).toBeLessThan(100e6);
  },
);

test.each(['&constructor;', '&toString;', '&__proto__;'])(
  'the code %s in a Word file is text like any other',
  async (code) => {
    const parts = unzipSync(makeDocx([{ table: [['Action', 'CODE']] }]));
    const xml = new TextDecoder().decode(parts['word/document.xml']).replace('CODE', code);
    const file = zipSync({ ...parts, 'word/document.xml': bytes(xml) });
    expect(texts(await readFileAsTable('a.docx', file))).toEqual([['Action', code]]);
  },
);

test('a text that was moved with changes tracked is told as moved, and one that was deleted as deleted', async () => {
  const parts = unzipSync(makeDocx([{ table: [['Action', 'Lead']] }, { paragraph: 'CODE' }]));
  const run = '<w:r><w:t>Go far</w:t></w:r>';
  const xml = new TextDecoder()
    .decode(parts['word/document.xml'])
    .replace('Action</w:t></w:r>', `Action</w:t></w:r><w:moveTo w:id="1">${run}</w:moveTo>`)
    .replace(/<w:r><w:t[^>]*>CODE<\/w:t><\/w:r>/, `<w:moveFrom w:id="2">${run}</w:moveFrom>`)
    .replace(
      '</w:body>',
      '<w:p><w:del w:id="3"><w:r><w:delText>Stay</w:delText></w:r></w:del></w:p></w:body>',
    );
  const table = await readFileAsTable(
    'a.docx',
    zipSync({ ...parts, 'word/document.xml': bytes(xml) }),
  );
  expect(texts(table)).toEqual([['ActionGo far', 'Lead']]);
  expect(table.leftOut.map(({ text, why }) => [text, why])).toEqual([
    ['Go far', 'It was moved elsewhere, with changes tracked.'],
    ['Stay', 'It was deleted, with changes tracked.'],
  ]);
});

test.each(['plan.constructor', 'plan.__proto__', 'plan.toString'])(
  'a file named %s is of no kind that can be read',
  async (name) => {
    await expect(readFileAsTable(name, bytes('a,b'))).rejects.toThrow(
      'is not a kind of file that can be read',
    );
  },
);

const coded = [
  ['Action', 'Lead'],
  ['Run carers&#39; week&nbsp;&amp; tell R&D;', 'Children&amp;rsquo;s Trust &ndash; AT&T'],
  ['&lt;p&gt;Open the centre&lt;/p&gt;', 'Waiting &lt;2 weeks'],
];

test.each([
  ['plan.csv', bytes(coded.map((cells) => cells.join(',')).join('\n'))],
  ['plan.xlsx', makeXlsx(coded)],
  ['plan.docx', makeDocx([{ table: coded }])],
])(
  'codes of web pages are read as the signs that they stand for, and told: %s',
  async (name, file) => {
    const table = await readFileAsTable(name, file);
    expect(texts(table)).toEqual([
      ['Action', 'Lead'],
      ["Run carers' week & tell R&D;", 'Children’s Trust – AT&T'],
      ['Open the centre', 'Waiting <2 weeks'],
    ]);
    const [note] = table.notes;
    expect(note).toContain("&#39; as '");
    expect(note).toContain('&nbsp; as a space');
    expect(note).toContain('2');
  },
);
