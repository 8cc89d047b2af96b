import { address, wholeAddress } from '../domain/address.ts';
import { asMarkdown } from '../domain/markdown.ts';
import { capitalised } from '../domain/words.ts';
import type { Register } from '../register/register.ts';
import { itemsAsMarkdown, nameOf } from './due-list-forms.ts';
import { dueList } from './due-list.ts';
import type { WantedIssue } from './keep-issues.ts';

/**
 * One issue for each lead that has something to look at. What it says changes with the records and
 * when a date comes near or passes, and not from day to day.
 */
export function reminderIssues(register: Register, within: number, site: URL): WantedIssue[] {
  const { words } = register.site;
  return dueList(register, { within, lead: undefined, plan: undefined }).map((each) => {
    const { lead } = each;
    const page =
      lead === undefined
        ? `[What the plans leave open](${wholeAddress(address.gaps, site)}) lists ${words.many} without a lead.`
        : `[All ${words.many} of ${asMarkdown(nameOf(each))}](${wholeAddress(lead.url, site)})`;
    return {
      key: lead?.id ?? '-',
      title: `${capitalised(words.many)} to look at: ${nameOf(each)}`,
      body: `${[
        `These ${words.many} are due within ${within} days, have passed their date, or have had no news for a year. If you know more, choose “Report progress” on the page of the ${words.one}.`,
        itemsAsMarkdown(each, site).trimEnd(),
        page,
        'This list is kept up to date by a program. Comments are welcome, but changes to this text are overwritten. The issue closes when nothing is left.',
      ].join('\n\n')}\n`,
    };
  });
}
