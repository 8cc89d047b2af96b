import { describe, expect, test } from 'vitest';
import {
  acceptedForms,
  checkedDate,
  compareDueDates,
  dateRefusalInWords,
  fixedDateAdvice,
  ongoingFrom,
  parseDueDate,
} from './due-date.ts';

const accepted = checkedDate;

/** The rows of a table as 'typed | display | EDTF | earliest | latest | precision | slug'. */
function rows(table: string): string[][] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
}

test('every form in the advice is a form that is read', () => {
  for (const form of forms.slice(forms.indexOf(':') + 1, -1).split(';')) {
    expect(parseDueDate(form).ok, form).toBe(true);
  }
});

describe('accepted forms', () => {
  test.each(
    rows(`
Apr 22                  | April 2022               | 2022-04                 | 2022-04-01 | 2022-04-30 | month | 2022-04
April 2022              | April 2022               | 2022-04                 | 2022-04-01 | 2022-04-30 | month | 2022-04
Sept 22                 | September 2022           | 2022-09                 | 2022-09-01 | 2022-09-30 | month | 2022-09
Apr '22                 | April 2022               | 2022-04                 | 2022-04-01 | 2022-04-30 | month | 2022-04
Feb 2024                | February 2024            | 2024-02                 | 2024-02-01 | 2024-02-29 | month | 2024-02
15 March 2023           | 15 March 2023            | 2023-03-15              | 2023-03-15 | 2023-03-15 | day | 2023-03-15
15th March 2023         | 15 March 2023            | 2023-03-15              | 2023-03-15 | 2023-03-15 | day | 2023-03-15
15 Mar 23               | 15 March 2023            | 2023-03-15              | 2023-03-15 | 2023-03-15 | day | 2023-03-15
2023-03-15              | 15 March 2023            | 2023-03-15              | 2023-03-15 | 2023-03-15 | day | 2023-03-15
29 February 2024        | 29 February 2024         | 2024-02-29              | 2024-02-29 | 2024-02-29 | day | 2024-02-29
Spring 2019             | Spring 2019              | 2019-21                 | 2019-03-01 | 2019-05-31 | season | spring-2019
Summer 2019             | Summer 2019              | 2019-22                 | 2019-06-01 | 2019-08-31 | season | summer-2019
Autumn 2018             | Autumn 2018              | 2018-23                 | 2018-09-01 | 2018-11-30 | season | autumn-2018
Winter 2018/19          | Winter 2018 to 2019      | 2018-12/2019-02         | 2018-12-01 | 2019-02-28 | season | winter-2018-2019
Winter 2018 to 2019     | Winter 2018 to 2019      | 2018-12/2019-02         | 2018-12-01 | 2019-02-28 | season | winter-2018-2019
Winter 2019/20          | Winter 2019 to 2020      | 2019-12/2020-02         | 2019-12-01 | 2020-02-29 | season | winter-2019-2020
2018/19                 | April 2018 to March 2019 | 2018-04/2019-03         | 2018-04-01 | 2019-03-31 | financial year | 2018-2019
2018/2019               | April 2018 to March 2019 | 2018-04/2019-03         | 2018-04-01 | 2019-03-31 | financial year | 2018-2019
1999/00                 | April 1999 to March 2000 | 1999-04/2000-03         | 1999-04-01 | 2000-03-31 | financial year | 1999-2000
2018/19 & 2019/20       | April 2018 to March 2020 | 2018-04/2020-03         | 2018-04-01 | 2020-03-31 | financial year | 2018-2020
2018/19 and 2019/20     | April 2018 to March 2020 | 2018-04/2020-03         | 2018-04-01 | 2020-03-31 | financial year | 2018-2020
2018/19 to 2019/20      | April 2018 to March 2020 | 2018-04/2020-03         | 2018-04-01 | 2020-03-31 | financial year | 2018-2020
2018/19, 2019/20 & 2020/21 | April 2018 to March 2021 | 2018-04/2021-03      | 2018-04-01 | 2021-03-31 | financial year | 2018-2021
End 2018                | End of 2018              | 2018-12~                | 2018-12-01 | 2018-12-31 | part | end-2018
end of 2018             | End of 2018              | 2018-12~                | 2018-12-01 | 2018-12-31 | part | end-2018
Easter 2019             | Easter 2019              | 2019-04-19/2019-04-22   | 2019-04-19 | 2019-04-22 | holiday | easter-2019
Easter 2018             | Easter 2018              | 2018-03-30/2018-04-02   | 2018-03-30 | 2018-04-02 | holiday | easter-2018
early 2020              | Early 2020               | 2020-01~/2020-04~       | 2020-01-01 | 2020-04-30 | part | early-2020
mid 2020                | Mid 2020                 | 2020-05~/2020-08~       | 2020-05-01 | 2020-08-31 | part | mid-2020
late 2020               | Late 2020                | 2020-09~/2020-12~       | 2020-09-01 | 2020-12-31 | part | late-2020
early March 2020        | Early March 2020         | 2020-03-01~/2020-03-10~ | 2020-03-01 | 2020-03-10 | part | early-2020-03
mid March 2020          | Mid March 2020           | 2020-03-11~/2020-03-20~ | 2020-03-11 | 2020-03-20 | part | mid-2020-03
late March 2020         | Late March 2020          | 2020-03-21~/2020-03-31~ | 2020-03-21 | 2020-03-31 | part | late-2020-03
end of March 2020       | Late March 2020          | 2020-03-21~/2020-03-31~ | 2020-03-21 | 2020-03-31 | part | late-2020-03
early spring 2019       | Early spring 2019        | 2019-03~                | 2019-03-01 | 2019-03-31 | part | early-spring-2019
mid winter 2018/19      | Mid winter 2018 to 2019  | 2019-01~                | 2019-01-01 | 2019-01-31 | part | mid-winter-2018-2019
late spring 2019        | Late spring 2019         | 2019-05~                | 2019-05-01 | 2019-05-31 | part | late-spring-2019
end of spring 2019      | Late spring 2019         | 2019-05~                | 2019-05-01 | 2019-05-31 | part | late-spring-2019
early 2019/20           | April to July 2019       | 2019-04/2019-07         | 2019-04-01 | 2019-07-31 | range | 2019-04-to-2019-07
mid 2019/20             | August to November 2019  | 2019-08/2019-11         | 2019-08-01 | 2019-11-30 | range | 2019-08-to-2019-11
late 2019/20            | December 2019 to March 2020 | 2019-12/2020-03      | 2019-12-01 | 2020-03-31 | range | 2019-12-to-2020-03
end of 2018/19          | March 2019               | 2019-03                 | 2019-03-01 | 2019-03-31 | month | 2019-03
end of Q3 2024/25       | December 2024            | 2024-12                 | 2024-12-01 | 2024-12-31 | month | 2024-12
Q1 2024/25              | April to June 2024       | 2024-04/2024-06         | 2024-04-01 | 2024-06-30 | quarter | 2024-04-to-2024-06
Q3 2024/25              | October to December 2024 | 2024-10/2024-12         | 2024-10-01 | 2024-12-31 | quarter | 2024-10-to-2024-12
Q4 2024/25              | January to March 2025    | 2025-01/2025-03         | 2025-01-01 | 2025-03-31 | quarter | 2025-01-to-2025-03
October to December 2024 | October to December 2024 | 2024-10/2024-12        | 2024-10-01 | 2024-12-31 | quarter | 2024-10-to-2024-12
2020                    | 2020                     | 2020                    | 2020-01-01 | 2020-12-31 | year | 2020
2018 to 2020            | 2018 to 2020             | 2018/2020               | 2018-01-01 | 2020-12-31 | range | 2018-to-2020
2018 to 2019            | 2018 to 2019             | 2018/2019               | 2018-01-01 | 2019-12-31 | range | 2018-to-2019
March to June 2022      | March to June 2022       | 2022-03/2022-06         | 2022-03-01 | 2022-06-30 | range | 2022-03-to-2022-06
April 2018 to March 2019 | April 2018 to March 2019 | 2018-04/2019-03        | 2018-04-01 | 2019-03-31 | financial year | 2018-2019
3 to 10 March 2022      | 3 to 10 March 2022       | 2022-03-03/2022-03-10   | 2022-03-03 | 2022-03-10 | range | 2022-03-03-to-2022-03-10
3 March to 10 June 2022 | 3 March to 10 June 2022  | 2022-03-03/2022-06-10   | 2022-03-03 | 2022-06-10 | range | 2022-03-03-to-2022-06-10
28 Dec 2022 to 3 Jan 2023 | 28 December 2022 to 3 January 2023 | 2022-12-28/2023-01-03 | 2022-12-28 | 2023-01-03 | range | 2022-12-28-to-2023-01-03
Spring to Autumn 2019   | March to November 2019   | 2019-03/2019-11         | 2019-03-01 | 2019-11-30 | range | 2019-03-to-2019-11
Autumn to Winter 2018/19 | September 2018 to February 2019 | 2018-09/2019-02 | 2018-09-01 | 2019-02-28 | range | 2018-09-to-2019-02
Winter 2018 to 2019 to Spring 2020 | December 2018 to May 2020 | 2018-12/2020-05 | 2018-12-01 | 2020-05-31 | range | 2018-12-to-2020-05
Q1 to Q3 2024/25        | April to December 2024   | 2024-04/2024-12         | 2024-04-01 | 2024-12-31 | range | 2024-04-to-2024-12
early to mid March 2020 | 1 to 20 March 2020       | 2020-03-01/2020-03-20   | 2020-03-01 | 2020-03-20 | range | 2020-03-01-to-2020-03-20
2018 to March 2020      | January 2018 to March 2020 | 2018-01/2020-03       | 2018-01-01 | 2020-03-31 | range | 2018-01-to-2020-03
1 to 31 March 2022      | March 2022               | 2022-03                 | 2022-03-01 | 2022-03-31 | month | 2022-03
January to December 2020 | 2020                    | 2020                    | 2020-01-01 | 2020-12-31 | year | 2020
by March 2023           | By March 2023            | ../2023-03              |            | 2023-03-31 | month | by-2023-03
by the end of March 2023 | By March 2023           | ../2023-03              |            | 2023-03-31 | month | by-2023-03
by 15 March 2023        | By 15 March 2023         | ../2023-03-15           |            | 2023-03-15 | day | by-2023-03-15
by 2018                 | By the end of 2018       | ../2018                 |            | 2018-12-31 | year | by-2018
by the end of 2018      | By the end of 2018       | ../2018                 |            | 2018-12-31 | year | by-2018
by end of spring 2019   | By spring 2019           | ../2019-05              |            | 2019-05-31 | season | by-spring-2019
by winter 2018/19       | By winter 2018 to 2019   | ../2019-02              |            | 2019-02-28 | season | by-winter-2018-2019
by 2018/19              | By March 2019            | ../2019-03              |            | 2019-03-31 | month | by-2019-03
by Q3 2024/25           | By December 2024         | ../2024-12              |            | 2024-12-31 | month | by-2024-12
by mid 2019/20          | By November 2019         | ../2019-11              |            | 2019-11-30 | month | by-2019-11
before late 2019/20     | Before December 2019     | ../2019-11              |            | 2019-11-30 | month | before-2019-12
by early 2020           | By early 2020            | ../2020-04~             |            | 2020-04-30 | part | by-early-2020
by mid March 2020       | By mid March 2020        | ../2020-03-20~          |            | 2020-03-20 | part | by-mid-2020-03
by Easter 2019          | By Easter 2019           | ../2019-04-22           |            | 2019-04-22 | holiday | by-easter-2019
before March 2023       | Before March 2023        | ../2023-02              |            | 2023-02-28 | month | before-2023-03
before 15 March 2023    | Before 15 March 2023     | ../2023-03-14           |            | 2023-03-14 | day | before-2023-03-15
before 2018             | Before 2018              | ../2017                 |            | 2017-12-31 | year | before-2018
before Spring 2019      | Before spring 2019       | ../2019-02              |            | 2019-02-28 | season | before-spring-2019
before Easter 2019      | Before Easter 2019       | ../2019-04-18           |            | 2019-04-18 | holiday | before-easter-2019
before 2018/19          | Before April 2018        | ../2018-03              |            | 2018-03-31 | month | before-2018-04
before the end of 2018  | By the end of 2018       | ../2018                 |            | 2018-12-31 | year | by-2018
Ongoing                 | Ongoing                  | ../..                   |            |            | ongoing | ongoing
31/03/2025              | 31 March 2025            | 2025-03-31              | 2025-03-31 | 2025-03-31 | day | 2025-03-31
03/15/2023              | 15 March 2023            | 2023-03-15              | 2023-03-15 | 2023-03-15 | day | 2023-03-15
15.03.23                | 15 March 2023            | 2023-03-15              | 2023-03-15 | 2023-03-15 | day | 2023-03-15
2023/03/15              | 15 March 2023            | 2023-03-15              | 2023-03-15 | 2023-03-15 | day | 2023-03-15
04/04/2025              | 4 April 2025             | 2025-04-04              | 2025-04-04 | 2025-04-04 | day | 2025-04-04
03/2023                 | March 2023               | 2023-03                 | 2023-03-01 | 2023-03-31 | month | 2023-03
by 15/03/2023           | By 15 March 2023         | ../2023-03-15           |            | 2023-03-15 | day | by-2023-03-15
01/04/2024 - 31/03/2025 | April 2024 to March 2025 | 2024-04/2025-03         | 2024-04-01 | 2025-03-31 | financial year | 2024-2025
Friday 31 January 2025  | 31 January 2025          | 2025-01-31              | 2025-01-31 | 2025-01-31 | day | 2025-01-31
Weds 15th of June, 2022 | 15 June 2022             | 2022-06-15              | 2022-06-15 | 2022-06-15 | day | 2022-06-15
Spring/Summer 2024      | March to August 2024     | 2024-03/2024-08         | 2024-03-01 | 2024-08-31 | range | 2024-03-to-2024-08
Autumn/Winter 2024/25   | September 2024 to February 2025 | 2024-09/2025-02  | 2024-09-01 | 2025-02-28 | range | 2024-09-to-2025-02
Christmas 2019          | Christmas 2019           | 2019-12-25/2019-12-26   | 2019-12-25 | 2019-12-26 | holiday | christmas-2019
by Christmas 2019       | By Christmas 2019        | ../2019-12-26           |            | 2019-12-26 | holiday | by-christmas-2019
Autumn term 2024        | Autumn term 2024         | 2024-09~/2024-12~       | 2024-09-01 | 2024-12-31 | part | autumn-term-2024
Spring term 2024/25     | Spring term 2025         | 2025-01~/2025-04~       | 2025-01-01 | 2025-04-30 | part | spring-term-2025
Summer term 2025        | Summer term 2025         | 2025-04~/2025-07~       | 2025-04-01 | 2025-07-31 | part | summer-term-2025
end of autumn term 2024 | December 2024            | 2024-12                 | 2024-12-01 | 2024-12-31 | month | 2024-12
End of Q2 25/26         | September 2025           | 2025-09                 | 2025-09-01 | 2025-09-30 | month | 2025-09
2025/26 Q2              | July to September 2025   | 2025-07/2025-09         | 2025-07-01 | 2025-09-30 | quarter | 2025-07-to-2025-09
Q2 11/12                | July to September 2011   | 2011-07/2011-09         | 2011-07-01 | 2011-09-30 | quarter | 2011-07-to-2011-09
25/26                   | April 2025 to March 2026 | 2025-04/2026-03         | 2025-04-01 | 2026-03-31 | financial year | 2025-2026
FY25/26                 | April 2025 to March 2026 | 2025-04/2026-03         | 2025-04-01 | 2026-03-31 | financial year | 2025-2026
FY 2025-26              | April 2025 to March 2026 | 2025-04/2026-03         | 2025-04-01 | 2026-03-31 | financial year | 2025-2026
H1 2025                 | January to June 2025     | 2025-01/2025-06         | 2025-01-01 | 2025-06-30 | range | 2025-01-to-2025-06
H1 2025/26              | April to September 2025  | 2025-04/2025-09         | 2025-04-01 | 2025-09-30 | range | 2025-04-to-2025-09
H2 2025/26              | October 2025 to March 2026 | 2025-10/2026-03       | 2025-10-01 | 2026-03-31 | range | 2025-10-to-2026-03
no later than 31 March 2025 | By 31 March 2025     | ../2025-03-31           |            | 2025-03-31 | day | by-2025-03-31
Start of 2025           | Start of 2025            | 2025-01~                | 2025-01-01 | 2025-01-31 | part | start-2025
start of March 2025     | Early March 2025         | 2025-03-01~/2025-03-10~ | 2025-03-01 | 2025-03-10 | part | early-2025-03
start of 2025/26        | April 2025               | 2025-04                 | 2025-04-01 | 2025-04-30 | month | 2025-04
before the start of 2025 | Before 2025             | ../2024                 |            | 2024-12-31 | year | before-2025
Ongoing from April 2024 | Ongoing from April 2024  | 2024-04/..              | 2024-04-01 |            | ongoing | ongoing-from-2024-04
April 2024 onwards      | Ongoing from April 2024  | 2024-04/..              | 2024-04-01 |            | ongoing | ongoing-from-2024-04
March 2023 – ongoing    | Ongoing from March 2023  | 2023-03/..              | 2023-03-01 |            | ongoing | ongoing-from-2023-03
Ongoing since 2019      | Ongoing from 2019        | 2019/..                 | 2019-01-01 |            | ongoing | ongoing-from-2019
Ongoing from spring 2024 | Ongoing from spring 2024 | 2024-03/..             | 2024-03-01 |            | ongoing | ongoing-from-spring-2024
from 2024/25 onwards    | Ongoing from April 2024  | 2024-04/..              | 2024-04-01 |            | ongoing | ongoing-from-2024-04
31 Ionawr 2025          | 31 January 2025          | 2025-01-31              | 2025-01-31 | 2025-01-31 | day | 2025-01-31
15 Hydref 2024          | 15 October 2024          | 2024-10-15              | 2024-10-15 | 2024-10-15 | day | 2024-10-15
yr hydref 2024          | Autumn 2024              | 2024-23                 | 2024-09-01 | 2024-11-30 | season | autumn-2024
Gaeaf 2024/25           | Winter 2024 to 2025      | 2024-12/2025-02         | 2024-12-01 | 2025-02-28 | season | winter-2024-2025
`),
  )('%s', (text, display, edtf, earliest, latest, precision, slug) => {
    const date = { display, edtf, earliest: earliest || null, latest: latest || null };
    expect(accepted(text!)).toMatchObject({ text, ...date, precision, slug });
  });

  test.each([
    ['  sPRING\t 2019 ', 'spring-2019'],
    ['15\u00a0March\u202f2023', '2023-03-15'],
    ['15 March, 2023', '2023-03-15'],
    ['the 15th of March 2023', '2023-03-15'],
    ['Sept. 2022', '2022-09'],
    ['Apr ’22', '2022-04'],
    ['Apr-22', '2022-04'],
    ['15-Mar-23', '2023-03-15'],
    ['mid-2020', 'mid-2020'],
    ['March–June 2022', '2022-03-to-2022-06'],
    ['March - June 2022', '2022-03-to-2022-06'],
    ['Mar-Jun 2022', '2022-03-to-2022-06'],
    ['3–10 March 2022', '2022-03-03-to-2022-03-10'],
    ['January 2018 – 15 June 2019', '2018-01-01-to-2019-06-15'],
    ['FY 2018/19', '2018-2019'],
    ['the financial year 2018/19', '2018-2019'],
    ['2018 / 19', '2018-2019'],
    ['Quarter 3 of 2024/25', '2024-10-to-2024-12'],
    ['On-going', 'ongoing'],
  ])('tolerates %j', (text, slug) => {
    expect(accepted(text).slug).toBe(slug);
  });

  test('keeps the text as typed, but for white space', () => {
    expect(accepted('  Sept\u00a0 22 ').text).toBe('Sept 22');
  });

  test.each(acceptedForms.map(({ write }) => write))('the guide shows “%s”', (write) => {
    expect(accepted(write).text).toBe(write);
  });

  test('the guide shows every precision', () => {
    const shown = new Set(acceptedForms.map(({ write }) => accepted(write).precision));
    expect([...shown].sort()).toEqual(
      'day,financial year,holiday,month,ongoing,part,quarter,range,season,year'.split(','),
    );
  });
});

