import { decodeUtf8 } from './yaml/bytes.ts';
import { startOfFile, type Problem } from './problem.ts';

/** The site’s own small picture for browser tabs, in the data folder. */
export const iconFile = 'icon.svg';

const mostBytes = 20_000;

/**
 * What is wrong with the picture for browser tabs. A picture in SVG may hold programs and may fetch
 * things from other websites; neither belongs on this site.
 *
 * @param file its path, for the problems
 */
export function problemsOfIcon(file: string, bytes: Uint8Array): Problem[] {
  const wrong = (message: string, advice: string): Problem[] => [
    { rule: 'icon', severity: 'error', file, ...startOfFile, message, advice },
  ];
  const text = decodeUtf8(bytes).text;
  if (text === undefined || !/<svg[\s>]/.test(text)) {
    return wrong(
      'This file is not a picture in SVG.',
      'Save the picture as SVG, or delete the file: the site then has an icon in its own colour.',
    );
  }
  if (bytes.length > mostBytes) {
    return wrong(
      `This picture has ${Math.ceil(bytes.length / 1000)} KB. Every reader downloads it, so it can have at most ${mostBytes / 1000} KB.`,
      'Take out what cannot be seen at the size of a browser tab.',
    );
  }
  const active =
    /<(?:script|foreignObject|iframe|image|use|a|animate\w*|set)\b|\son\w+\s*=|javascript:|<!(?:DOCTYPE|ENTITY)|@import|url\(\s*["']?(?!#)|href\s*=/i.exec(
      text,
    );
  if (active !== null) {
    return wrong(
      `This picture holds “${active[0].trim()}”, which could run a program or load something from another website.`,
      'Save it again as plain shapes, without scripts, links or pictures in it.',
    );
  }
  return [];
}
