import { wholeAddress } from '../domain/address.ts';
import { asMarkdown } from '../domain/markdown.ts';
import { noLeadNamed } from '../domain/wording.ts';
import type { OwnWords } from '../domain/own-words.ts';
import { count } from '../domain/words.ts';
import { itemInWords, reasons, type DueItem, type DueOfLead } from './due-list.ts';

/**
 * The list as text for a terminal, as Markdown for a message, or as JSON for programs. `words` is what
 * the site calls its promises.
 */
export const dueListForms = {
  text: (list: readonly DueOfLead[], site: URL, words: OwnWords) =>
    list.length === 0 ? `${nothing}\n` : list.map((each) => asText(each, site, words)).join('\n'),
  markdown: (list: readonly DueOfLead[], site: URL) =>
    list.length === 0
      ? `${nothing}\n`
      : list
          .map((each) => `## ${asMarkdown(nameOf(each))}\n\n${itemsAsMarkdown(each, site)}`)
          .join('\n'),
  json: (list: readonly DueOfLead[], site: URL) =>
    `${JSON.stringify(
      list.map((each) => asData(each, site)),
      null,
      2,
    )}\n`,
} as const;

export type DueListForm = keyof typeof dueListForms;

const nothing = 'Nothing is due soon, past its date or without news for a year.';

/** Who leads, or that nobody is named. */
export function nameOf({ lead }: DueOfLead): string {
  return lead?.name ?? noLeadNamed;
}

function* parts({ items }: DueOfLead): Iterable<{ heading: string; items: DueItem[] }> {
  for (const { name, heading } of reasons) {
    const some = items.filter(({ reason }) => reason === name);
    if (some.length > 0) yield { heading, items: some };
  }
}

function asText(each: DueOfLead, site: URL, words: OwnWords): string {
  const lines = [`${nameOf(each)}: ${count(each.items.length, words.one)}`];
  for (const { heading, items } of parts(each)) {
    lines.push(`  ${heading}`);
    for (const item of items) {
      const { spoken, title, url } = item.action;
      lines.push(`    ${spoken} ${title}`, `      ${itemInWords(item)}`);
      lines.push(`      ${wholeAddress(url, site)}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** What one lead should look at, under a heading for each reason. */
export function itemsAsMarkdown(each: DueOfLead, site: URL): string {
  return [...parts(each)]
    .map(({ heading, items }) => {
      const lines = items.map((item) => {
        const { spoken, title, url } = item.action;
        return `- [${asMarkdown(`${spoken} ${title}`)}](${wholeAddress(url, site)}): ${asMarkdown(itemInWords(item))}\n`;
      });
      return `### ${heading}\n\n${lines.join('')}`;
    })
    .join('\n');
}

function asData({ lead, items }: DueOfLead, site: URL) {
  return {
    lead: lead === undefined ? null : { id: lead.id, name: lead.name },
    actions: items.map(({ action, reason, due, stage }) => ({
      id: action.id,
      ref: action.reference,
      plan: action.plan.id,
      title: action.title,
      url: wholeAddress(action.url, site),
      reason,
      stage: stage ?? null,
      due: due === undefined ? null : { text: due.text, display: due.display, latest: due.latest },
      status: action.status,
      last_reported: action.lastReported.edtf,
    })),
  };
}