const forms =
  'Write it like one of these: 15 March 2023; March 2023; Spring 2019; 2018/19; End of 2018; By March 2023; Ongoing.';
const leaveOut = 'Leave the due line out: the site then says that no date was given.';
const byDash = 'could mean more than one thing, because of the dash.';
const ifItRuns =
  'if the time runs from the first to the last. For stages with a date each, write “milestones” in place of “due”.';
const inLetters = 'Write the name of the month in letters, for example 15 March 2025.';
const notKnown = (text: string, word: string): string =>
  `“${text}” cannot be read as a date: “${word}” is not a word used in dates.`;

describe('refusals', () => {
  test.each<[text: string, message: string, advice: string]>([
    // A dash between numbers
    [
      '2021-22',
      `“2021-22” ${byDash}`,
      'Write 2021/22 for the financial year April 2021 to March 2022, or Summer 2021 for the season.',
    ],
    [
      '2003-04',
      `“2003-04” ${byDash}`,
      'Write 2003/04 for the financial year April 2003 to March 2004, or April 2003 for the month.',
    ],
    [
      '2018-25',
      `“2018-25” ${byDash}`,
      'Write 2018/19 to 2024/25 for the financial years April 2018 to March 2025, or 2018 to 2025 for January 2018 to December 2025.',
    ],
    ['2022-04', `“2022-04” ${byDash}`, 'Write April 2022 for the month.'],
    [
      '2018–19',
      `“2018–19” ${byDash}`,
      'Write 2018/19 for the financial year April 2018 to March 2019.',
    ],
    [
      '2023-24',
      `“2023-24” ${byDash}`,
      'Write 2023/24 for the financial year April 2023 to March 2024, or Winter 2023/24 for the season.',
    ],
    [
      '2018-15',
      `“2018-15” ${byDash}`,
      'Write 2018/19 for a financial year, 2018 to 2020 for calendar years, or April 2018 for a month.',
    ],
    [
      '2018-2019',
      `“2018-2019” ${byDash}`,
      'Write 2018/19 for the financial year April 2018 to March 2019, or 2018 to 2019 for January 2018 to December 2019.',
    ],
    [
      '2018–2020',
      `“2018–2020” ${byDash}`,
      'Write 2018/19 to 2019/20 for the financial years April 2018 to March 2020, or 2018 to 2020 for January 2018 to December 2020.',
    ],
    ['Winter 2018-19', `“Winter 2018-19” ${byDash}`, 'Write Winter 2018/19.'],
    ['Q3 2024-25', `“Q3 2024-25” ${byDash}`, 'Write Q3 2024/25.'],
    ['by 2021-22', `“by 2021-22” ${byDash}`, 'Write by 2021/22, or by Summer 2021.'],
    ['2018-19 to 2019-20', `“2018-19 to 2019-20” ${byDash}`, 'Write 2018/19 to 2019/20.'],

    // Which winter, quarter, year?
    [
      'Winter 2018',
      '“Winter 2018” could be either of two winters.',
      'Write Winter 2017/18 for December 2017 to February 2018, or Winter 2018/19 for December 2018 to February 2019.',
    ],
    [
      'Winter 2018 to 2020',
      '“Winter 2018 to 2020” is not one winter.',
      'Write Winter 2018/19 for one winter, or Winter 2018/19 to Winter 2019/20 for the time between two.',
    ],
    [
      'Winter 2019 to 2018',
      '“Winter 2019 to 2018” is not one winter.',
      'Write two years in a row, for example Winter 2019/20.',
    ],
    [
      'Q3 2024',
      '“Q3 2024” could be a quarter of the calendar year or of a financial year.',
      'Write July to September 2024 for the calendar year, or Q3 2024/25 for October to December 2024.',
    ],
    [
      'Q1 2024',
      '“Q1 2024” could be a quarter of the calendar year or of a financial year.',
      'Write January to March 2024 for the calendar year, or Q1 2024/25 for April to June 2024.',
    ],
    [
      'Spring 2018/19',
      '“Spring 2018/19” gives two years for one date.',
      'Write Spring 2018 or Spring 2019.',
    ],
    // A range is told whole, and never as its last part alone.
    [
      'Summer to Winter 2025',
      '“Summer to Winter 2025” could mean either of two winters.',
      'Write Summer 2025 to Winter 2025/26 for June 2025 to February 2026, or Summer 2024 to Winter 2024/25 for June 2024 to February 2025.',
    ],
    [
      'Winter to Summer 2025',
      '“Winter to Summer 2025” could mean either of two winters.',
      'Write Winter 2024/25 to Summer 2025 for December 2024 to August 2025.',
    ],
    [
      'Autumn to Spring 2025/26',
      '“Autumn to Spring 2025/26” gives two years where one is needed.',
      'Write Autumn 2025 to Spring 2026 for September 2025 to May 2026.',
    ],
    [
      'Spring/Summer 2025/26',
      '“Spring/Summer 2025/26” gives two years where one is needed.',
      'Write Spring 2025 to Summer 2025 for March to August 2025, or Spring 2026 to Summer 2026 for March to August 2026.',
    ],
    [
      'Q1-2 2024',
      '“Q1-2 2024” could mean quarters of the calendar year or of a financial year.',
      'Write January to June 2024, or Q1 2024/25 to Q2 2024/25 for April to September 2024.',
    ],
    [
      'Q4/1 2025',
      '“Q4/1 2025” could mean quarters of the calendar year or of a financial year.',
      'Write October 2024 to March 2025, or Q4 2024/25 to Q1 2025/26 for January to June 2025.',
    ],
    [
      'Q4/1 2025/26',
      '“Q4/1 2025/26” does not say clearly in which year it begins.',
      'Write Q4 2024/25 to Q1 2025/26 for January to June 2025, or Q4 2025/26 to Q1 2026/27 for January to June 2026.',
    ],
    [
      'Q3 2024 to March 2025',
      '“Q3 2024 to March 2025” could mean quarters of the calendar year or of a financial year.',
      'Write July 2024 to March 2025, or Q3 2024/25 to March 2025 for October 2024 to March 2025.',
    ],
    [
      'quarters 3 and 4 2025/26',
      '“quarters 3 and 4 2025/26” gives two dates.',
      'Write October 2025 to March 2026 if the time runs from the first to the last. For stages with a date each, write “milestones” in place of “due”.',
    ],
    // Neither reading of the first end helps where the second has two as well.
    [
      'April 2025/26 to 2027/28',
      '“April 2025/26” gives two years for one date.',
      'Write April 2025 or April 2026.',
    ],
    ...['April 2025–2028', 'April 2025 - 2028'].map((text): [string, string, string] => [
      text,
      `“${text}” does not make clear when the time ends.`,
      'Write both ends in the same way, for example April 2025 to December 2028.',
    ]),
    ['Q3/4', '“Q3/4” does not say which year.', 'Add the year, for example Q3/4 2025/26.'],
    [
      'Q4/1',
      '“Q4/1” does not say which year.',
      'Add the year, for example Q4 2024/25 to Q1 2025/26.',
    ],
    [
      'Q3 and Q4',
      '“Q3 and Q4” does not say which year.',
      'Add the year, for example Q3 2025/26 to Q4 2025/26.',
    ],
    ...['Q1+Q2', 'Q1 & 2', 'Quarters 1, 2'].map((text): [string, string, string] => [
      text,
      `“${text}” does not say which year.`,
      'Add the year, for example Q1 2025/26 to Q2 2025/26.',
    ]),
    ...[
      'Q1, 2 and 3 2025/26',
      'Q1, 2, 3 2025/26',
      'Q1, Q2, and Q3 2025/26',
      'Quarters 1, 2 and 3 of 2025/26',
      'Q1 Q2 Q3 2025/26',
      '2025/26: Q1, 2 & 3',
      'Q1, 2 & 3 of 2025-26',
    ].map((text): [string, string, string] => [
      text,
      `“${text}” gives 3 dates.`,
      `Write April to December 2025 ${ifItRuns}`,
    ]),
    [
      'Q1/3/4 2025/26',
      '“Q1/3/4 2025/26” gives 3 dates.',
      `Write April 2025 to March 2026 ${ifItRuns}`,
    ],
    ...['Q1, 2 and 3 2025', 'Q1/2/3 2025'].map((text): [string, string, string] => [
      text,
      `“${text}” could mean quarters of the calendar year or of a financial year.`,
      'Write January to September 2025, or Q1 2025/26 to Q3 2025/26 for April to December 2025.',
    ]),
    ...['Q1 and Q3 2025', 'Q1 & 3 2025'].map((text): [string, string, string] => [
      text,
      `“${text}” gives two dates.`,
      'Write only the one that was promised. For stages with a date each, write “milestones” in place of “due”.',
    ]),
    ...['Q1 2025/26 & Q2', 'Q1 25/26, Q2 25/26', 'Q1 & Q2 25-26'].map(
      (text): [string, string, string] => [
        text,
        `“${text}” gives two dates.`,
        `Write April to September 2025 ${ifItRuns}`,
      ],
    ),
    // Two lines of a cell.
    [
      'March 2025\nSeptember 2025',
      '“March 2025 September 2025” gives two dates.',
      `Write March to September 2025 ${ifItRuns}`,
    ],
    ['March', '“March” does not say which year.', 'Add the year, for example March 2025.'],
    ['15 march', '“15 march” does not say which year.', 'Add the year, for example 15 march 2025.'],
    ['Winter', '“Winter” does not say which year.', 'Add the year, for example Winter 2025/26.'],
    ['Q3', '“Q3” does not say which year.', 'Add the year, for example Q3 2025/26.'],
    [
      'by the end of March',
      '“by the end of March” does not say which year.',
      'Add the year, for example By the end of March 2025.',
    ],
    [
      'April 1850',
      '“April 1850” has a year outside 1990 to 2099.',
      'Write a year from 1990 to 2099.',
    ],
    ['2099/00', '“2099/00” has a year outside 1990 to 2099.', 'Write a year from 1990 to 2099.'],

    // Days that do not exist, months as numbers, American order
    [
      '30 February 2023',
      '“30 February 2023” is not a day: February 2023 has 28 days.',
      'Write a day from 1 to 28 February 2023, or February 2023 for the whole month.',
    ],
    [
      '2024-02-30',
      '“2024-02-30” is not a day: February 2024 has 29 days.',
      'Write a day from 1 to 29 February 2024, or February 2024 for the whole month.',
    ],
    [
      '0 March 2023',
      '“0 March 2023” is not a day: March 2023 has 31 days.',
      'Write a day from 1 to 31 March 2023, or March 2023 for the whole month.',
    ],
    [
      '2023-13-01',
      '“2023-13-01” is not a day: there is no month 13.',
      'Write the day, the name of the month and the year, for example 15 March 2025. If only the year is known, write that.',
    ],
    [
      '00/00/2024',
      '“00/00/2024” is not a day: there is no month 0.',
      'Write the day, the name of the month and the year, for example 15 March 2025. If only the year is known, write that.',
    ],
    ['31/03', '“31/03” does not say which year.', 'Add the year, for example 31 March 2025.'],
    ['01/04', '“01/04” does not say which year.', 'Add the year, for example 1 April 2025.'],
    [
      'in spring',
      '“in spring” does not say which year.',
      'Add the year, for example In spring 2025.',
    ],
    [
      '24/27',
      '“24/27” is not two years in a row.',
      'Write 2024/25 for one financial year, or 2024/25 to 2026/27 for the financial years April 2024 to March 2027, or 2024 to 2027 for January 2024 to December 2027.',
    ],
    ...['Year end 2025', 'By the end of the year 2025', 'EOY 2025'].map(
      (text): [string, string, string] => [
        text,
        `“${text}” could be the end of the calendar year or of a financial year.`,
        'Write End of 2025 for December, or March 2025 or March 2026 for a financial year.',
      ],
    ),
    [
      'Financial year end 2025',
      '“Financial year end 2025” names only one of the two years of a financial year.',
      'Write End of 2024/25, or End of 2025/26.',
    ],
    [
      'Pilot by June 2025, full rollout March 2026',
      '“Pilot by June 2025, full rollout March 2026” gives two dates.',
      'Write only the one that was promised. For stages with a date each, write “milestones” in place of “due”.',
    ],
    [
      '03/04/2023',
      '“03/04/2023” could be 3 April 2023 or 4 March 2023.',
      'Write 3 April 2023, or 4 March 2023.',
    ],
    [
      'by 03/04/2023',
      '“by 03/04/2023” could be “by 3 April 2023” or “by 4 March 2023”.',
      'Write by 3 April 2023, or by 4 March 2023.',
    ],
    [
      '31/02/2023',
      '“31/2/2023” is not a day: February 2023 has 28 days.',
      'Write a day from 1 to 28 February 2023, or February 2023 for the whole month.',
    ],
    ...['25/26 March 2025', '25 & 26 March 2025'].map((text): [string, string, string] => [
      text,
      `“${text}” gives two dates.`,
      `Write 25 to 26 March 2025 ${ifItRuns}`,
    ]),
    [
      'Thursday 31 January 2025',
      '“Thursday 31 January 2025” cannot be right: 31 January 2025 is a Friday.',
      'Write 31 January 2025 if that is right. If not, write the day that was meant.',
    ],
    [
      'Monday 31 January',
      '“Monday 31 January” does not say which year.',
      'Add the year, for example Monday 31 January 2028.',
    ],
    [
      'Hydref 2024',
      '“Hydref 2024” could be October or autumn: Hydref is Welsh for both.',
      'Write October 2024, or Autumn 2024.',
    ],
    [
      'end of FY24',
      '“end of FY24” names only one of the two years of a financial year.',
      'Write end of 2023/24, or end of 2024/25.',
    ],
    [
      'Until 2027',
      '“Until 2027” does not say whether it will be done by then or go on until then.',
      'Write By the end of 2027 if it should be done by then. If it goes on until then, write when it begins too, such as 2025 to 2027.',
    ],
    [
      '12 months from launch',
      '“12 months from launch” counts from a day that it does not give.',
      'Count from that day, and write the date, such as By March 2025. If the day is not known, leave the due line out.',
    ],
    [
      'Monthly from June 2023',
      '“Monthly from June 2023” says how often, but not by when.',
      'Write Ongoing from June 2023 if it has no end, or the date of the last time.',
    ],
    [
      'Completed',
      '“Completed” says what happened to it, but not when it is due.',
      'Leave the due line out, and give the status in a report.',
    ],
    [
      'Completed March 2022',
      '“Completed March 2022” says what happened to it, but not when it is due.',
      'Leave the due line out, and give the status in a report. Write March 2022 only if the plan had promised it for then.',
    ],
    ...['ASAP', 'Immediate', 'immediately.'].map((text): [string, string, string] => [
      text,
      `“${text}” says how soon, but not by when.`,
      'If the plan gives no date, leave the due line out: the site then says so.',
    ]),
    [
      'Ongoing (from April 2024)',
      '“Ongoing (from April 2024)” has more than the date in it.',
      'Write Ongoing from April 2024. The rest can go into a text, or below “source” with the plan’s own words.',
    ],
    ['end of spring term 2025', '“end of spring term 2025” cannot be read as a date.', forms],
    ['13-2023', '“13-2023” has the month as a number.', inLetters],
    [
      '11/12',
      '“11/12” does not say which of its numbers is a year.',
      'Write 2011/12 for the financial year April 2011 to March 2012, or November 2012 for the month.',
    ],
    ['March 15, 2023', '“March 15, 2023” has the month before the day.', 'Write 15 March 2023.'],
    [
      'April 5',
      '“April 5” has the month before the day.',
      'Add the year and write the day first, for example 5 April 2025.',
    ],

    // Years with a slash
    [
      '2018/20',
      '“2018/20” is not two years in a row.',
      'Write 2018/19 for one financial year, or 2018/19 to 2019/20 for the financial years April 2018 to March 2020, or 2018 to 2020 for January 2018 to December 2020.',
    ],
    [
      '2019/18',
      '“2019/18” is not two years in a row.',
      'Write 2018/19 for the financial year April 2018 to March 2019.',
    ],
    ['2018/12', '“2018/12” is not two years in a row.', 'Write December 2018 for the month.'],
    [
      '2018/18',
      '“2018/18” is not two years in a row.',
      'Write two years in a row, for example 2018/19.',
    ],
    ['Winter 2018/20', '“2018/20” is not two years in a row.', 'Write Winter 2018/19.'],
    [
      '2018/19 & 2020/21',
      '“2018/19 & 2020/21” does not list financial years one after the other.',
      'Write 2018/19 to 2020/21 if the time runs from the first to the last.',
    ],
    [
      '2018/19 and 2018/19',
      '“2018/19 and 2018/19” does not list financial years one after the other.',
      'Write 2018/19.',
    ],

    // Ranges
    [
      'June 2022 to March 2022',
      '“June 2022 to March 2022” runs backwards.',
      'Write March to June 2022.',
    ],
    ['10 to 3 March 2022', '“10 to 3 March 2022” runs backwards.', 'Write 3 to 10 March 2022.'],
    ['2020 to 2019', '“2020 to 2019” runs backwards.', 'Write 2019 to 2020.'],
    [
      'November to February 2019',
      '“November to February 2019” runs backwards.',
      'Write November 2018 to February 2019, or February to November 2019.',
    ],
    [
      'Q4 to Q2 2024/25',
      '“Q4 to Q2 2024/25” runs backwards.',
      'Write January to September 2024, or July 2024 to March 2025.',
    ],
    [
      'Spring 2018 to 2019',
      '“Spring 2018 to 2019” does not make clear when the time ends.',
      'Write both ends in the same way, for example March 2018 to December 2019.',
    ],
    [
      '2022 to March 2022',
      '“2022 to March 2022” has one date inside the other.',
      'Write where the time begins and where it ends, for example 2022.',
    ],
    [
      'April 2022 to Spring 2022',
      '“April 2022 to Spring 2022” has one date inside the other.',
      'Write where the time begins and where it ends, for example April to May 2022.',
    ],
    [
      'by March to June 2022',
      '“by March to June 2022” gives a range after “by”.',
      'Write By 30 June 2022, or March to June 2022 without “by”.',
    ],
    [
      'March and April 2022',
      '“March and April 2022” gives two dates.',
      `Write March to April 2022 ${ifItRuns}`,
    ],

    // A date among other words
    [
      'Sept 22 / Mar 23',
      '“Sept 22 / Mar 23” gives two dates.',
      `Write September 2022 to March 2023 ${ifItRuns}`,
    ],
    [
      'March/April 2023',
      '“March/April 2023” gives two dates.',
      `Write March to April 2023 ${ifItRuns}`,
    ],
    [
      'April 2022 (phase 1), June 2023 (phase 2)',
      '“April 2022 (phase 1), June 2023 (phase 2)” gives two dates.',
      `Write April 2022 to June 2023 ${ifItRuns}`,
    ],
    [
      'Mar 24; Sept 23; June 23',
      '“Mar 24; Sept 23; June 23” gives 3 dates.',
      'Write only the one that was promised. For stages with a date each, write “milestones” in place of “due”.',
    ],
    ...['March 2023 (tbc)', 'March 2023 - TBC', 'March 2023?', 'TBC (March 2023)'].map(
      (text): [string, string, string] => [
        text,
        `“${text}” has more than the date in it.`,
        'Write March 2023. The rest can go into a text, or below “source” with the plan’s own words.',
      ],
    ),
    ['(March 2023)', '“(March 2023)” has more than the date in it.', 'Write March 2023.'],
    ...[
      'from March 2023',
      'starting March 2023',
      'To start March 2023',
      'Commencing in March 2023',
      'Start date: March 2023',
      'March 2023 to date',
      'O Fawrth 2023',
    ].map((text): [string, string, string] => [
      text,
      `“${text}” says when it starts, but not when it is due.`,
      'Write Ongoing from March 2023 if it has no end. Write March 2023 if it should be done by then.',
    ]),
    ...[
      'Monthly',
      'every six months',
      'Annually',
      'Six monthly',
      '6-monthly',
      'Fortnightly',
      'At least annually',
      'Once a year',
      'once every two years',
      'Annual review',
      'Every March',
      'Annually by 31 March',
      'By 31 March each year',
    ].map((text): [string, string, string] => [
      text,
      `“${text}” says how often, but not by when.`,
      'Write Ongoing if it has no end, or the date of the last time, such as March 2025.',
    ]),
    ...[
      'Within 6 months',
      'in the next year',
      'over the next 3 years',
      'Next year',
      'this financial year',
      'Year 2',
      'Year 2 of the plan',
      'Years 1, 2 and 3',
      'By end of year 1',
      'Y1',
      'Y1 Q3',
      'End of the financial year',
      'By year end',
      'By the end of the strategy',
      'Throughout the life of the plan',
      'Throughout the plan',
      'By the next ICB board',
      'yesterday',
      'two weeks ago',
      'last month',
      'long-term',
    ].map((text): [string, string, string] => [
      text,
      `“${text}” does not say which month or year that is.`,
      'Work out the date from the dates in the plan, and write it, such as By March 2025. If that cannot be known, leave the due line out.',
    ]),
    [
      '31 April to 5 May 2022',
      '“31 April 2022” is not a day: April 2022 has 30 days.',
      'Write a day from 1 to 30 April 2022, or April 2022 for the whole month.',
    ],

    // No date at all
    ['', 'The due date is empty.', leaveOut],
    [' \u00a0 ', 'The due date is empty.', leaveOut],
    ...['TBC', 'TBA', 'tbc.', 'N/A', 'none', '-', '–'].map((text): [string, string, string] => [
      text,
      `“${text}” does not give a date.`,
      leaveOut,
    ]),

    // Words
    [
      'Setpember 2022',
      notKnown('Setpember 2022', 'Setpember'),
      `Did you mean September 2022? ${forms}`,
    ],
    ['Marhc 2022', notKnown('Marhc 2022', 'Marhc'), `Did you mean March 2022? ${forms}`],
    [
      'by the end of Febuary 22',
      notKnown('by the end of Febuary 22', 'Febuary'),
      `Did you mean By February 2022? ${forms}`,
    ],
    [
      'From 2025/26',
      '“From 2025/26” says when it starts, but not when it is due.',
      'Write Ongoing from April 2025 if it has no end. Write April 2025 to March 2026 if it should be done by then.',
    ],
    [
      'After March 2023',
      '“After March 2023” says which date it comes after, but not when it is due.',
      'Write the date by which it should be done. If there is none, leave the due line out.',
    ],
    [
      'w/c 3 June 2025',
      '“w/c 3 June 2025” names a week, but not its first and last day.',
      'Write 3 to 9 June 2025.',
    ],
    [
      'week ending Friday 6 June 2025',
      '“week ending Friday 6 June 2025” names a week, but not its first and last day.',
      'Write 31 May to 6 June 2025.',
    ],
    [
      'w/c 3 June',
      '“w/c 3 June” names a week, but not its first and last day.',
      'Write both days in full, such as 3 to 9 June 2025.',
    ],
    ...['w/c 09/06/2025', 'First week of June 2025', '2nd week in June 2025'].map(
      (text): [string, string, string] => [
        text,
        `“${text}” names a week, but not its first and last day.`,
        'Write both days in full, such as 3 to 9 June 2025.',
      ],
    ),
    [
      'AY 25/26',
      '“AY 25/26” names a school year, which this site does not read.',
      'Write its first and its last month, such as September 2025 to July 2026.',
    ],
    [
      'March 2025 (was Dec 2024)',
      '“March 2025 (was Dec 2024)” gives two dates: the first one promised, and the one it was changed to.',
      'In the record of the action, write December 2024, as it was promised first. Write March 2025 as “due” in a report, with the reason.',
    ],
    ...[
      'Delayed until March 2025',
      'Slipped to March 2025',
      'Revised date: March 2025',
      'March 2025 (was December)',
    ].map((text): [string, string, string] => [
      text,
      `“${text}” says that the date was changed, but gives only the new one in full.`,
      'In the record of the action, write the date that was promised first. Write March 2025 as “due” in a report, with the reason.',
    ]),
    [
      'Dec 2024 → March 2025',
      '“Dec 2024 → March 2025” gives two dates.',
      'If the date was changed, write December 2024 in the record of the action, and March 2025 as “due” in a report, with the reason. If the time runs from one to the other, write December 2024 to March 2025.',
    ],
    ...['Complete (March 2022)', 'Launched in March 2022', '✓ March 2022'].map(
      (text): [string, string, string] => [
        text,
        `“${text}” says what happened to it, but not when it is due.`,
        'Leave the due line out, and give the status in a report. Write March 2022 only if the plan had promised it for then.',
      ],
    ),
    [
      'Already in place',
      '“Already in place” says what happened to it, but not when it is due.',
      'Leave the due line out, and give the status in a report.',
    ],
    // Nothing that has a date in it is dropped.
    ...[
      'Ongoing (2024/25)',
      'Ongoing 2024/25',
      'Ongoing throughout 2024/25',
      'Ongoing - 2024/25',
    ].map((text): [string, string, string] => [
      text,
      `“${text}” says “ongoing”, which has no end, but gives a date as well.`,
      'Write April 2024 to March 2025 if it is due then, or Ongoing if it has no end.',
    ]),
    [
      'March 2025 (September 2025)',
      '“March 2025 (September 2025)” gives two dates.',
      `Write March to September 2025 ${ifItRuns}`,
    ],
    [
      'Phase 1: March 2025, Phase 2: September 2025',
      '“Phase 1: March 2025, Phase 2: September 2025” gives two dates.',
      `Write March to September 2025 ${ifItRuns}`,
    ],
    [
      'Start date: April 2024 End date: March 2025',
      '“Start date: April 2024 End date: March 2025” gives two dates.',
      `Write April 2024 to March 2025 ${ifItRuns}`,
    ],
    ...['Start April 2025', 'Beginning April 2025'].map((text): [string, string, string] => [
      text,
      `“${text}” could be when it is due or when it starts.`,
      'Write Early April 2025 if it is due then, or Ongoing from April 2025 if it starts then and has no end.',
    ]),
    ...[
      'March 2025 and ongoing',
      'March 2025 & ongoing',
      'March 2025 / on-going',
      'March 2025, ongoing',
      'March 2025 (ongoing)',
    ].map((text): [string, string, string] => [
      text,
      `“${text}” could be when it is due or when it starts.`,
      'Write March 2025 if it is due then, or Ongoing from March 2025 if it starts then and has no end.',
    ]),
    [
      '6 months from April 2025',
      '“6 months from April 2025” counts from another date.',
      'Count from April 2025, and write the resulting date, with “By” before it.',
    ],
    ...['Cabinet, March 2025', 'Review in March 2025', 'March 2025 Board'].map(
      (text): [string, string, string] => [
        text,
        `“${text}” has more than the date in it.`,
        'Write March 2025 if that is what was promised. The rest can go into a text, or below “source” with the plan’s own words.',
      ],
    ),
    ...['Carers Week 2025', 'by Carers Rights Day 2025', 'October half term 2025'].map(
      (text): [string, string, string] => [
        text,
        `“${text}” names an occasion, but not its date.`,
        'Write its day or its days, such as 9 to 15 June 2025, or its month, such as June 2025.',
      ],
    ),
    [
      'By end of academic year 2024/25',
      '“By end of academic year 2024/25” names a school year, which this site does not read.',
      'Write the month, such as July 2025.',
    ],
    ['20250331', '“20250331” has the month as a number.', 'Write 31 March 2025.'],
    ['31032025', '“31032025” has the month as a number.', 'Write 31 March 2025.'],
    [
      '2024/7',
      '“2024/7” is not two years in a row.',
      'Write 2024/25 for one financial year, or 2024/25 to 2026/27 for the financial years April 2024 to March 2027, or 2024 to 2027 for January 2024 to December 2027, or July 2024 for the month.',
    ],
    [
      '2024-5',
      `“2024-5” ${byDash}`,
      'Write 2024/25 for the financial year April 2024 to March 2025, or May 2024 for the month.',
    ],
    [
      '03 04 2025',
      '“03 04 2025” could be 3 April 2025 or 4 March 2025.',
      'Write 3 April 2025, or 4 March 2025.',
    ],
    [
      'Q3 25-26',
      '“Q3 25-26” could mean more than one thing, because of the dash.',
      'Write Q3 2025/26.',
    ],
    [
      'to be completed by March 2025',
      '“to be completed by March 2025” has more than the date in it.',
      'Write By March 2025. The rest can go into a text, or below “source” with the plan’s own words.',
    ],
    ['Setp 22', notKnown('Setp 22', 'Setp'), `Did you mean September 2022? ${forms}`],
    ['Wintre 2018', notKnown('Wintre 2018', 'Wintre'), `Did you mean “winter”? ${forms}`],
    ['later 2022', notKnown('later 2022', 'later'), forms],
    ['Q5 2024/25', notKnown('Q5 2024/25', 'Q5'), forms],
    ['early Easter 2019', '“early Easter 2019” cannot be read as a date.', forms],
    ['22', '“22” cannot be read as a date.', forms],
    [
      'ongoing to 2020',
      '“ongoing to 2020” says “ongoing”, which has no end, but gives a date as well.',
      'Write when it begins and when it ends, such as 2018 to 2020. Write Ongoing if it has no end.',
    ],
    ['Summer or so, March 2025', notKnown('Summer or so, March 2025', 'or'), forms],
    ['Fall 2024', notKnown('Fall 2024', 'Fall'), forms],
    ['of the', '“of the” cannot be read as a date.', forms],
  ])('%j', (text, message, advice) => {
    const parsed = parseDueDate(text);
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(dateRefusalInWords(parsed.refusal)).toEqual({ message, advice });
  });
});

