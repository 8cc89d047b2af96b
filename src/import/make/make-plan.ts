import { notStated } from '../../domain/not-stated.ts';
import { parseDueDate } from '../../domain/due-date.ts';
import type { PlanRecord } from '../../schema/plan.ts';
import type { ReportRecord } from '../../schema/report.ts';
import { textOf, type TableRead, type ThemeRead } from '../rows/table-read.ts';
import type { OpenQuestion, RowQuestion } from '../questions/question.ts';
import type { References } from './give-references.ts';
import { renderRecord, type Comment } from '../../records/yaml/with-comments.ts';
import type { Claim, MadeFile } from './made-record.ts';
import type { SurePlanFacts } from './plan-facts.ts';
import { capitalised } from '../../domain/words.ts';
import { titleOf } from './titles.ts';
import type { Table } from '../table.ts';
import { comparableWords } from '../account/comparable-words.ts';
import { proseOf } from './write-prose.ts';

/** How the date of what the file reports is known. */
export const groundOfDate = 'Given when the file was imported.';

/**
 * Writes the plan’s own record. Words of the file that have no other place are in a comment at its end.
 *
 * @param otherWords a person has looked at those words
 */
export function makePlan(
  plan: string,
  file: string,
  table: Table,
  draft: TableRead,
  references: References,
  facts: SurePlanFacts,
  dues: readonly string[],
  otherWords: boolean,
): MadeFile & { questions: RowQuestion[]; source: ReportRecord['source'] } {
  const comments: Comment[] = [];
  const claims: Claim[] = [];
  const open: OpenQuestion[] = [];
  const missing: string[] = [];
  const ask = (question: string, field: OpenQuestion['field'] = 'other') =>
    open.push({ field, question });
  const titleInFile = textOf(draft.title).replaceAll('\n', ' ');
  const ownTitle = facts.title ?? (titleInFile === '' ? undefined : titleInFile);
  const title = ownTitle ?? sentenceFrom(plan);
  if (ownTitle === undefined) missing.push('title');
  if (ownTitle === undefined)
    ask('What is the plan’s title? This one is the name of its folder.', 'title');
  // Breadcrumbs and lists have the short one, and a title that is cut off tells little.
  if (facts.short_title === undefined && title.length > mostShortTitle) missing.push('short_title');
  if (facts.codeSupposed) {
    missing.push('code');
    ask('Is the code right? It begins every action’s number and address, and never changes.');
  }
  if (facts.area === undefined) missing.push('area');
  if (facts.area === undefined) ask('Which area is the plan for?');
  const period = periodOf(facts, dues);
  if (period.note !== undefined) missing.push('from', 'to');
  if (period.note !== undefined) ask('Is the period right? The file does not name one.');
  if (facts.summary === undefined) {
    missing.push('summary');
    ask('What is the plan, and whom is it for? Write the summary in plain words.');
  }
  for (const { doubt, printed } of draft.themes) {
    if (doubt !== undefined)
      open.push({ field: 'theme', found: textOf(printed).slice(0, 600), question: doubt });
  }
  if (draft.unplaced.length > 0 && !otherWords) {
    missing.push('other_words');
    ask('Look at the words at the end of this file. No record has a place for them.');
  }

  const record: PlanRecord = {
    title: title.slice(0, 120),
    short_title: titleOf(facts.short_title ?? title, mostShortTitle),
    code: facts.code,
    publisher: facts.publisher,
    area: facts.area ?? notStated,
    period,
    summary: facts.summary ?? `What ${title} promises.`,
    source: {
      title: title.slice(0, 160),
      ...(facts.source_url && { url: facts.source_url }),
      note: `The records were taken from the file ${file.slice(0, 300)} by the importer.`,
    },
    licence: { name: notStated },
    reported: { date: facts.reported, ground: groundOfDate },
    ...(facts.succeeds !== undefined && facts.succeeds !== 'keep' && { succeeds: facts.succeeds }),
    statuses:
      'A status is shown where all of the plan’s own words say one, such as “Complete” or “On track”. Where they do not, the words are shown and nothing is assumed.',
    ...(open.length > 0 && { needs_review: open }),
    themes: draft.themes.map((theme, t) => ({
      id: references.themes[t]!,
      title: titleOf(themeTitle(theme), 80),
      outcomes: draft.outcomes.flatMap((outcome, o) => {
        if (outcome.theme !== theme) return [];
        const wording = proseOf(textOf(outcome.wording));
        return [
          {
            id: references.outcomes[o]!,
            title: titleOf(wording === '' ? themeTitle(theme) : wording, 60),
            wording: wording === '' ? themeTitle(theme) : wording,
          },
        ];
      }),
    })),
  };
  claimTitle(draft, record, claims, comments);
  claimThemes(draft, record, claims, comments);
  comments.push({ text: 'Below: words of the file that no record has a place for.' });
  for (const { piece, why } of draft.unplaced) {
    const { place } = table.rows[piece.row]!;
    comments.push({ text: `${place}. ${why}\n${piece.text.replaceAll('\n', ' ')}` });
    claims.push({ pieces: [piece], path: 'comment' });
  }
  if (draft.unplaced.length === 0) comments.pop();
  return {
    path: `plans/${plan}/plan.yaml`,
    text: renderRecord(record, comments),
    claims,
    source: {
      title: record.source.title,
      ...(facts.source_url && { url: facts.source_url }),
    },
    questions: missing.map((key) => ({
      kind: key === 'other_words' ? 'other words' : 'plan',
      ask:
        key === 'other_words'
          ? 'Words that no record has a place for are in comments at the end of plan.yaml. Write yes once you have looked at them.'
          : 'The file does not say these things about the plan.',
      rows: [],
      answer: { part: 'plan', key, ...(aboutFacts[key] && { suggestion: aboutFacts[key] }) },
    })),
  };
}

