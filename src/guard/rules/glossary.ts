import { abbreviationsIn } from '../../domain/abbreviations.ts';
import { count } from '../../domain/words.ts';
import { startOfFile } from '../../records/problem.ts';
import type { Rule } from '../../records/rule.ts';
import { unexplained } from '../../records/rules/texts.ts';
import { asField } from '../../records/yaml/as-yaml.ts';
import { folderOf, type Comparison } from '../compare.ts';

export const abbreviationKept: Rule<Comparison> = {
  name: 'abbreviation-kept',
  about: 'An abbreviation that texts still use stays in the glossary.',
  *find({ before, after, unclear }) {
    const now = new Map(after.term.map((record) => [record.id, record]));
    const using = Map.groupBy(unexplained(after), ({ short }) => short);
    if (using.size === 0) return;
    for (const { id, file, value } of before.term) {
      if (unclear.has(folderOf(file))) continue;
      const shorts = [value.term, ...(value.other_forms ?? [])].flatMap((text = '') =>
        abbreviationsIn(text).map((found) => found.text),
      );
      for (const short of new Set(shorts)) {
        const used = using.get(short);
        if (used === undefined) continue;
        const files = new Set(used.map(({ record }) => record.file)).size;
        const still = `${count(files, 'file')} still ${files === 1 ? 'uses' : 'use'} it`;
        const kept = now.get(id);
        yield {
          file: kept?.file ?? file,
          ...(kept?.placeOf(['term']) ?? startOfFile),
          brings: used.map(({ record, path }) => ({
            file: record.file,
            ...record.placeOfWords(path, short),
          })),
          message:
            kept === undefined
              ? `The glossary entry that explained “${short}” was removed, and ${still}.`
              : `This glossary entry no longer explains “${short}”, and ${still}.`,
          advice:
            kept === undefined
              ? `Put the file ${file} back.`
              : `Write again:  ${short === value.term ? asField('term', short) : `other_forms: [${short}]`}`,
        };
      }
    }
  },
};
