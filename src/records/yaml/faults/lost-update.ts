import { knownOf } from '../lines.ts';
import type { FaultRule } from './fault.ts';

/** The line that begins the list “updates”, and what is in the lines of that list. */
const updates = knownOf((lines) => {
  const home = lines.find(({ key, column }) => key === 'updates' && column === 0);
  const below = home === undefined ? [] : lines.slice(home.number);
  const end = below.findIndex(({ key, column }) => key !== undefined && column === 0);
  const within = below.slice(0, end === -1 ? undefined : end);
  return { home, entries: new Set(within.map(({ body }) => body)) };
});

export const lostUpdate: FaultRule = {
  name: 'lost-update',
  about: 'Each update is in the list “updates”.',
  *find({ line: { dashed, key, body, indent, column, openColumns, inside }, lines }) {
    if (inside !== undefined || !dashed || key !== 'reported') return;
    const { home, entries } = updates(lines);
    if (entries.has(body) && openColumns.length > 0) return;
    yield {
      column: indent + 1,
      length: column - indent + body.length,
      message: 'This update does not stand under “updates”.',
      advice:
        home === undefined
          ? 'Type a line  updates:  above it, at the very left. Put both above “source”.'
          : `Move it up, below the last update. The list starts in line ${home.number}.`,
    };
  },
};