const mostShortTitle = 40;

/** What to write for each fact that a file does not say. */
const aboutFacts: Readonly<Record<string, string>> = {
  title: 'the title on the first page of the plan, such as Anytown Library Plan',
  short_title: 'what people call the plan, such as Library plan, for breadcrumbs and lists',
  code: 'two to eight small letters and figures, such as any26; it begins the number and the address of every action, and can never change',
  area: 'the place that the plan is for, such as Anytown, or England',
  from: 'when the plan begins, such as 2026 or April 2026',
  to: 'when it ends, such as 2029, or Ongoing if it has no end',
  summary: 'what the plan is and whom it is for, in one plain sentence',
};

/** The title that the file begins with: in the record, or in a comment where another one was given. */
function claimTitle(
  draft: TableRead,
  record: PlanRecord,
  claims: Claim[],
  comments: Comment[],
): void {
  if (draft.title.length === 0) return;
  if (sameWords(textOf(draft.title), record.title)) {
    claims.push({ pieces: draft.title, path: ['title'] });
    return;
  }
  const printed = textOf(draft.title).replaceAll('\n', ' ');
  comments.push({ before: ['title'], text: `The file begins:\n${printed}` });
  claims.push({ pieces: draft.title, path: 'comment' });
}

function claimThemes(
  draft: TableRead,
  record: PlanRecord,
  claims: Claim[],
  comments: Comment[],
): void {
  for (const [t, theme] of draft.themes.entries()) {
    const made = record.themes[t]!;
    const path = ['themes', t];
    const numberShown = theme.number.length === 0 || sameWords(textOf(theme.number), made.id);
    if (numberShown && sameWords(textOf(theme.title), made.title)) {
      claims.push({ pieces: theme.number, path: [...path, 'id'] });
      claims.push({ pieces: theme.title, path: [...path, 'title'] });
    } else if (theme.printed.length > 0) {
      const printed = textOf(theme.printed).replaceAll('\n', ' ');
      comments.push({ before: path, text: `In the file this heading reads:\n${printed}` });
      claims.push({ pieces: theme.printed, path: 'comment' });
    }
    if (theme.repeats.length > 0) {
      const shown = numberShown && sameWords(textOf(theme.printed), made.title);
      if (shown) claims.push({ pieces: theme.repeats, path: [...path, 'title'], again: true });
      else {
        comments.push({
          before: path,
          text: `The file has it again as:\n${textOf(theme.printed).replaceAll('\n', ' ')}`,
        });
        claims.push({ pieces: theme.repeats, path: 'comment', again: true });
      }
    }
    const outcomes = draft.outcomes.filter((outcome) => outcome.theme === theme);
    for (const [o, outcome] of outcomes.entries()) {
      const here = [...path, 'outcomes', o];
      const id = made.outcomes[o]!.id;
      const kept = (pieces: typeof outcome.number) => {
        comments.push({
          before: here,
          text: `In the file:\n${pieces.map(({ text }) => text.replaceAll('\n', ' ')).join(' ')}`,
        });
        claims.push({ pieces, path: 'comment' });
      };
      if (outcome.number.length > 0) {
        if (sameWords(textOf(outcome.number), id))
          claims.push({ pieces: outcome.number, path: [...here, 'id'] });
        else kept(outcome.number);
      }
      if (outcome.wording.length > 0) {
        claims.push({ pieces: outcome.wording, path: [...here, 'wording'], all: true });
        comments.push({
          before: [...here, 'title'],
          text: 'Cut from the wording. Write a short plain title.',
        });
      } else if (outcome.repeats.length === 0 && outcome.number.length === 0 && o === 0) {
        comments.push({ before: here, text: 'The file gives no outcome here.' });
      }
      for (const piece of outcome.repeats) {
        if (sameWords(piece.text, id))
          claims.push({ pieces: [piece], path: [...here, 'id'], again: true });
        else if (isWithin(piece.text, made.outcomes[o]!.wording))
          claims.push({ pieces: [piece], path: [...here, 'wording'], again: true });
        else kept([piece]);
      }
    }
  }
}

