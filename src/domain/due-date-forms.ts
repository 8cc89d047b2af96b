/** One way of writing a due date, and what it is taken to mean, in plain English. */
export interface AcceptedForm {
  write: string;
  means: string;
}

/** Every form of due date that is accepted, for error messages and for the guide page. */
export const acceptedForms: readonly AcceptedForm[] = [
  { write: '15 March 2023', means: 'that day' },
  { write: 'Friday 31 January 2025', means: 'that day, if it is a Friday' },
  {
    write: '31/03/2025',
    means: 'that day; 03/04/2025 is not read, because it could be in April or in March',
  },
  { write: 'April 2022', means: 'any day in the month; 04/2022 is the same' },
  { write: 'Mawrth 2025', means: 'March 2025: the Welsh names of months and seasons are read too' },
  {
    write: 'Spring 2019',
    means: 'March to May; summer is June to August, autumn September to November',
  },
  { write: 'Winter 2018/19', means: 'December to February' },
  { write: 'Spring/Summer 2024', means: 'March to August: two seasons, one after the other' },
  {
    write: 'Autumn term 2024',
    means:
      'about September to December; spring term is about January to April, summer term April to July, as in schools in England',
  },
  { write: 'Easter 2019', means: 'Good Friday to Easter Monday' },
  { write: 'Christmas 2019', means: 'Christmas Day and Boxing Day' },
  { write: '2020', means: 'the calendar year, January to December' },
  { write: '2018/19', means: 'the financial year, April 2018 to March 2019' },
  { write: 'FY25/26', means: 'the financial year, April 2025 to March 2026' },
  { write: '2018/19 & 2019/20', means: 'financial years one after the other' },
  { write: 'Q3 2024/25', means: 'a quarter of the financial year: Q1 is April to June' },
  { write: '2025/26 Q2', means: 'the same, with the year first: July to September 2025' },
  {
    write: 'Q3/4 2024/25',
    means: 'October 2024 to March 2025: two quarters, one after the other',
  },
  { write: 'End of Q2 25/26', means: 'September 2025, the last month of the quarter' },
  { write: 'H1 2025', means: 'January to June 2025: half of the calendar year' },
  { write: 'H1 2025/26', means: 'April to September 2025: half of the financial year' },
  {
    write: 'Early 2020',
    means: 'January to April; mid is May to August, late September to December',
  },
  {
    write: 'Late March 2020',
    means: '21 March to the end; early is the 1st to 10th, mid 11th to 20th',
  },
  { write: 'Mid spring 2019', means: 'April: the second month of the season' },
  { write: 'Early 2019/20', means: 'April to July: the first four months of the financial year' },
  {
    write: 'End of 2018',
    means: 'December; the end of a season, quarter or financial year is its last month',
  },
  {
    write: 'Start of 2025',
    means: 'January; the start of a financial year or quarter is its first month',
  },
  { write: 'March to June 2022', means: 'from the first day of March to the last day of June' },
  { write: '2018 to 2020', means: 'calendar years, from January 2018 to December 2020' },
  { write: 'By March 2023', means: 'any time up to the last day of March 2023' },
  { write: 'No later than 31 March 2025', means: 'any time up to that day, as By 31 March 2025' },
  { write: 'By the end of 2018', means: 'any time up to 31 December 2018' },
  { write: 'Before March 2023', means: 'any time up to the day before, 28 February 2023' },
  { write: 'Ongoing', means: 'from the start of the plan, with no last day, so never overdue' },
  { write: 'Ongoing from April 2024', means: 'from that month, with no last day' },
  { write: 'April 2024 onwards', means: 'the same: from that month, with no last day' },
];

/** The forms that plans use most, for the advice of an error; a longer list would hide the advice. */
export const formsInShort =
  'Write it like one of these: 15 March 2023; March 2023; Spring 2019; 2018/19; End of 2018; By March 2023; Ongoing.';
