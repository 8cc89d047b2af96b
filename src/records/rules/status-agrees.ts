import { contradictionIn, type Contradiction } from '../../domain/status-contradicted.ts';
import { shortened } from '../../domain/words.ts';
import type { StatementRecord } from '../../schema/statement.ts';
import type { Draft, Records } from '../records.ts';
import { at, type Rule, type Words } from '../rule.ts';
import { statementsIn } from '../statements.ts';

export const statusAgrees: Rule<Records> = {
  name: 'status-agrees',
  about:
    'The status in a report, the report’s own words for it and its rating do not contradict each other.',
  *find(records) {
    for (const statements of statementsIn(records).values()) {
      for (const { report, path, value } of statements) {
        const found = contradictionIn(value);
        if (found === undefined) continue;
        const field = found.by === 'two colours' ? 'rag' : 'status';
        yield at(report, [...path, field], inWords(value, found));
      }
    }
  },
};

function inWords(
  { status, status_text: text, rag }: Draft<StatementRecord>,
  found: Contradiction,
): Words {
  const own = text === undefined ? undefined : `“${shortened(text, 100)}”`;
  const given = `The status is “${status!}”`;
  if (found.by === 'two colours') {
    return {
      message: `The report’s own words for the status are ${own!}, but the rating is “${rag!}”.`,
      advice: 'Compare both with the document, and correct the one that is wrong here.',
    };
  }
  if (found.by === 'words') {
    const right =
      found.meant === undefined
        ? 'the status that they give, such as  status: in progress'
        : ` status: ${found.meant}`;
    return {
      message: `${given}, but the report’s own words for it are ${own!}.`,
      advice: `Compare both with the document. If the words are right, write ${right}`,
    };
  }
  const isRated = rag === 'red' || rag === 'amber';
  const message = !isRated
    ? `${given}, but the report’s own words for it are ${own!}.`
    : own === undefined
      ? `${given}, but the rating is “${rag}”.`
      : `${given} and the report’s own words for it are ${own}, but the rating is “${rag}”.`;
  const instead =
    own === undefined
      ? 'write its words for the status as “status_text”, and take the line “status” out'
      : 'take the line “status” out';
  return {
    message,
    advice: `Compare this with the document, and correct what is wrong here. If the document itself says both, ${instead}. Readers then see what it says, and the site does not choose.`,
  };
}
