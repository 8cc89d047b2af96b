const ownLine = /<(?:br|\/?(?:p|div|li|ul|ol|tr|h[1-6]))(?:\s[^<>]*)?\/?>/gi;
const inText = /<\/?(?:u|b|i|em|strong|sub|span|font|a|td|table|tbody)(?:\s[^<>]*)?\/?>/gi;

/**
 * The text without the tags of web pages that other programs leave in it: SharePoint lists, and
 * scans of a PDF. `3 <sup>rd</sup>` reads 3rd. Other words in angle brackets stay.
 */
export function withoutTags(text: string): string {
  if (!/<\/?[a-z]/i.test(text)) return text;
  return text
    .replaceAll(/\s*<sup>\s*([^<>]*?)\s*<\/sup>/gi, '$1')
    .replaceAll(/<li(?:\s[^<>]*)?>/gi, '\n• ')
    .replaceAll(ownLine, '\n')
    .replaceAll(inText, '');
}
