/**
 * Text on one line that Markdown shows as it is. It calls nobody by an @ and leads to no issue by a
 * number: code hosts look for those in what is shown, where no backslash is left, so a space without
 * width parts them.
 */
export function asMarkdown(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\`*_[\]<>&|~#]/g, String.raw`\$&`)
    .replaceAll(/@(?=\w)|#(?=\d)|(?<=\bGH-)(?=\d)/gi, `$&${noWidth}`);
}

const noWidth = '&#8203;';
