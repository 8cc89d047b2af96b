/** “line 3, 5, and 12 more” */
export function rowsTold(places: readonly string[]): string {
  const shown = places.length > 8 ? places.slice(0, 6) : places;
  const more = places.length - shown.length;
  // “table 1, row 3” and “table 1, row 8” are told as “table 1, row 3, 8”.
  const parted = shown.map((place) => /^(.*?)(\d+)$/.exec(place)?.slice(1) ?? [place, '']);
  const told = parted.map(([before, number], at) =>
    at > 0 && number !== '' && before === parted[at - 1]![0] ? number : `${before}${number}`,
  );
  return [...told, ...(more > 0 ? [`and ${more} more`] : [])].join(', ');
}
