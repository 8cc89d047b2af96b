import type { Spot } from './index-words.ts';
import type { Match, Matches } from './matches.ts';

/** What is said of an action counts for more when its title says it, and less when only its topic does. */
export const ranking = {
  metaWeights: { title: 5, reference: 5, about: 3, lead: 2, topics: 1, words: 0.5 },
};

/** How soon more of the same word counts for no more, and how much a long page counts for less. */
const [saturation, lengthCounts] = [1.4, 0.75];
/** How much more a word counts whose accents are those that were typed. */
export const sameAccents = 1.8;
/** A plain word of a page. */
const plainWeight = 24;

/** What the whole index is, as far as a page’s rank depends on it. */
export interface Whole {
  /** How many words each page has. */
  lengths: readonly number[];
  averageLength: number;
  /** The weight of each fact, by its number. */
  factWeights: readonly number[];
}

/** A place with a match, and how much it counts for an excerpt. */
export interface WeightedPlace {
  at: number;
  counts: number;
}

/**
 * Ranks the pages that have the words, as Pagefind 1.5 does (BM25, and more where facts have the
 * words). Pagefind’s own program compares each page that is found with every page that has a word: of
 * 10,000 pages that is a hundred million steps, here it is ten thousand.
 *
 * @param pages by number, in the order of those that rank alike
 * @param terms how many words the query has
 */
export function rankedPages(
  pages: readonly number[],
  matches: Matches,
  terms: number,
  whole: Whole,
): number[] {
  const rarity = Array.from({ length: terms }, (_, term) =>
    rarityOf(matches.having(term), whole.lengths.length),
  );
  const ofAll = rarity.reduce((sum, each) => sum + each, 0);
  const scores = new Float64Array(whole.lengths.length);
  for (const page of pages) {
    const found = matches.on(page);
    scores[page] =
      scoreOfText(found, rarity, whole.lengths[page]! / whole.averageLength) +
      scoreOfFacts(found, rarity, ofAll, whole);
  }
  return pages.toSorted((a, b) => scores[b]! - scores[a]!);
}

function rarityOf(having: number, pages: number): number {
  return Math.log((pages - having + 0.5) / (having + 0.5) + 1);
}

function scoreOfText(matches: readonly Match[], rarity: readonly number[], length: number): number {
  const weights = weightsOf(matches);
  let score = 0;
  for (const [place, { word }] of matches.entries()) {
    const often = (weights[place]! / plainWeight) * word.nearness;
    const much =
      ((saturation + 1) * often) /
      (saturation * (1 - lengthCounts + lengthCounts * length) + often);
    score += rarity[word.term]! * much * word.accents;
  }
  return score;
}

/** How much each match counts in a text altogether; what matches twice counts with the first. */
function weightsOf(matches: readonly Match[]): number[] {
  const weights = matches.map(() => 0);
  const first = ({ word }: Match) => matches.findIndex((other) => other.word.key === word.key);
  // Two in one place are seldom, and of thousands of pages each is asked.
  if (areApart(matches)) {
    for (const match of matches) weights[first(match)]! += match.on.weight();
    return weights;
  }
  for (const { weight, spots: together } of placesOf(matches)) {
    for (const { match } of together) weights[first(match)]! += weight;
  }
  return weights;
}

/** Whether no two are in one place. */
function areApart(matches: readonly Match[]): boolean {
  const places =
    matches.length === 1 ? matches[0]!.on.places() : matches.flatMap(({ on }) => on.places());
  // If there are few, comparing each with all others is faster than building a set.
  if (places.length > 20) return new Set(places).size === places.length;
  return places.every((place, index) => places.indexOf(place) === index);
}

interface MatchingSpot extends Spot {
  match: Match;
}

/** A place of a text with a match. */
interface Place {
  at: number;
  weight: number;
  /** One of each word of the query that it matches. */
  spots: MatchingSpot[];
}

/**
 * In one place a word of the query counts once, also where the index has it twice: as itself and as a
 * part of “carer/carers”. What two words of the query match counts twice.
 */
function placesOf(matches: readonly Match[]): Place[] {
  const spots = matches.flatMap((match) =>
    match.on.spots().map(({ at, weight }): MatchingSpot => ({ at, weight, match })),
  );
  spots.sort((a, b) => a.at - b.at);
  const places: Place[] = [];
  for (const spot of spots) {
    const last = places.at(-1);
    if (last?.at !== spot.at) {
      places.push({ at: spot.at, weight: spot.weight, spots: [spot] });
    } else if (!last.spots.some(({ match }) => match.word.term === spot.match.word.term)) {
      last.spots.push(spot);
      const least = Math.min(...last.spots.map(({ weight }) => weight));
      last.weight = Math.min(255, least * last.spots.length);
    }
  }
  return places;
}

/** The places of a page that an excerpt is chosen by, in order. */
export function weightedPlaces(matches: readonly Match[]): WeightedPlace[] {
  return placesOf(matches).map(({ at, weight, spots }) => {
    const near = spots.reduce((sum, { match }) => sum + match.word.nearness, 0);
    // Whole numbers, so that sums of the same are the same.
    return { at, counts: Math.round(weight ** 2 * near) };
  });
}

/** A fact counts by how much of the query it has: the more of it, the more each of its words counts. */
function scoreOfFacts(
  matches: readonly Match[],
  rarity: readonly number[],
  ofAll: number,
  { factWeights }: Whole,
): number {
  const facts = matches.map(({ on }) => on.facts());
  if (ofAll <= 0 || facts.every(({ length }) => length === 0)) return 0;
  const had = factWeights.map(() => 0);
  for (const [place, { word }] of matches.entries()) {
    for (const fact of facts[place]!) {
      // Where two words of the query match the same, the last counts.
      const isAgain = matches.some(
        (other, later) =>
          later > place && other.word.key === word.key && facts[later]!.includes(fact),
      );
      if (!isAgain) had[fact]! += rarity[word.term]!;
    }
  }
  return had.reduce((sum, has, fact) => sum + factWeights[fact]! * has * (has / ofAll) ** 2, 0);
}
