import { listed } from '../domain/words.ts';

/** “line 3”, “lines 3 and 5”, “lines 3, 5, 7, 8, 9, 10 and 12 more”, “table 1, rows 3 and 8, and table 2, row 1” */
export function rowsTold(places: readonly string[]): string {
  const shown = places.length > 8 ? places.slice(0, 6) : places;
  const more = places.length - shown.length;
  const groups = groupsOf(shown);
  const told = groups.map(({ before, numbers }, at) => {
    if (numbers.length === 1) return before + numbers[0]!;
    const goesOn = more > 0 && at === groups.length - 1;
    // “row ” of several is “rows ”.
    return before.replace(/ $/, 's ') + (goesOn ? numbers.join(', ') : listed(numbers));
  });
  if (more > 0) return `${told.join(', ')} and ${more} more`;
  return told.length > 1 ? `${told.slice(0, -1).join(', ')}, and ${told.at(-1)!}` : told.join('');
}

/** Places that follow each other and differ only in their number. */
function groupsOf(places: readonly string[]): { before: string; numbers: string[] }[] {
  const groups: { before: string; numbers: string[] }[] = [];
  for (const place of places) {
    const [before = '', number = ''] = /^(.*?)(\d+)$/.exec(place)?.slice(1) ?? [place, ''];
    const last = groups.at(-1);
    if (number !== '' && last?.before === before) last.numbers.push(number);
    else groups.push({ before, numbers: [number] });
  }
  return groups;
}
