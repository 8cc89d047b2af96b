/**
 * The kinds of text that records are made of. Every YAML value is read as text, never as a number
 * or a date, so `outcome: 2.10` stays 2.10 and `due: 2018/19` stays as typed.
 */
import { z } from 'zod';
import {
  dateRefusalInWords,
  fixedDateAdvice,
  parseDueDate,
  type DatePlace,
} from '../domain/due-date.ts';
import { linksIn, parsedAddress, refusalOfAddress } from '../domain/web-address.ts';
import { idPattern, referencePattern } from '../domain/reference.ts';

/**
 * How a field that refuses a value says so: what is wrong (`message`) and what to type instead
 * (`advice`). Zod carries the advice in the issue's `params`.
 *
 * @param inBox the advice for someone who fills in the box of a form, where it differs
 */
export function refusal(message: string, advice: string, inBox?: string) {
  const params: RefusalParams = inBox === undefined ? { advice } : { advice, inBox };
  return { code: 'custom' as const, message, params };
}

/** What the issue of a refusal carries beside its message. */
export interface RefusalParams {
  advice: string;
  inBox?: string;
}

/** For a rule over several fields: it is held to also where one of them is wrong by itself, so that all problems show at once. */
export const evenWhenFieldsAreWrong = { when: () => true };

/** A short text, `most` characters at the most. It is one line, over however many it is typed. */
export function line(most: number) {
  return z.string().overwrite(onOneLine).min(1).max(most);
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * What a refusal above cannot tell JSON Schema: the pattern, for the help that editors’ programs
 * give. The check itself goes by the refusals, which say more.
 */
export function asPattern(...patterns: RegExp[]) {
  return { pattern: patterns.map((pattern) => pattern.source).join('|') };
}

/** Prose: paragraphs, bullet lists and links, in a small subset of Markdown. */
export const prose = z
  .string()
  .trim()
  .min(1)
  .superRefine((text, context) => {
    for (const { to } of linksIn(text)) {
      const refused = refusalOfAddress(to);
      if (refused !== undefined) context.addIssue(refusal(refused.message, refused.advice));
    }
  });

/**
 * The identifier of another record: its file name without `.yaml`. Whether there is such a record
 * is asked where all of them are known, which also finds one by its name.
 */
export const recordId = z.string().trim().min(1);

/** A reference within a plan, as the plan numbers it, or a short name where it has no number. */
export const localReference = z
  .string()
  .superRefine((text, context) => {
    if (referencePattern.test(text) || idPattern.test(text)) return;
    context.addIssue(
      refusal(
        `“${text}” cannot be a reference.`,
        'Use small letters and digits, with dots or hyphens between them, such as 2.1 or social-workers.',
      ),
    );
  })
  .meta(asPattern(referencePattern, idPattern));

/** A date as people write it; `src/domain/due-date.ts` holds the grammar. */
function dateAt(inRecord: DatePlace, inForm: DatePlace = inRecord) {
  return z.string().superRefine((text, context) => {
    const parsed = parseDueDate(text);
    if (parsed.ok) return;
    const { message, advice } = dateRefusalInWords(parsed.refusal, inRecord);
    const inBox = dateRefusalInWords(parsed.refusal, inForm).advice;
    context.addIssue(refusal(message, advice, inBox));
  });
}

/** By when something is promised. */
export const dateText = dateAt('due line', 'due box');
/** The date to which a report moves it. */
export const movedDate = dateAt('moved date', 'moved date box');
/** When a plan ends, or that it has no end. */
export const endOfPlan = dateAt('end of a plan');

/** When something was reported, published or begun: a date with a beginning and an end, so that it can be put in order. */
export const boundedDate = z.string().superRefine((text, context) => {
  const parsed = parseDueDate(text);
  if (!parsed.ok) {
    const { message, advice } = dateRefusalInWords(parsed.refusal, 'fixed date');
    context.addIssue(refusal(message, advice));
  } else if (parsed.date.latest === null || parsed.date.earliest === null) {
    context.addIssue(
      refusal(
        `“${text}” has no beginning or no end, and a fixed time is needed here.`,
        fixedDateAdvice,
      ),
    );
  }
});

/** A web address that readers may follow safely, as a browser will understand it. */
export const webAddress = z
  .string()
  .superRefine((text, context) => {
    const refused = refusalOfAddress(text);
    if (refused !== undefined) context.addIssue(refusal(refused.message, refused.advice));
  })
  .overwrite(parsedAddress)
  .meta({ format: 'uri', ...asPattern(/^https:\/\//) });
