import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { git } from '../files/git.ts';
import { finishSaving, saveFiles } from '../files/save-files.ts';
import { writeEditorSchemas } from '../exports/write-editor-schemas.ts';
import { dataFilesIn } from '../records/data-files.ts';
import { readRecords } from '../records/read-records.ts';
import { withSchemaLine } from '../records/schema-line.ts';
import { recordText } from '../records/yaml/as-yaml.ts';
import type { OrganisationRecord } from '../schema/organisation.ts';
import { renderRecord } from '../import/make/made-record.ts';
import { slugOf } from '../import/make/titles.ts';
import { CannotRun } from '../import/table.ts';

/** What an adopter says about the new site. */
export interface Adopter {
  /** The name of the site. */
  name: string;
  /** Its address, https. */
  url: string;
  /** Who publishes the plan, by name. */
  publisher: string;
  contact: string;
}

/** The folders of the plans that this project comes with. */
const comesWith = new Set(['doncaster', 'national']);

/** What belongs to the two plans and not to an adopter. The topics stay: no plan made them. */
const emptied = ['plans', 'organisations', 'glossary'];

/**
 * Takes the two plans out of the data folder, and out of what editors’ programs offer, and writes the
 * adopter’s own site and publisher.
 *
 * @param root the root of the project
 * @returns what was done, in lines
 * @throws CannotRun before anything is changed
 */
export function startFresh(root: string, adopter: Adopter): string[] {
  const data = join(root, 'data');
  if (!existsSync(join(data, 'site.yaml'))) {
    throw new CannotRun('There is no data/site.yaml here. Run this in the folder of the project.');
  }
  const { site, id, text } = recordsFor(root, adopter);
  const wrong = wrongWith(root, adopter);
  if (wrong !== undefined) throw new CannotRun(wrong);

  finishSaving(data);
  const there = dataFilesIn(data);
  const after = new Map<string, string | undefined>([
    ...there
      .filter(({ path }) => emptied.includes(path.split('/')[0]!))
      .map(({ path }): [string, undefined] => [path, undefined]),
    ...emptied.map((folder): [string, string] => [`${folder}/.gitkeep`, '']),
    ['site.yaml', site],
    [`organisations/${id}.yaml`, text],
  ]);
  const ledger = there.find(({ path }) => path === 'permalinks.txt');
  if (ledger !== undefined) {
    const lines = new TextDecoder().decode(ledger.bytes).split('\n');
    const comments = lines.filter((line) => line.startsWith('#'));
    after.set(ledger.path, comments.map((line) => `${line}\n`).join(''));
  }
  saveFiles(
    data,
    [...after].map(([path, text]) => ({
      path,
      before: there.find((file) => file.path === path)?.bytes,
      after: text,
    })),
  );
  // The folders of the plans are empty now.
  for (const plan of readdirSync(join(data, 'plans'), { withFileTypes: true })) {
    if (plan.isDirectory()) rmSync(join(data, 'plans', plan.name), { recursive: true });
  }
  writeEditorSchemas(readRecords(dataFilesIn(data), 'data').records, root);
  return [
    'The two plans, their organisations and their glossary are out of data/. The topics stay.',
    `data/site.yaml is yours now. Read it again: it says who speaks on the site.`,
    `data/organisations/${id}.yaml is the publisher. Say there what it is.`,
    'VS Code offers your names now. Bring them up to date with  npm run schemas  after you add more.',
    '',
    'Next, bring your plan in:',
    `  npm run import -- FILE --plan carers-2026 --publisher ${id} --reported "March 2026"`,
  ];
}

/** The plans in the data folder that this project did not come with, by their folders. */
export function ownPlans(root: string): string[] {
  const plans = join(root, 'data', 'plans');
  if (!existsSync(plans)) return [];
  return readdirSync(plans, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !comesWith.has(entry.name))
    .map(({ name }) => name)
    .sort();
}

/** Changes that git does not have yet, as git tells them; undefined where there is no git here. */
export function uncommitted(root: string): string[] | undefined {
  const status = git(root, ['status', '--porcelain']);
  return status?.toString().split('\n').filter(Boolean);
}

function siteFor(before: string, { name, url, publisher, contact }: Adopter): string {
  const site = parseDocument(before);
  const next = {
    name,
    url,
    run_by: publisher,
    official: `${publisher} runs this site and publishes the plan on it.`,
    contact,
    // Nobody has looked yet at what the first import will ask.
    open_questions: 'hold',
  };
  for (const [field, value] of Object.entries(next)) site.set(field, value);
  // The records of another project are no place to send corrections to.
  site.delete('repository');
  return recordText(site);
}

function publisherFor({ publisher }: Adopter): { id: string; text: string } {
  const record: OrganisationRecord = {
    name: publisher,
    kind: /council/i.test(publisher) ? 'council' : 'other',
    about: 'The publisher of the plan on this site.',
    basis: { from: 'general knowledge', note: 'Given when this site was set up.' },
  };
  return {
    id: slugOf(publisher, 6) || 'publisher',
    text: renderRecord(record, [
      { before: ['kind'], text: 'needs you: look at the kind, and say what it is under “about”.' },
    ]),
  };
}

/**
 * What the check would say against these answers; undefined where they are sound. So a mistake is told
 * now and not at the first build.
 */
export function wrongWith(root: string, adopter: Adopter): string | undefined {
  const { site, id, text } = recordsFor(root, adopter);
  const files = Object.entries({ 'site.yaml': site, [`organisations/${id}.yaml`]: text }).map(
    ([path, written]) => ({ path, bytes: new TextEncoder().encode(written) }),
  );
  const problems = readRecords(files, 'data').problems.filter(
    ({ severity }) => severity === 'error',
  );
  if (problems.length === 0) return undefined;
  return problems.map(({ message, advice }) => `${message} ${advice}`).join('\n');
}

function recordsFor(root: string, adopter: Adopter): { site: string; id: string; text: string } {
  const before = readFileSync(join(root, 'data', 'site.yaml'), 'utf8');
  const { id, text } = publisherFor(adopter);
  return {
    site: siteFor(before, adopter),
    id,
    text: withSchemaLine(`organisations/${id}.yaml`, text),
  };
}
