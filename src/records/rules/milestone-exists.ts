import { offer } from '../../domain/nearest.ts';
import { problemAt, type Rule } from './rule.ts';

/** A milestone that an update reports on is one of the action's own, and each label stands once. */
export const milestoneExists: Rule = function* (records) {
  for (const action of records.action) {
    const labels = (action.value.milestones ?? []).map((milestone) => milestone?.label);
    for (const [index, label] of labels.entries()) {
      if (label === undefined || labels.indexOf(label) === index) continue;
      yield problemAt(
        'milestone-exists',
        action,
        ['milestones', index, 'label'],
        `Two milestones are called “${label}”.`,
        'Give each a label of its own, so that an update can say which it means.',
      );
    }
    for (const [u, update] of (action.value.updates ?? []).entries()) {
      for (const [m, report] of (update?.milestones ?? []).entries()) {
        if (report?.label === undefined || labels.includes(report.label)) continue;
        const known = labels.filter((label) => label !== undefined);
        yield problemAt(
          'milestone-exists',
          action,
          ['updates', u, 'milestones', m, 'label'],
          `This action has no milestone “${report.label}”.`,
          offer(
            report.label,
            known,
            known.length === 0 ? 'It has no milestones at all.' : `It has: ${known.join(', ')}.`,
          ),
        );
      }
    }
  }
};
