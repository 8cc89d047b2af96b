/**
 * What a formula shows, where its own words say it: a link with its text, or a text that was written
 * as a formula so that a spreadsheet leaves it alone. Undefined for any other formula.
 */
export function shownByFormula(formula: string): { text: string; link?: string } | undefined {
  const link = /^=\s*HYPERLINK\(\s*"([^"]+)"\s*(?:[,;]\s*"((?:[^"]|"")*)"\s*)?\)$/is.exec(formula);
  if (link !== null) {
    const [, address = '', said = ''] = link;
    const text = said.replaceAll('""', '"');
    return text.trim() === '' ? { text: address } : { text, link: address };
  }
  const text = /^=\s*"((?:[^"]|"")*)"$/s.exec(formula)?.[1];
  return text === undefined ? undefined : { text: text.replaceAll('""', '"') };
}
