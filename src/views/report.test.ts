import { expect, test } from 'vitest';
import { checkedDate } from '../domain/due-date.ts';
import type { Report } from '../register/register.ts';
import { titleAfterSpeaker } from './report.ts';

test.each([
  ['Progress update, July 2019', true, 'Progress update, July 2019'],
  ['Report by North Council, July 2019', false, 'its report from July 2019'],
])(
  '%s is not said after the name of who reports if it has that name in it',
  (title, isTitled, said) => {
    const reported = checkedDate('July 2019');
    expect(titleAfterSpeaker({ title, isTitled, reported } as Report)).toBe(said);
  },
);
