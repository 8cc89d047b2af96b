import { address, wholeAddress } from '../domain/address.ts';
import { asMarkdown } from '../domain/markdown.ts';
import type { Register } from '../register/register.ts';
import { itemsAsMarkdown, nameOf } from './due-list-forms.ts';
import { dueList } from './due-list.ts';
import type { WantedIssue } from './keep-issues.ts';

/**
 * One issue for each lead that has something to look at. What it says changes with the records and
 * when a date comes near or passes, and not from day to day.
 */
export function reminderIssues(register: Register, within: number, site: URL): WantedIssue[] {
  return dueList(register, { within, lead: undefined, plan: undefined }).map((each) => {
    const { lead } = each;
    const page =
      lead === undefined
        ? `[What the plans leave open](${wholeAddress(address.gaps, site)}) lists promises without a lead.`
        : `[All promises of ${asMarkdown(nameOf(each))}](${wholeAddress(lead.url, site)})`;
    return {
      key: lead?.id ?? '-',
      title: `Promises to look at: ${nameOf(each)}`,
      body: `${[
        `These promises are due within ${within} days, have passed their date, or had no news for a year. If you know more, choose “Report progress” on the page of the promise.`,
        itemsAsMarkdown(each, site).trimEnd(),
        page,
        'This list is kept up to date by a program. Comments are welcome; changes to this text are overwritten. The issue closes when nothing is left.',
      ].join('\n\n')}\n`,
    };
  });
}
