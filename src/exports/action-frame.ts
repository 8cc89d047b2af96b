import { wholeAddress } from '../domain/address.ts';
import { statusOf } from '../domain/status.ts';
import { noDateInWords, noLeadInWords } from '../domain/unread.ts';
import {
  dueInWords,
  latenessInWords,
  leadsInWords,
  reportedWhen,
  statusLabel,
} from '../domain/wording.ts';
import type { Action } from '../register/register.ts';

/**
 * One action in short, for a frame on another site: the HTML between the parts of `EmbedLayout.astro`.
 * There are as many frames as pages of actions, and they are alike but for this and their names, so
 * a build writes them without a request and an answer for each.
 *
 * @param site where the site is published, with any sub-path and a slash at the end
 */
export function actionFrame(action: Action, site: URL): string {
  const { spoken, title, url, status, due, leads, mergedInto, asOf, continuedBy } = action;
  const { slug } = statusOf(status);
  const late = latenessInWords(action);
  const said =
    late === undefined
      ? ''
      : `<span class="${action.lateness === 'late' ? 'passed' : 'soft'}">${text(late)}</span>`;
  const joined =
    mergedInto === undefined
      ? ''
      : `<p>Joined ${text(asOf.when)} to ${link(wholeAddress(mergedInto.url, site), mergedInto.spoken)}.</p>`;
  const carriedOver = continuedBy.map(
    (later) => `<p>Carried over to ${link(wholeAddress(later.url, site), later.spoken)}.</p>`,
  );
  return [
    `<p class="spoken">${text(spoken)}</p>`,
    `<h1>${link(wholeAddress(url, site), title)}</h1>`,
    `<p><span class="status s-${slug}"><svg class="mark" aria-hidden="true"><use href="#mark-${slug}"></use></svg>${statusLabel(action)}</span>`,
    ` <span class="soft">${text(reportedWhen(action))}</span></p>`,
    `<p>${text(dueInWords(due, { none: noDateInWords(action) }))}. ${said}</p>`,
    `<p>${text(leadsInWords(leads, { none: noLeadInWords(action) }))}.</p>`,
    joined,
    ...carriedOver,
  ].join('');
}

/** What a frame is called, before the words that `EmbedLayout.astro` puts around it. */
export function frameTitle({ spoken, title }: Action): string {
  return `${spoken}: ${title}`;
}

/**
 * Learns from the built page of one frame how to make those of all others.
 *
 * @param html the page of the frame
 * @param action whose it is
 * @throws if the page is not as `EmbedLayout.astro` was when this was written
 */
export function framesLike(html: string, action: Action, site: URL): (action: Action) => string {
  // Each part is in the page as often as is said here, and in no other part.
  const parts = (of: Action) =>
    [
      [`<title>${text(frameTitle(of))}, in short`, 1],
      [`content="${attribute(frameTitle(of))}, in short`, 1],
      [`<div class="facts">${actionFrame(of, site)}</div>`, 1],
      [`href="${attribute(wholeAddress(of.url, site))}"`, 2],
    ] as const;
  let template = html;
  const holes = parts(action).map(([part, times], index) => {
    const pieces = template.split(part);
    if (pieces.length !== times + 1) {
      throw new Error(`The frame of ${action.spoken} is not built as the others could be: ${part}`);
    }
    template = pieces.join(hole(index));
    return hole(index);
  });
  const pieces = template.split(new RegExp(`(${holes.join('|')})`));
  return (wanted) => {
    const filling = new Map(parts(wanted).map(([part], index) => [hole(index), part]));
    return pieces.map((piece) => filling.get(piece) ?? piece).join('');
  };
}

/** Marks the place of a part. No record can hold this character. */
function hole(index: number): string {
  return `\u0000${index}\u0000`;
}

function link(to: string, name: string): string {
  return `<a href="${attribute(to)}">${text(name)}</a>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  "'": '&#39;',
  '"': '&quot;',
};

/** As Astro writes text. */
function text(value: string): string {
  return value.replace(/[&<>'"]/g, (character) => entities[character]!);
}

/** As Astro writes the value of an attribute. */
function attribute(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