function isWithin(part: string, whole: string): boolean {
  return ` ${comparableWords(whole).join(' ')} `.includes(` ${comparableWords(part).join(' ')} `);
}

function sameWords(a: string, b: string): boolean {
  return comparableWords(a).join(' ') === comparableWords(b).join(' ');
}

/** A heading in capitals as a title: “INFORMATION AND ADVICE” → “Information and advice”. */
function themeTitle(theme: ThemeRead): string {
  const title = textOf(theme.title).replaceAll('\n', ' ') || 'Actions';
  const shouted = /\p{Lu}{5}/u.test(title) && !/\p{Ll}/u.test(title);
  if (!shouted) return title;
  const small = title.charAt(0) + title.slice(1).toLowerCase();
  return small.replaceAll(spelt, (word) =>
    /^(?:gp|icb)s$/i.test(word) ? `${word.slice(0, -1).toUpperCase()}s` : word.toUpperCase(),
  );
}

/** Abbreviations that everybody writes in capitals. */
const spelt = /\b(?:nhs|gps?|uk|icbs?|camhs|dwp|vcse?|cqc|adhd|hr|ict|lgbtq?)\b/gi;

/** The time of the plan: as given, or from its first to its last date. */
function periodOf(facts: SurePlanFacts, dues: readonly string[]): PlanRecord['period'] {
  if (facts.from !== undefined && facts.to !== undefined) return { from: facts.from, to: facts.to };
  const dates = [facts.reported, ...dues].flatMap((text) => {
    const read = parseDueDate(text);
    return read.ok ? [read.date] : [];
  });
  const first = dates.flatMap(({ earliest }) => earliest ?? []).sort()[0];
  const last = dates
    .flatMap(({ latest }) => latest ?? [])
    .sort()
    .at(-1);
  return {
    from: facts.from ?? (first === undefined ? facts.reported : monthOf(first)),
    to: facts.to ?? (last === undefined ? 'Ongoing' : monthOf(last)),
    note: 'The file names no period. It was taken from the first and the last date in it.',
  };
}

function monthOf(day: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

function sentenceFrom(id: string): string {
  return `${capitalised(id).replaceAll('-', ' ')} plan`;
}
