// This entry of the package is one file. Every command waits for it, and the entry with 150 files takes
// seven times as long to load.
import culori from 'culori/require';

const { converter, formatHex, parse, wcagContrast } = culori;

/** The reader’s setting decides which of the two is seen. */
export type Scheme = 'light' | 'dark';
export const schemes = ['light', 'dark'] as const;

/** The colour of links, headings’ rules and buttons where a site names none of its own. */
export const ownBrand: Record<Scheme, string> = { light: '#0c4a5b', dark: '#8fd0e3' };

/** What text is set on: the paper of a page, and cards on it. */
export const grounds: Record<Scheme, readonly [paper: string, card: string]> = {
  light: ['#fbfaf6', '#ffffff'],
  dark: ['#14181d', '#1c2229'],
};

/** The least contrast of text with its ground (WCAG 2.2, success criterion 1.4.3). */
export const leastContrast = 4.5;

/** A colour as six digits in base 16: `#0c4a5b`; undefined if that is not what was typed. */
export function colourOf(text: string): string | undefined {
  const digits = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(text.trim())?.[1];
  return digits === undefined ? undefined : formatHex(parse(`#${digits}`));
}

/** How well text of this colour can be read on paper and cards, from 1 (not at all) to 21. */
export function contrastOf(colour: string, scheme: Scheme): number {
  return Math.min(...grounds[scheme].map((ground) => wcagContrast(colour, ground)));
}

/**
 * The same colour, only as much darker (or in the dark lighter) as it takes to be read.
 *
 * @returns six digits in base 16, with a contrast of at least 4.5 to 1
 */
export function readableLike(colour: string, scheme: Scheme): string {
  const { c, h, l } = converter('oklch')(colour)!;
  const step = scheme === 'light' ? -0.005 : 0.005;
  let readable = colour;
  for (let lightness = l; contrastOf(readable, scheme) < leastContrast; lightness += step) {
    readable = formatHex({ mode: 'oklch', l: lightness, c, h })!;
  }
  return readable;
}
