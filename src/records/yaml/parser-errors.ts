import type { YAMLError } from 'yaml';

/** What is wrong at a stretch of a text, as YAML’s parser says it. */
export type Complaint = Pick<YAMLError, 'code' | 'pos'>;

/** A parser’s complaint in an editor’s words. */
export interface Words {
  message: string;
  advice: string;
}

/** Complaints that concern one spot only. Any other complaint causes many more in the lines below it. */
export const isAboutOneSpot = ({ code }: Complaint): boolean =>
  ['DUPLICATE_KEY', 'BAD_SCALAR_START', 'BAD_DQ_ESCAPE', 'TAG_RESOLVE_FAILED'].includes(code);

/**
 * What a complaint of YAML’s parser means to an editor.
 *
 * @param error what the parser says, whose own words are never shown
 */
export function explainParserError(error: Complaint): Words {
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return {
        message: 'This line starts with a tab.',
        advice: 'Use spaces to indent a line: two for each level.',
      };
    case 'BAD_INDENT':
    case 'BLOCK_IN_FLOW':
      return {
        message: 'This line has too many spaces before it, or too few.',
        advice: 'Line it up with the lines that belong with it. Each step in is two spaces.',
      };
    case 'MULTILINE_IMPLICIT_KEY':
    case 'BLOCK_AS_IMPLICIT_KEY':
      return {
        message: 'This text holds a colon, or its line has too many spaces before it.',
        advice:
          'Put quotation marks around the whole text, or line it up with the lines that belong with it.',
      };
    case 'BAD_SCALAR_START':
    case 'TAG_RESOLVE_FAILED':
    case 'MULTIPLE_TAGS':
      return {
        message: 'A text cannot start with this mark as it is.',
        advice: 'Put quotation marks around the whole text.',
      };
    case 'BAD_ALIAS':
    case 'ALIAS_PROPS':
    case 'MULTIPLE_ANCHORS':
      return {
        message: 'A word that starts with & or * is a YAML shortcut, and records do not use them.',
        advice: 'Write the text out in full, or put quotation marks around it.',
      };
    case 'BAD_DQ_ESCAPE':
      return {
        message: 'A backslash between double quotation marks has a special meaning.',
        advice: "Use single quotation marks around the text:  'like \\ this'",
      };
    case 'BAD_DIRECTIVE':
      return {
        message: 'A line cannot start with %.',
        advice: 'Put quotation marks around the text that it belongs to.',
      };
    case 'MISSING_CHAR':
      return {
        message: 'Something is missing here, most likely a colon, a dash or a closing mark.',
        advice:
          'A field is written as a name, a colon, a space and its text, such as  title: Our promise',
      };
    case 'MULTIPLE_DOCS':
      return {
        message: 'This file holds more than one record.',
        advice: 'Keep one record in a file: move the rest to a separate file.',
      };
    case 'KEY_OVER_1024_CHARS':
      return {
        message: 'This text holds a colon, so it looks like the name of a field.',
        advice: 'Put quotation marks around the whole text: "like this: with a colon".',
      };
    default:
      return {
        message: 'This line cannot be understood.',
        advice:
          'Compare it with a record that works. Quotation marks around the whole text often help.',
      };
  }
}

/** @param name with its mark: `&leads` before what it names, and `*leads` in its place elsewhere */
export function shortcutNamed(name: string): Words {
  return {
    message: `“${name}” is a YAML shortcut, because it starts with ${name[0]!}. Records do not use them.`,
    advice: name.startsWith('&')
      ? `Take “${name}” out. If it is part of a text, put quotation marks around the whole text.`
      : `Write out in full what “${name}” means here. If it is a text, put quotation marks around the whole text.`,
  };
}
