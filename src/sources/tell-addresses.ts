import { asMarkdown } from '../domain/markdown.ts';
import { count } from '../domain/words.ts';
import type { NamedAddress } from './addresses-in.ts';
import type { Answer } from './ask-addresses.ts';

/** An address, what became of it, and a copy where one was found. */
export interface AskedAddress extends NamedAddress {
  answer: Answer;
  archived?: string | undefined;
}

const headings = [
  { kind: 'gone', heading: 'Gone' },
  { kind: 'no answer', heading: 'No answer' },
  { kind: 'moved', heading: 'Moved' },
  { kind: 'refused', heading: 'Not open to programs: check in a browser' },
] as const;

/** Whether somebody should look at an address. One that is only closed to programs may be well. */
export function needsALook({ answer }: AskedAddress): boolean {
  return answer.kind !== 'works' && answer.kind !== 'refused';
}

/** What became of the addresses, as text for a terminal, as Markdown or as JSON for programs. */
export const addressForms = {
  text: (asked: readonly AskedAddress[]) =>
    told(asked, {
      heading: (text) => `\n${text}\n`,
      entry: (address, lines) => `  ${address}\n${lines.map((line) => `    ${line}\n`).join('')}`,
    }),
  markdown: (asked: readonly AskedAddress[]) =>
    told(asked, {
      heading: (text) => `\n### ${text}\n\n`,
      entry: (address, lines) =>
        `- <${address}>\n${lines.map((line) => `  - ${/^https:/.test(line) ? line : asMarkdown(line).replace(/https:\S+/, (url) => `<${url.replaceAll('\\', '')}>`)}\n`).join('')}`,
    }),
  json: (asked: readonly AskedAddress[]) =>
    `${JSON.stringify(
      asked.map(({ address, files, answer: { kind, ...more }, archived }) => ({
        address,
        files,
        result: kind,
        ...more,
        archived: archived ?? null,
      })),
      null,
      2,
    )}\n`,
} as const;

export type AddressForm = keyof typeof addressForms;

interface Style {
  heading: (text: string) => string;
  entry: (address: string, lines: string[]) => string;
}

function told(asked: readonly AskedAddress[], { heading, entry }: Style): string {
  const look = asked.filter(needsALook);
  const first =
    look.length === 0
      ? `${count(asked.length, 'address', 'addresses')} checked. None is gone or has moved.\n`
      : `${look.length} of ${count(asked.length, 'address', 'addresses')} ${look.length === 1 ? 'needs' : 'need'} a look.\n`;
  const parts = headings.flatMap(({ kind, heading: text }) => {
    const some = asked.filter(({ answer }) => answer.kind === kind);
    return some.length === 0
      ? []
      : [heading(text), ...some.map((one) => entry(one.address, linesOn(one)))];
  });
  return first + parts.join('');
}

function linesOn({ answer, files, archived }: AskedAddress): string[] {
  return [
    ...('why' in answer ? [answer.why] : []),
    ...('to' in answer ? [`Now at: ${answer.to}`] : []),
    ...(archived === undefined ? [] : [`Archived copy: ${archived}`]),
    ...(files.length === 0 ? [] : [`Named in: ${files.join(', ')}`]),
  ];
}
