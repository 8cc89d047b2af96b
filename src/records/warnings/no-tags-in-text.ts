import { allTexts } from '../all-texts.ts';
import { warningAt, type WarningRule } from './warning-rule.ts';

const names =
  'a|abbr|b|blockquote|br|code|div|em|font|h[1-6]|hr|i|img|li|ol|p|script|small|span|strong|style|sub|sup|table|tbody|td|th|thead|tr|u|ul';
const tag = new RegExp(String.raw`</?(?:${names})(?:\s[^<>]*)?/?>`, 'i');

/** HTML is not read in a record: readers see the tag itself. */
export const noTagsInText: WarningRule = function* (records) {
  for (const { record, path, text } of allTexts(records)) {
    const found = tag.exec(text)?.[0];
    // What was found in a scan is kept as it was found.
    if (found === undefined || path.includes('repaired')) continue;
    yield warningAt(
      'no-tags-in-text',
      record,
      path,
      {
        message: `Readers will see ${found} in this text, just as it stands here.`,
        why: 'Records hold plain text. They have no bold print and no other marks of web pages.',
        advice: `Take every such mark out, and leave the words.`,
      },
      found,
    );
  }
};