test.each(['Done', 'March 2025, June 2025', 'Next year', 'From 2025', 'TBC', 'March 2025 (tbc)'])(
  'for the end of a plan, no advice on “%s” speaks of a promise',
  (text) => {
    const parsed = parseDueDate(text);
    if (parsed.ok) throw new Error('It was read.');
    expect(dateRefusalInWords(parsed.refusal, 'end of a plan').advice).toBe(
      'Write when the plan ends, such as March 2027, or Ongoing if it has no end.',
    );
  },
);

test.each([
  ['7 June 2023 at 10am', 'Write 7 June 2023.'],
  ['Cabinet, June 2023', 'Write June 2023.'],
  ['June 2023 (tbc)', 'Write June 2023.'],
  ['By June 2023 (tbc)', fixedDateAdvice],
  ['TBC', fixedDateAdvice],
])('where a day, a month or a year is needed, “%s” is answered with: %s', (text, advice) => {
  const parsed = parseDueDate(text);
  if (parsed.ok) throw new Error('It was read.');
  expect(dateRefusalInWords(parsed.refusal, 'fixed date').advice).toBe(advice);
});

test.each([
  ['moved date', 'Leave the due line out, and give the status.'],
  ['moved date box', 'Leave the box empty, and choose the status.'],
] as const)('a date is not moved to the day on which something was done: %s', (place, advice) => {
  const parsed = parseDueDate('Completed March 2025');
  if (parsed.ok) throw new Error('It was read.');
  expect(dateRefusalInWords(parsed.refusal, place).advice).toBe(advice);
});

