import type { FaultRule } from './fault.ts';

export const lostUpdate: FaultRule = {
  name: 'lost-update',
  about: 'Each update is in the list “updates”.',
  *find({ line: { dashed, key, body, indent, column, openColumns, inside }, lines }) {
    if (inside !== undefined || !dashed || key !== 'reported') return;
    const home = lines.find((line) => line.key === 'updates' && line.column === 0);
    const siblings = home === undefined ? [] : lines.slice(home.number);
    const end = siblings.findIndex((line) => line.key !== undefined && line.column === 0);
    const stands = siblings
      .slice(0, end === -1 ? undefined : end)
      .some((line) => line.body === body);
    if (stands && openColumns.length > 0) return;
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
