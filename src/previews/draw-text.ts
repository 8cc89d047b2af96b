import { readFileSync } from 'node:fs';
import type OpenType from 'opentype.js';
import { projectRequire } from './project-require.ts';

export type Weight = 400 | 700;

const fonts = new Map<Weight, OpenType.Font>();

function fontOf(weight: Weight): OpenType.Font {
  const known = fonts.get(weight);
  if (known !== undefined) return known;
  const file = `@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-${weight}-normal.woff`;
  const bytes = readFileSync(projectRequire.resolve(file));
  const { parse } = projectRequire('opentype.js') as typeof OpenType;
  const font = parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  fonts.set(weight, font);
  return font;
}

interface Style {
  /** In pixels. */
  size: number;
  weight: Weight;
  colour: string;
}

/**
 * A line of text as an SVG path. Text would be set in whatever font the machine has, or in none.
 *
 * @param x where it starts
 * @param y its base line
 */
export function drawLine(
  text: string,
  x: number,
  y: number,
  { size, weight, colour }: Style,
): string {
  const { commands } = fontOf(weight).getPath(text, x, y, size);
  return `<path fill="${colour}" d="${commands.map(pathData).join('')}"/>`;
}

/** The library’s own `toPathData` writes NaN for some numbers. */
function pathData(command: OpenType.PathCommand): string {
  const { type, ...points } = command;
  const { x1, y1, x2, y2, x, y } = points as Record<string, number | undefined>;
  const numbers = [x1, y1, x2, y2, x, y].filter((number) => number !== undefined);
  return type + numbers.map((number) => Math.round(number * 10) / 10).join(' ');
}

/** The text in lines no wider than `width` pixels; what does not fit into `most` lines is cut with “…”. */
export function wrap(
  text: string,
  width: number,
  most: number,
  { size, weight }: Pick<Style, 'size' | 'weight'>,
): string[] {
  const fits = (line: string) => fontOf(weight).getAdvanceWidth(line, size) <= width;
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  if (lines.length <= most) return lines;
  let last = lines[most - 1]!;
  while (!fits(`${last}…`) && last.includes(' ')) last = last.slice(0, last.lastIndexOf(' '));
  return [...lines.slice(0, most - 1), `${last}…`];
}