test.each([
  ['Mar 23', 'in March 2023', 'March 2023'],
  ['15 March 2023', 'on 15 March 2023', '15 March 2023'],
  ['Spring 2019', 'in spring 2019', 'spring 2019'],
  ['End 2018', 'at the end of 2018', '2018'],
  ['Start of 2018', 'at the start of 2018', 'start of 2018'],
  ['Winter 2018/19', 'in winter 2018 to 2019', 'winter 2018 to 2019'],
  ['1 to 15 March 2023', 'between 1 and 15 March 2023', '15 March 2023'],
  ['Easter 2019', 'at Easter 2019', 'Easter 2019'],
  ['2018/19', 'between April 2018 and March 2019', 'March 2019'],
  ['by June 2020', 'by June 2020', 'by June 2020'],
  ['2020', 'in 2020', '2020'],
])('%s falls due %s', (typed, when, end) => {
  expect(accepted(typed)).toMatchObject({ when, end });
});

test.each(['to '.repeat(5333), 'march to '.repeat(12_000), 'x'.repeat(100_000)])(
  'a text much longer than any date is refused without being read',
  (text) => {
    const parsed = parseDueDate(text);
    if (parsed.ok) throw new Error('It was read.');
    const { message } = dateRefusalInWords(parsed.refusal);
    expect(message).toMatch(/^“.{20,40} …” is too long for a due date: it has [\d,]+ characters/);
  },
);

