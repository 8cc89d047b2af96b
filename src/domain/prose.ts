import { micromark } from 'micromark';
import { refusalOfAddress } from './web-address.ts';

/** Everything of Markdown that a record may not hold. What is named here stays as it was typed. */
const off = [
  'attention',
  'autolink',
  'blockQuote',
  'characterReference',
  'codeFenced',
  'codeIndented',
  'codeText',
  'definition',
  'hardBreakEscape',
  'hardBreakTrailing',
  'headingAtx',
  'htmlFlow',
  'htmlText',
  'labelStartImage',
  'setextUnderline',
  'thematicBreak',
];

/**
 * Stands in for each backslash while micromark reads the text. Escaping them instead would take longer
 * and longer for a long row of backslashes. Unicode keeps this character for use inside programs, so no
 * text has it.
 */
const backslash = '\uFDD0';

/**
 * The HTML of a record’s prose: paragraphs, bullet lists that start with a hyphen, and links to
 * sound addresses of https, to mailto and to tel. Everything else comes out as it was typed.
 */
export function proseToHtml(text: string): string {
  if (isPlainLine(text)) return `<p>${text}</p>`;
  const html = micromark(literal(text.replaceAll('\\', backslash)), {
    extensions: [{ disable: { null: off } }],
    // Links elsewhere never get this far, and `tel:` is not on micromark’s own list.
    allowDangerousProtocol: true,
  });
  return html.trim().replaceAll(encodeURI(backslash), '%5C').replaceAll(backslash, '\\');
}

/** Most texts are one line without a mark that could mean anything, and need no parser. */
function isPlainLine(text: string): boolean {
  return (
    text === text.trim() &&
    /^[\p{L}\p{N} ,.;:()/£%’‘“”–—-]+$/u.test(text) &&
    !/^(?:[-]|\d+[.)])/.test(text)
  );
}

/** The same as words on one line: without bullets and without where links lead. */
export function proseAsLine(text: string): string {
  return text
    .replace(/\[([^[\]]*)\]\((?:[^()]|\([^()]*\))*\)/g, '$1')
    .replace(/^[^\S\n]*-(?=\s)/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Takes the meaning from marks that start a numbered list, another sort of bullet or a link elsewhere. */
function literal(text: string): string {
  return (
    text
      // Two spaces at the end of a line would break it, though that is off above.
      .replace(/(?<=\S)[^\S\n]+(?=\n)/g, '')
      // More than one empty line is as good as one.
      .replace(/\n(?:[^\S\n]*\n)+/g, '\n\n')
      // A list this deep is no list: what follows is text.
      .replace(/^((?:[^\S\n]*-[^\S\n]){6}[^\S\n]*)-(?=\s)/gm, '$1\\-')
      .replace(/^((?:[^\S\n]|-)*)(\d+)([.)])(?=\s|$)/gm, '$1$2\\$3')
      .replace(/^((?:[^\S\n]|-)*)([*+])(?=\s|$)/gm, '$1\\$2')
      .replace(/\]\((?!(https:\/\/|mailto:|tel:))/gi, '\\](')
      .replace(/\]\((?=(https:\/\/[^\s)]*))/gi, (opening, to: string) =>
        refusalOfAddress(to.replaceAll(backslash, '\\')) === undefined ? opening : `\\${opening}`,
      )
  );
}
