/** Text on one line that Markdown shows as it is, and that calls nobody by an @. */
export function asMarkdown(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_[\]<>#|~@]/g, String.raw`\$&`);
}
