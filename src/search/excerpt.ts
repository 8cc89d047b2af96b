/** A stretch of an excerpt, and whether it is a word that was looked for. */
export interface Stretch {
  text: string;
  match: boolean;
}

/**
 * Takes an excerpt of the index apart, so that it can be shown as text: the only mark-up that it
 * may carry is `<mark>` round a match.
 */
export function readExcerpt(excerpt: string): Stretch[] {
  return excerpt
    .split(/(<mark>.*?<\/mark>)/)
    .map((piece) => ({
      match: piece.startsWith('<mark>'),
      text: plain(piece.replaceAll(/<\/?mark>/g, '')),
    }))
    .filter(({ text }) => text !== '');
}

const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

function plain(text: string): string {
  return text.replaceAll(/&(?:lt|gt|quot|amp);/g, (entity) => entities[entity]!);
}

/** Marks where an excerpt starts or stops within a sentence. */
export function withEllipses(stretches: readonly Stretch[]): Stretch[] {
  const text = stretches
    .map((stretch) => stretch.text)
    .join('')
    .trim();
  return [
    ...(/^\p{Ll}/u.test(text) ? [{ match: false, text: '… ' }] : []),
    ...stretches,
    ...(text === '' || /[.!?…:][”’"')\]]*$/u.test(text) ? [] : [{ match: false, text: ' …' }]),
  ];
}