test('what settles the order of day and month is taken, and a date with one reading keeps it', () => {
  const slugOf = (text: string, dayFirst?: boolean) => {
    const parsed = parseDueDate(text, { dayFirst });
    return parsed.ok ? parsed.date.slug : parsed.refusal.kind;
  };
  expect(slugOf('03/04/2025')).toBe('day or month first');
  expect(slugOf('03/04/2025', true)).toBe('2025-04-03');
  expect(slugOf('03/04/2025', false)).toBe('2025-03-04');
  expect(slugOf('31/03/2025', false)).toBe('2025-03-31');
  // One is not settled for good by having been read once.
  expect(slugOf('03/04/2025')).toBe('day or month first');
});

describe('order', () => {
  test('by the last day, ongoing last, then by the first day, then by the slug', () => {
    const sorted = [
      'Before Easter 2019',
      'Easter 2019',
      'By the end of 2019',
      'By December 2019',
      '2019',
      'Late 2019',
      'End of 2019',
      '31 December 2019',
      'Ongoing',
    ];
    const dates = sorted.map(accepted).reverse().sort(compareDueDates);
    expect(dates.map(({ slug }) => slug)).toEqual([
      'before-easter-2019',
      'easter-2019',
      'by-2019',
      'by-2019-12',
      '2019',
      'late-2019',
      'end-2019',
      '2019-12-31',
      'ongoing',
    ]);
  });

  test('ongoing dates are in the order of their plans’ starts', () => {
    const open = accepted('Ongoing');
    const old = ongoingFrom(open, { edtf: '2018', earliest: '2018-01-01' });
    const recent = ongoingFrom(open, { edtf: '2021', earliest: '2021-01-01' });
    expect([recent, old, open].sort(compareDueDates)).toEqual([open, old, recent]);
  });
});

