import { micromark } from 'micromark';
import { isNextLabel } from './list-labels.ts';
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
/** Stands before the number of an entry while micromark reads the text, in the same way. */
const numbered = '\uFDD1';

/**
 * The HTML of a record’s prose: paragraphs, bullet lists that start with a hyphen, and links to
 * sound addresses of https, to mailto and to tel. Lines that are numbered one after the other are a
 * list with the numbers that were typed. Everything else comes out as it was typed.
 */
export function proseToHtml(text: string): string {
  if (isPlainLine(text)) return `<p>${text}</p>`;
  const html = micromark(literal(text.replaceAll('\\', backslash)), {
    extensions: [{ disable: { null: off } }],
    // Links elsewhere never get this far, and `tel:` is not on micromark’s own list.
    allowDangerousProtocol: true,
  });
  return html
    .trim()
    .replaceAll(`<ul>\n<li>${numbered}`, '<ul class="numbered">\n<li>')
    .replaceAll(numbered, '')
    .replaceAll(encodeURI(backslash), '%5C')
    .replaceAll(backslash, '\\');
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
  return entriesOfNumbers(
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
      ),
  );
}

/** The number or letter of a line, as it is typed in a list: ‘1.’, ‘2)’, ‘(a)’, ‘iv.’. */
const label = /^([^\S\n]*)(\(?)(\d{1,3}|[a-z]{1,4})(\\?[.)])(?=[^\S\n]+\S)/;

/** Makes entries of a list of numbered lines with nothing between them, which would run into one line. */
function entriesOfNumbers(text: string): string {
  return text
    .split('\n\n')
    .map((block) => {
      const lines = block.split('\n');
      const labels = lines.flatMap((line) => label.exec(line)?.[3] ?? []);
      const inOrder = labels.some((one, at) => isNextLabel(one, labels[at + 1]));
      if (!inOrder) return block;
      return lines.map((line) => line.replace(label, `$1+ ${numbered}$2$3$4`)).join('\n');
    })
    .join('\n\n');
}
