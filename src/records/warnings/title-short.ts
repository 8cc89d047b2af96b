import { warningAt, type WarningRule } from './warning-rule.ts';

/** Programs that show a link with its title cut it at about this many characters. */
const most = 65;

/** A title is short enough to be shown whole wherever a link to it is. */
export const titleShort: WarningRule = function* (records) {
  for (const record of records.action) {
    const length = record.value.title?.length ?? 0;
    if (length <= most) continue;
    yield warningAt('title-short', record, ['title'], {
      message: `This title has ${length} characters. Up to ${most} are shown whole.`,
      why: 'Chats and search engines cut a longer one.',
      advice: `Say it with ${length - most} characters less, if you can.`,
    });
  }
};