describe('ongoing from the start of a plan', () => {
  test('fills in the start', () => {
    expect(ongoingFrom(accepted('ongoing'), { edtf: '2018', earliest: '2018-01-01' })).toEqual({
      ...accepted('ongoing'),
      edtf: '2018/..',
      earliest: '2018-01-01',
    });
  });

  test('does not put one interval inside another', () => {
    const start = { edtf: '2018-04/2019-03', earliest: '2018-04-01' };
    expect(ongoingFrom(accepted('Ongoing'), start).edtf).toBe('2018-04-01/..');
  });

  test('leaves a start that the date names alone', () => {
    const date = accepted('Ongoing from April 2024');
    expect(ongoingFrom(date, { edtf: '2018', earliest: '2018-01-01' })).toBe(date);
  });

  test('leaves every other date alone', () => {
    const date = accepted('By March 2023');
    expect(ongoingFrom(date, { edtf: '2018', earliest: '2018-01-01' })).toBe(date);
  });
});

test.each([
  ['erbyn diwedd Mawrth 2025', '../2025-03'],
  ['15 o Fedi 2025', '2025-09-15'],
  ['Parhaus o Fedi 2025', '2025-09/..'],
  ['O Fedi 2025 ymlaen', '2025-09/..'],
  ['yn barhaus', '../..'],
  ['From April 2025 to March 2026', '2025-04/2026-03'],
  ['between April and June 2025', '2025-04/2025-06'],
  ['From 1 April 2025 until 31 March 2026', '2025-04/2026-03'],
  ['Autumn/Winter 2025', '2025-09/2026-02'],
  ['Winter/Spring 2026', '2025-12/2026-05'],
  ['Autumn to Winter 2025', '2025-09/2026-02'],
  ['Autumn - winter 2025', '2025-09/2026-02'],
  ['Winter to Spring 2026', '2025-12/2026-05'],
  ['spring to summer 2024', '2024-03/2024-08'],
  ['Q3/4 2025/26', '2025-10/2026-03'],
  ['Q3 / 4, 2025/26', '2025-10/2026-03'],
  ['Q3/Q4 FY25/26', '2025-10/2026-03'],
  ['Q3-4 25/26', '2025-10/2026-03'],
  ['Q1/2/3 2025/26', '2025-04/2025-12'],
  ['2025/26 Q1/Q2/Q3', '2025-04/2025-12'],
  ['By Q1/2/3/4 2025/26', '../2026-03'],
  ['2025/26 Q3-Q4', '2025-10/2026-03'],
  ['Quarter 1 to 3 of 2025/26', '2025-04/2025-12'],
  ['By Q3/4 2025/26', '../2026-03'],
  ['Qtr 3 2025/26', '2025-10/2025-12'],
  ['2024/25 - Q4', '2025-01/2025-03'],
  ['ym mis Mehefin 2025', '2025-06'],
  ['mis Hydref 2025', '2025-10'],
  ['yr hydref 2025', '2025-23'],
  ['Gorff. 2025', '2025-07'],
  ['aeaf 2025/26', '2025-12/2026-02'],
  ['Chwarter 2 2025/26', '2025-07/2025-09'],
  ['Parhaus', '../..'],
  ['First quarter of 2025/26', '2025-04/2025-06'],
  ['Due March 2025', '2025-03'],
  ['Throughout 2025', '2025'],
  ['September 2025.', '2025-09'],
  ['Ongoing.', '../..'],
  ['By April 2025 at the latest', '../2025-04'],
  ['March 2025 at the latest', '../2025-03'],
  ['Latest March 2025', '../2025-03'],
  ['By no later than March 2025', '../2025-03'],
  ['at the latest by March 2025', '../2025-03'],
  ['by or before March 2025', '../2025-03'],
  ['by the end of March 2025 latest', '../2025-03'],
  ['Year 2025/26', '2025-04/2026-03'],
  ['the year 2025/26', '2025-04/2026-03'],
  ['2025/26 year', '2025-04/2026-03'],
  ['Calendar year 2025', '2025'],
  ['Some time in 2025', '2025'],
  ['Prior to April 2025', '../2025-03'],
  ['pre-April 2025', '../2025-03'],
  ['H2 26', '2026-07/2026-12'],
  ['By H1 2025', '../2025-06'],
  ['First half of 2025', '2025-01/2025-06'],
  ['First six months of 2026', '2026-01/2026-06'],
  ['First six months of 2025/26', '2025-04/2025-09'],
  ['by the last 6 months of 2025/26', '../2026-03'],
  ['First three months of 2025/26', '2025-04/2025-06'],
  ['2024/5', '2024-04/2025-03'],
  ['2019/0', '2019-04/2020-03'],
  ['By 2024/5', '../2025-03'],
  ['Q1 2024/5', '2024-04/2024-06'],
  ['25 06 2025', '2025-06-25'],
  ['by 25 06 2025', '../2025-06-25'],
  ['2025 06 25', '2025-06-25'],
  ['From March 2025 and ongoing', '2025-03/..'],
  ['Half 2 2025/26', '2025-10/2026-03'],
  ['in advance of April 2025', '../2025-03'],
  ['Within 2025/26', '2025-04/2026-03'],
  ['within the 2025/26 financial year', '2025-04/2026-03'],
  ['On 31 March 2025', '2025-03-31'],
  ['On Monday 31 March 2025', '2025-03-31'],
  ['Middle of 2025', '2025-05~/2025-08~'],
  ['Early in 2025', '2025-01~/2025-04~'],
  ['Final quarter of 2025/26', '2026-01/2026-03'],
  ['3rd Qtr 25/26', '2025-10/2025-12'],
  ['End of H1 2025/26', '2025-09'],
  ['By start April 2025', '../2025-04-10~'],
  ['rhwng Ebrill a Mehefin 2025', '2025-04/2025-06'],
  ['Ebrill i Mehefin 2025', '2025-04/2025-06'],
  ['Tymor yr hydref 2025', '2025-09~/2025-12~'],
  ['yn parhau', '../..'],
  ['blwyddyn ariannol 2025/26', '2025-04/2026-03'],
  ['Quarter Three 2025/26', '2025-10/2025-12'],
  ['Jan 2025 through March 2025', '2025-01/2025-03'],
])('“%s” is %s', (text, edtf) => {
  expect(parseDueDate(text)).toMatchObject({ ok: true, date: { edtf } });
});

