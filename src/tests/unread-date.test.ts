import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { latenessOf } from '../domain/lateness.ts';
import { gapRules, withGap } from '../domain/gaps.ts';
import { changesIn } from '../views/changes.ts';
import { stateInWords } from '../exports/change-feeds.ts';
import { publishedActions } from '../exports/actions-json.ts';
import { actionsTable } from '../exports/actions-table.ts';
import { linkRegister } from '../register/link.ts';
import { loadRecords } from '../records/load-records.ts';
import { searchChoices } from '../search/search-choices.ts';
import { searchFacts } from '../search/search-facts.ts';
import { actionDescription, previewDescription } from '../views/action-in-words.ts';
import { shareText } from '../views/share-text.ts';
import { soundFolder } from './fixtures/folders.ts';
import { testSite } from './registers.ts';

/** The sound register with the dates of all actions in words that nobody can read. */
function unreadRegister() {
  const folder = mkdtempSync(join(tmpdir(), 'unread-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(soundFolder, folder, { recursive: true });
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.parentPath.endsWith('actions')) continue;
    const path = join(entry.parentPath, entry.name);
    const text = readFileSync(path, 'utf8');
    if (!/^due: /m.test(text) || /^ +due: /m.test(text)) continue;
    const words = text
      .replace(/^due: .*\n/m, '')
      .replace(/^source:\n/m, 'source:\n  due: By summer\n');
    writeFileSync(path, words);
  }
  const { records, problems } = loadRecords(folder);
  if (records === undefined) throw new Error(JSON.stringify(problems, null, 2));
  return linkRegister(records, '2022-12-31');
}

test('words for a date that were not read are shown in every output, and no date is called missing', () => {
  const register = unreadRegister();
  const unread = register.actions.filter(({ due, source }) => !due && source.due === 'By summer');
  expect(unread.length).toBeGreaterThan(0);
  for (const action of unread) {
    const outputs = [
      ...shareText(action, 'https://example.org/', register.site.words).lines,
      previewDescription(action),
      actionDescription(action),
      searchFacts(action).meta.due,
      ...changesIn([action]).map(({ after }) => stateInWords(after)),
    ];
    expect(outputs.join('\n')).not.toMatch(/no date/i);
    expect(outputs.filter((text) => text.includes('“By summer”')).length).toBeGreaterThan(3);
    if (action.lateness === 'date not read') {
      expect(latenessOf(action.lateness).label).toBe('Date not read yet');
    }
    expect(action.lateness).not.toBe('no date');
  }
  const noDate = gapRules.find(({ id }) => id === 'no-date')!;
  expect(withGap(noDate, unread, register.today)).toEqual([]);
});

test('what gathers promises without a date says that some were not read', () => {
  const register = unreadRegister();
  const period = register.periods.find(({ slug }) => slug === 'no-date')!;
  expect(period.title).toContain('ot read yet');
  const labels = searchChoices(register).due.map(({ label }) => label);
  expect(labels).not.toContain('No date given');
  const tables = actionsTable(register, testSite);
  expect(JSON.stringify(tables)).toContain('By summer');
  expect(JSON.stringify(publishedActions(register, testSite))).toContain('By summer');
});
