import { factsWith, spotsOf, type Match, type Spot } from './index-words.ts';

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
 * @param pages with what each has of the words
 * @param having on how many pages each word of the query is
 */
export function rankedPages(
  pages: Iterable<readonly [page: number, matches: readonly Match[]]>,
  having: readonly number[],
  whole: Whole,
): { page: number; score: number; matches: readonly Match[] }[] {
  const rarity = having.map((count) => rarityOf(count, whole.lengths.length));
  const ofAll = rarity.reduce((sum, each) => sum + each, 0);
  return [...pages]
    .map(([page, matches]) => ({
      page,
      matches,
      score:
        scoreOfText(matches, rarity, whole.lengths[page]! / whole.averageLength) +
        scoreOfFacts(matches, rarity, ofAll, whole),
    }))
    .sort((a, b) => b.score - a.score);
}

function rarityOf(having: number, pages: number): number {
  return Math.log((pages - having + 0.5) / (having + 0.5) + 1);
}

function scoreOfText(matches: readonly Match[], rarity: readonly number[], length: number): number {
  const weights = weightsOf(matches);
  let score = 0;
  for (const [place, match] of matches.entries()) {
    const often = (weights[place]! / plainWeight) * match.nearness;
    const much =
      ((saturation + 1) * often) /
      (saturation * (1 - lengthCounts + lengthCounts * length) + often);
    score += rarity[match.term]! * much * match.accents;
  }
  return score;
}

/** How much each match counts in a text altogether; what matches twice counts with the first. */
function weightsOf(matches: readonly Match[]): number[] {
  const weights = matches.map(() => 0);
  const first = ({ key }: Match) => matches.findIndex((other) => other.key === key);
  const spots = matches.map(({ table }) => spotsOf(table));
  // Two in one place are seldom, and of thousands of pages each is asked.
  if (areApart(spots.flat())) {
    for (const [place, own] of spots.entries()) {
      weights[first(matches[place]!)]! += own.reduce((sum, { weight }) => sum + weight, 0);
    }
    return weights;
  }
  for (const { weight, spots: together } of placesOf(matches)) {
    for (const { match } of together) weights[first(match)]! += weight;
  }
  return weights;
}

/** Whether no two are in one place. */
function areApart(spots: readonly Spot[]): boolean {
  // Of few, comparing each with each takes less than a set of them.
  if (spots.length > 20) return new Set(spots.map(({ at }) => at)).size === spots.length;
  return spots.every(({ at }, index) => {
    for (let before = 0; before < index; before++) if (spots[before]!.at === at) return false;
    return true;
  });
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
    spotsOf(match.table).map(({ at, weight }): MatchingSpot => ({ at, weight, match })),
  );
  spots.sort((a, b) => a.at - b.at);
  const places: Place[] = [];
  for (const spot of spots) {
    const last = places.at(-1);
    if (last?.at !== spot.at) {
      places.push({ at: spot.at, weight: spot.weight, spots: [spot] });
    } else if (!last.spots.some(({ match }) => match.term === spot.match.term)) {
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
    const near = spots.reduce((sum, { match }) => sum + match.nearness, 0);
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
  if (ofAll <= 0) return 0;
  const had = factWeights.map(() => 0);
  for (const [place, { table, key, term }] of matches.entries()) {
    for (const fact of factsWith(table)) {
      // Where two words of the query match the same, the last counts.
      const isAgain = matches.some(
        (other, later) =>
          later > place && other.key === key && factsWith(other.table).includes(fact),
      );
      if (!isAgain) had[fact]! += rarity[term]!;
    }
  }
  return had.reduce((sum, has, fact) => sum + factWeights[fact]! * has * (has / ofAll) ** 2, 0);
}