test.each([
  'TBC following review',
  'T.B.C.',
  'TBC - dependent on funding',
  'Subject to funding',
  'Not yet agreed',
  'Not applicable',
  'When funding is available',
  'As and when required',
  'No change',
  'In due course',
  'Same as before',
  'On approval',
  'After the review',
  'BAU',
  "I'w gadarnhau",
  'Unknown',
  'null',
  '~',
  'no',
  '?',
  '…',
])('“%s” gives no date, and no date is asked for', (text) => {
  expect(parseDueDate(text)).toMatchObject({ ok: false, refusal: { kind: 'no date' } });
});

test.each([
  ['March 2025, subject to funding', 'March 2025'],
  ['Spring 2025 if funded', 'Spring 2025'],
  ['March 2025 then annually', 'March 2025'],
  ['By March 2025 and annually thereafter', 'By March 2025'],
  ['Year 1 - 2024/25', '2024/25'],
  ['By the end of Q4 (March 2026)', 'by March 2026'],
  ['March 2026 (Q4)', 'March 2026'],
  ['2024/25 Year 1', '2024/25'],
  ['Phase 1 by March 2025', 'by March 2025'],
  ['Within 6 months - March 2025', 'March 2025'],
  ['Underway, complete by March 2025', 'by March 2025'],
  ['On track for March 2025', 'March 2025'],
  ['Immediate and ongoing', 'ongoing'],
  ['Q3 2025 (calendar year)', 'July to September 2025'],
  ['H1 2025 (financial)', 'H1 2025/26'],
  ['Q1 2025, calendar', 'January to March 2025'],
  ['By Q3 2025 (calendar year)', 'by September 2025'],
  ['by H2 2025 financial', 'by H2 2025/26'],
  ['By March 2025 and ongoing', 'By March 2025'],
  ['March 2025 then ongoing', 'March 2025'],
  ['March 2025; ongoing thereafter', 'March 2025'],
  ['Mar 2025 tbc?', 'Mar 2025'],
  ['Mawrth 2025 / March 2025', 'March 2025'],
  ['Ongoing - reviewed annually', 'Ongoing'],
  ['approx. March 2025', 'March 2025'],
  ['31/03/2025 17:00', '31/03/2025'],
  ['March 2025¹', 'March 2025'],
  ['• March 2025', 'March 2025'],
  ['- March 2025', 'March 2025'],
])('“%s” has the date “%s” beside a remark', (text, date) => {
  expect(parseDueDate(text)).toMatchObject({
    ok: false,
    refusal: { kind: 'remark beside the date', date },
  });
});

