import type Sharp from 'sharp';
import { grounds } from '../domain/brand.ts';
import { keptOr, wholeProgram } from '../files/kept.ts';
import { drawLine, wrap } from './draw-text.ts';
import { projectRequire } from './project-require.ts';

/** The picture that chats and social sites show beside a link. */
export interface Preview {
  /** What it is about, in large letters. */
  title: string;
  /** Under the title, in a sentence. */
  text: string;
  /** Whose site it is. */
  site: string;
  /** How many promises it stands for: one small square each, as far as there is room. */
  promises: number;
  /** The site’s colour on light paper: `#0c4a5b`. */
  brand: string;
}

/** The size that chats and social sites ask for, in pixels. */
export const previewSize = { width: 1200, height: 630 } as const;

const margin = 80;
const room = previewSize.width - 2 * margin;
const colours = { paper: grounds.light[0], ink: '#1b2430', soft: '#55606d' };

/** Chats show the picture a third as large, so no letter is smaller than 40 pixels. */
const titleStyle = { size: 76, weight: 700, colour: colours.ink } as const;
const textStyle = { size: 44, weight: 400, colour: colours.soft } as const;
const siteStyle = { size: 44, weight: 700 } as const;

/** The picture as PNG: no chat shows SVG. The same preview gives the same bytes. */
export async function previewImage(preview: Preview): Promise<Uint8Array<ArrayBuffer>> {
  const png = await keptOr('preview.png', [JSON.stringify(preview), wholeProgram()], () => {
    const sharp = projectRequire('sharp') as typeof Sharp;
    return sharp(Buffer.from(previewSvg(preview)))
      .png()
      .toBuffer();
  });
  return new Uint8Array(png);
}

/** Letters are paths in it, so that it looks the same on a machine without fonts. */
export function previewSvg({ title, text, site, promises, brand }: Preview): string {
  const { width, height } = previewSize;
  const titleLines = wrap(title, room, 3, titleStyle);
  const textLines = wrap(text, room, titleLines.length === 3 ? 1 : 2, textStyle);
  const drawn = [drawLine(site, margin, 108, { ...siteStyle, colour: brand })];
  let y = 140;
  for (const line of titleLines) drawn.push(drawLine(line, margin, (y += 86), titleStyle));
  y += 16;
  for (const line of textLines) drawn.push(drawLine(line, margin, (y += 58), textStyle));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="${colours.paper}"/>`,
    `<rect width="24" height="${height}" fill="${brand}"/>`,
    ...drawn,
    squares(promises, brand),
    '</svg>',
  ].join('');
}

const side = 22;
const step = 34;

/** Two rows of empty squares at the foot: an image is kept for months, so it tells no status. */
function squares(number: number, brand: string): string {
  const perRow = Math.floor((room + step - side) / step);
  const shown = Math.min(number, 2 * perRow);
  const path = Array.from({ length: shown }, (_, index) => {
    const x = margin + 2 + (index % perRow) * step;
    const y = previewSize.height - 110 + Math.floor(index / perRow) * step;
    return `M${x} ${y}h${side}v${side}h-${side}z`;
  }).join('');
  return `<path fill="none" stroke="${brand}" stroke-width="4" d="${path}"/>`;
}
