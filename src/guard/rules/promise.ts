import { parseDueDate } from '../../domain/due-date.ts';
import { at, type Rule } from '../../records/rule.ts';
import { asField, asFlow } from '../../records/yaml/as-yaml.ts';
import { isCorrected, isKept, same, type Comparison } from '../compare.ts';
import { asReport, atField, howToCorrect } from './breach.ts';

export const promiseKept: Rule<Comparison> = {
  name: 'promise-kept',
  about: 'The words of a promise stay as they were first published.',
  *find({ pairs }) {
    for (const pair of pairs.filter(isKept)) {
      const { promise } = pair.before.value;
      if (promise === undefined || same(promise, pair.after.value.promise)) continue;
      if (isCorrected(pair, 'promise')) continue;
      yield atField(pair.after, 'promise', {
        message: `The promise of ${pair.spoken} was changed.`,
        why: 'What was promised stays as it was. Readers must be able to compare it with what followed.',
        advice: `Put it back:  ${asField('promise', promise)}\nIf the plan changed it later, say so in the text of a new report.\n${howToCorrect('promise')}`,
      });
    }
  },
};

export const firstDueKept: Rule<Comparison> = {
  name: 'first-due-kept',
  about: 'The due date that was first promised stays. A date that moved is reported.',
  *find({ pairs }) {
    for (const pair of pairs.filter(isKept)) {
      const { due } = pair.before.value;
      const now = pair.after.value.due;
      // A date that was never given is no promise to keep, but a date added later is one that came later.
      if (same(due, now) || isCorrected(pair, 'due')) continue;
      if (due !== undefined && now !== undefined && isSameDate(due, now)) {
        yield atField(pair.after, 'due', {
          message: `The due date of ${pair.spoken} is the same, but it is written in another way: “${due}” before, and “${now}” now.`,
          why: 'A date stays as the plan writes it.',
          advice: `Put it back:  ${asField('due', due)}\n${howToCorrect('due')}`,
        });
        continue;
      }
      const moved = asReport(pair.id, [
        asField('due', now ?? 'March 2024'),
        'reason: The hospital asked for more time.',
      ]);
      yield atField(pair.after, 'due', {
        message:
          due === undefined
            ? `${pair.spoken} had no due date, and now has one at its top.`
            : `The first due date of ${pair.spoken} was ${now === undefined ? 'taken out' : `changed from “${due}”`}.`,
        why: 'The site shows the date that was first promised beside the one that holds now.',
        advice: `${due === undefined ? 'Take the line out' : `Put it back:  ${asField('due', due)}`}\nA date that moved is reported with a reason, ${moved}\n${howToCorrect('due')}`,
      });
    }
  },
};

function isSameDate(one: string, other: string): boolean {
  const [before, after] = [one, other].map((text) => parseDueDate(text));
  return before!.ok && after!.ok && before!.date.slug === after!.date.slug;
}

export const firstMilestonesKept: Rule<Comparison> = {
  name: 'first-milestones-kept',
  about: 'The milestones of a promise and their first dates stay. One that moved is reported.',
  *find({ pairs }) {
    for (const pair of pairs.filter(isKept)) {
      if (isCorrected(pair, 'milestones')) continue;
      const old = pair.before.value.milestones ?? [];
      const now = pair.after.value.milestones ?? [];
      for (const stage of old) {
        if (stage?.label === undefined) continue;
        const index = now.findIndex((candidate) => candidate?.label === stage.label);
        if (index !== -1 && now[index]?.due === stage.due) continue;
        const moved = asReport(pair.id, [
          'milestones:',
          `  - ${asField('label', stage.label)}`,
          `    ${asField('due', now[index]?.due ?? 'March 2024')}`,
          'reason: The builder is late.',
        ]);
        const words = {
          message:
            index === -1
              ? `The milestone “${stage.label}” of ${pair.spoken} is gone.`
              : `The first date of the milestone “${stage.label}” of ${pair.spoken} was changed from “${stage.due ?? ''}”.`,
          why: 'The site shows the date that was first promised beside the one that holds now.',
          advice: `Put it back:\n  - ${asField('label', stage.label)}\n    ${asField('due', stage.due ?? '')}\nA date that moved is reported with a reason, ${moved}\n${howToCorrect('milestones')}`,
        };
        yield index === -1
          ? atField(pair.after, 'milestones', words)
          : at(pair.after, ['milestones', index, 'due'], words);
      }
      for (const [index, stage] of now.entries()) {
        const isNew = !old.some((candidate) => candidate?.label === stage?.label);
        if (!isNew || stage?.label === undefined) continue;
        yield at(pair.after, ['milestones', index, 'label'], {
          message: `${pair.spoken} had no milestone “${stage.label}” when it was first published.`,
          advice: `Write about it in the text of a report.\n${howToCorrect('milestones')}`,
        });
      }
    }
  },
};

export const firstLeadsKept: Rule<Comparison> = {
  name: 'first-leads-kept',
  about: 'Who was first responsible stays on record. New leads are reported.',
  *find({ pairs }) {
    for (const pair of pairs.filter(isKept)) {
      const { leads } = pair.before.value;
      const now = pair.after.value.leads;
      if (same(leads, now) || isCorrected(pair, 'leads')) continue;
      const inOrder = (list: typeof leads) => list?.map((lead) => JSON.stringify(lead)).toSorted();
      if (leads !== undefined && same(inOrder(leads), inOrder(now))) {
        yield atField(pair.after, 'leads', {
          message: `The leads of ${pair.spoken} are in another order.`,
          why: 'They stay in the order in which the plan names them.',
          advice: `Put it back:  leads: ${asFlow(leads)}\n${howToCorrect('leads')}`,
        });
        continue;
      }
      yield atField(pair.after, 'leads', {
        message: `The first leads of ${pair.spoken} were changed.`,
        why: 'The site shows who was responsible first beside who is now.',
        advice: `${leads === undefined ? 'Take “leads” out' : `Put it back:  leads: ${asFlow(leads)}`}\nNew leads are reported with a reason, ${asReport(pair.id, [`leads: ${asFlow(now ?? ['nhs-england'])}`, 'reason: The team moved to another body.'])}\n${howToCorrect('leads')}`,
      });
    }
  },
};

export const measuresKept: Rule<Comparison> = {
  name: 'measures-kept',
  about:
    'How success will be measured stays as it was published. A measure that we missed may be added.',
  *find({ pairs }) {
    for (const pair of pairs.filter(isKept)) {
      const now = pair.after.value.measures ?? [];
      const gone = (pair.before.value.measures ?? []).filter(
        (measure) => measure !== undefined && !now.includes(measure),
      );
      if (gone.length === 0 || isCorrected(pair, 'measures')) continue;
      yield atField(pair.after, 'measures', {
        message:
          gone.length === 1
            ? `A measure of ${pair.spoken} was changed or taken out: “${gone[0]!}”`
            : `${gone.length} measures of ${pair.spoken} were changed or taken out.`,
        why: 'Readers must be able to compare what was done with what was going to be measured.',
        advice: `Put ${gone.length === 1 ? 'it' : 'them'} back under “measures”:\n${gone.map((measure) => `  - ${asFlow(measure)}`).join('\n')}\n${howToCorrect('measures')}`,
      });
    }
  },
};
