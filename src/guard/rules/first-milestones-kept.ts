import { asField } from '../../records/yaml/as-yaml.ts';
import { isCorrected, isKept } from '../compare.ts';
import { breach, howToCorrect, placeOfField, type GuardRule } from './guard-rule.ts';

/** The stages of a promise and their first dates stay; a stage that moved is an update. */
export const firstMilestonesKept: GuardRule = function* ({ pairs }) {
  for (const pair of pairs.filter(isKept)) {
    if (isCorrected(pair, 'milestones') || !pair.after.readable) continue;
    const now = pair.after.value.milestones ?? [];
    for (const stage of pair.before.value.milestones ?? []) {
      if (stage?.label === undefined) continue;
      const index = now.findIndex((candidate) => candidate?.label === stage.label);
      if (index !== -1 && now[index]?.due === stage.due) continue;
      const place =
        index === -1
          ? placeOfField(pair, 'milestones')
          : pair.after.placeOf(['milestones', index, 'due']);
      yield breach('first-milestones-kept', pair, place, {
        message:
          index === -1
            ? `The milestone “${stage.label}” of ${pair.spoken} is gone.`
            : `The first date of the milestone “${stage.label}” of ${pair.spoken} was changed from “${stage.due ?? ''}”.`,
        why: 'The site shows the date that was first promised beside the one that holds now.',
        advice: `Put it back:\n  - ${asField('label', stage.label)}\n    ${asField('due', stage.due ?? '')}\nA date that moved is an update with a reason:\nupdates:\n  - reported: June 2023\n    milestones:\n      - ${asField('label', stage.label)}\n        due: ${now[index]?.due ?? 'March 2024'}\n    reason: The builder is late.\n${howToCorrect('milestones')}`,
      });
    }
    for (const [index, stage] of now.entries()) {
      const known = pair.before.value.milestones ?? [];
      const isNew = !known.some((candidate) => candidate?.label === stage?.label);
      if (!isNew || !pair.before.readable || stage?.label === undefined) continue;
      yield breach(
        'first-milestones-kept',
        pair,
        pair.after.placeOf(['milestones', index, 'label']),
        {
          message: `${pair.spoken} had no milestone “${stage.label}” when it was first published.`,
          advice: `Tell of it in the text of an update.\n${howToCorrect('milestones')}`,
        },
      );
    }
  }
};
