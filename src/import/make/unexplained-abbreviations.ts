import { abbreviationsIn } from '../../domain/abbreviations.ts';
import type { MadeFile } from './made-record.ts';

/** The abbreviations in what readers will see that neither the glossary nor an organisation explains. */
export function unexplainedAbbreviations(
  files: readonly MadeFile[],
  explained: readonly string[],
): string[] {
  const known = new Set(
    explained.flatMap((text) => abbreviationsIn(text).map(({ text: short }) => short)),
  );
  const shownAt = new Set(['promise', 'measures', 'actions', 'wording']);
  const used = files.flatMap(({ claims }) =>
    claims
      .filter(({ path }) => path !== 'comment' && path.some((step) => shownAt.has(String(step))))
      .flatMap(({ pieces }) => pieces.flatMap(({ text }) => abbreviationsIn(text))),
  );
  return [...new Set(used.map(({ text }) => text))].filter((short) => !known.has(short)).sort();
}
