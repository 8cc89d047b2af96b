import type { Meaning, Span } from './due-date-span.ts';

/**
 * One possible meaning of what was typed: what to write instead, and what that stands for where it is
 * not obvious.
 */
export interface Offer {
  write: string;
  is?: OfferedTime;
}

/** What an offer stands for; years are those in which the first and the last of them begin or end. */
export type OfferedTime =
  | { unit: 'month' | 'season' | 'one financial year' }
  | { unit: 'financial year' | 'financial years' | 'calendar years'; from: number; to: number };

/** A range with the words that were typed, and the time that it is. */
export interface RangeOffer {
  write: string;
  range: Span;
}

/**
 * Why a text is not accepted as a due date: the kind of mistake and its facts. Its words are made
 * by `dateRefusalInWords`. Wherever there is a `text`, it is the part of the text that is meant.
 */
export type DateRefusal =
  // No date at all
  | { kind: 'empty' }
  | { kind: 'no date'; text: string }
  | { kind: 'too long'; start: string; length: number }
  | { kind: 'how soon'; text: string }
  | { kind: 'how often'; text: string; since?: Meaning }
  /** The text says what has become of it, and may say when. */
  | { kind: 'status'; text: string; when?: Meaning }
  /** `from` is the date from which it counts, where it is given. */
  | { kind: 'counted from an event'; text: string; from?: Meaning }
  | { kind: 'counted from an unknown day'; text: string }
  // Days, months and years
  | { kind: 'no such month'; text: string; month: number }
  | { kind: 'no such day'; text: string; year: number; month: number; days: number }
  | { kind: 'wrong weekday'; text: string; day: Span; weekday: number; typed: number }
  | { kind: 'month before day'; text: string; day: number; month: number; year?: number }
  | { kind: 'no year'; text: string; example: string }
  | { kind: 'year out of range'; text: string }
  | { kind: 'day number of Excel'; text: string; day: Meaning }
  // More than one reading
  | { kind: 'which winter'; text: string; year: number }
  | { kind: 'which quarter'; text: string; quarter: number; year: number }
  /** A range, one end of which has two readings: what to write for the whole of it. */
  | {
      kind: 'range of two readings';
      text: string;
      of: 'which winter' | 'which quarter' | 'two years' | 'which year';
      offers: readonly RangeOffer[];
    }
  | { kind: 'two years'; text: string; name: string; from: number; to: number }
  | { kind: 'day or month first'; text: string; dayFirst: Offer; monthFirst: Offer }
  | { kind: 'month or season'; text: string; readings: readonly Span[] }
  | { kind: 'which year end'; text: string; year: number }
  | { kind: 'which financial year'; text: string; offers: readonly Offer[] }
  | { kind: 'month in figures'; text: string; offers: readonly Offer[] }
  | { kind: 'which number is the year'; text: string; offers: readonly Offer[] }
  | { kind: 'dash between years'; text: string; offers: readonly Offer[] }
  // Two years, two ends
  | { kind: 'years not in a row'; text: string; offers: readonly Offer[] }
  | { kind: 'list not in a row'; text: string; from: number; to: number }
  | { kind: 'not one winter'; text: string; from: number; to: number }
  | { kind: 'backwards'; text: string; meant: readonly Span[] }
  | { kind: 'end not clear'; text: string; example: Span }
  | { kind: 'one date inside the other'; text: string; example: Span }
  | { kind: 'range after a deadline'; text: string; word: string; range: Span }
  // A date among other words
  /** `run` is the time from the first of them to the last, and `range` the same as it is typed. */
  | { kind: 'several dates'; text: string; count: number; run?: Meaning; range?: string }
  | { kind: 'remark beside the date'; text: string; date: string }
  /** As a remark, but in words that may say something else of the date: 'Cabinet, June 2025'. */
  | { kind: 'words beside the date'; text: string; date: string }
  /** `since` says the same with no end, where that can be said. */
  | { kind: 'start without an end'; text: string; start: Meaning; since?: Meaning }
  /** 'After March 2025' says from when, and not by when. */
  | { kind: 'not before'; text: string }
  /**
   * 'March 2025 (was Dec 2024)': as it was promised first, where that is given in full, and as it is
   * now. `run` is the time between them where an arrow may say that instead.
   */
  | { kind: 'changed date'; text: string; first?: Meaning; now: Meaning; run?: Meaning }
  /** 'Ongoing until March 2025'; `range` is an example of a time that ends then. */
  | { kind: 'ongoing and a date'; text: string; date: Meaning; range?: string }
  /** 'Start April 2025', 'April 2025 and ongoing': due then, or that work starts then. */
  | { kind: 'start of it or start in it'; text: string; part: Meaning; since: Meaning }
  /** 'w/c 3 June 2025'; no `week` where its days cannot be known from the text. */
  | { kind: 'week'; text: string; week?: Span }
  /** `at` which of its ends the text names, if it names one. */
  | { kind: 'school year'; text: string; from: number; at?: 'start' | 'end' }
  /** `example` says the same with a beginning. */
  | { kind: 'how long it goes on'; text: string; by: Meaning; example?: string }
  /** 'Carers Week 2025': its days are not known here. */
  | { kind: 'occasion'; text: string }
  // Words
  | { kind: 'unknown word'; text: string; word: string; meant?: string }
  | { kind: 'not a date'; text: string };

/** Whether a rule gave a refusal, and not a meaning. */
export function isRefusal(found: object | undefined): found is DateRefusal {
  return found !== undefined && 'kind' in found;
}