test.each([
  ['Hydref 2025', 'month or season'],
  ['i’w gadarnhau', 'no date'],
  ['gaeaf 2025', 'which winter'],
  ['Winter to winter 2025', 'which winter'],
  ['Q1/3 2025/26', 'several dates'],
  ['Q3/4/25', 'not a date'],
  ['2024/7', 'years not in a row'],
  ['2024-5', 'dash between years'],
  ['03 04 2025', 'day or month first'],
  ['03042025', 'day or month first'],
  ['25062025', 'month in figures'],
  ['Q1 to 4 March 2025', 'range of two readings'],
  ['March 2025 - completed', 'remark beside the date'],
  ['Q3 25', 'which quarter'],
  ['Q1/2025', 'which quarter'],
  ['From Q3 2024', 'which quarter'],
  ['First three months of 2025', 'which quarter'],
  ['Winter 2025 and ongoing', 'which winter'],
  ['The last 3 months', 'counted from an unknown day'],
  ['First 6 months from launch', 'counted from an event'],
  ['Phase 1 (March 2026) Phase 2 (March 2027)', 'several dates'],
  ['Originally Dec 2025, now March 2026', 'changed date'],
  ['Dec 2025 - revised March 2026', 'changed date'],
  ['March 2026 [extended from Dec 2025]', 'changed date'],
  ['Carried forward', 'status'],
  ['New Year 2025', 'occasion'],
  ['No longer required', 'status'],
  ['In the next 12 months', 'counted from an unknown day'],
  ['Year 1 Year 2', 'counted from an unknown day'],
  ['Years 1 and 2 of the plan', 'counted from an unknown day'],
  ['By the end of year 2', 'counted from an unknown day'],
  ['First year', 'counted from an unknown day'],
  ['June each year', 'how often'],
  ['1st of each month', 'how often'],
  ['June and December every year', 'how often'],
  ['• Mar 2025\n• Jun 2025', 'several dates'],
  ['• Mar 2025 • Jun 2025 • Sep 2025', 'several dates'],
  ['• to be agreed with carers', 'not a date'],
  ['We trained 40 staff', 'unknown word'],
  ['we 8 June 2025', 'week'],
  ['May 2025: plan', 'words beside the date'],
])('“%s” may mean more than one thing, or none: %s', (text, kind) => {
  expect(parseDueDate(text)).toMatchObject({ ok: false, refusal: { kind } });
});
