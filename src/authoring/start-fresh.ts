import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { git } from '../files/git.ts';
import { finishSaving, saveFiles } from '../files/save-files.ts';
import { writeEditorSchemas } from '../exports/write-editor-schemas.ts';
import { dataFilesIn } from '../records/data-files.ts';
import { readRecords } from '../records/read-records.ts';
import { withSchemaLine } from '../records/schema-line.ts';
import { asBlock } from '../records/yaml/as-yaml.ts';
import type { OrganisationRecord } from '../schema/organisation.ts';
import { renderRecord } from '../records/yaml/with-comments.ts';
import { shortSlugOf } from '../domain/slug.ts';
import { ownWords, promiseWordNames } from '../domain/own-words.ts';
import { iconFile } from '../records/icon-file.ts';
import { writeOwnFiles } from './own-files.ts';

/** What an adopter says about the new site. */
export interface Adopter {
  /** The name of the site. */
  name: string;
  /** Its address, https. */
  url: string;
  /** Who publishes the plan, by name. */
  publisher: string;
  contact: string;
  /** Whom the plan is for, as in “promises to residents”; empty where it is for nobody in particular. */
  people: string;
  /** What a promise is called. */
  promise: string;
  /** Where the records will be kept, on a code-hosting website; empty where that is not known yet. */
  repository: string;
  /** “keep” where the topics stay, which are about looking after somebody; “none” where they go. */
  topics: string;
}

/** The folders of the plans that this project comes with. */
const comesWith = new Set(['doncaster', 'national']);

/** What belongs to the two plans and not to an adopter. */
const emptied = ['plans', 'organisations', 'glossary', 'pages'];

/**
 * Takes the two plans out of the data folder, and out of what editors’ programs offer, and writes the
 * adopter’s own site and publisher.
 *
 * @param root the root of the project
 * @returns what was done, in lines
 * @throws before anything is changed
 */
export function startFresh(root: string, adopter: Adopter): string[] {
  const data = join(root, 'data');
  if (!existsSync(join(data, 'site.yaml'))) {
    throw new Error('There is no data/site.yaml here. Run this in the folder of the project.');
  }
  const { site, id, text } = recordsFor(adopter);
  const wrong = wrongWith(adopter);
  if (wrong !== undefined) throw new Error(wrong);

  finishSaving(data);
  const there = dataFilesIn(data);
  const empty = adopter.topics === 'keep' ? emptied : [...emptied, 'topics'];
  const after = new Map<string, string | undefined>([
    ...there
      .filter(({ path }) => empty.includes(path.split('/')[0]!) || path === iconFile)
      .map(({ path }): [string, undefined] => [path, undefined]),
    ...empty
      .filter((folder) => folder !== 'pages')
      .map((folder): [string, string] => [`${folder}/.gitkeep`, '']),
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
  writeOwnFiles(root, adopter);
  return [
    `The two plans, their organisations and their glossary are out of data/. ${adopter.topics === 'keep' ? 'The topics stay.' : 'So are the topics.'}`,
    'README.md, .github/CODEOWNERS and the name in package.json are yours too.',
    '',
    'Next, in this order:',
    `1. Bring your plan in:  npm run import -- FILE --plan NAME --publisher ${id} --reported "March 2026"`,
    '2. Answer the questions in data/plans/NAME/answers.yaml, and run the same command again.',
    '3. Look at it:  npm run dev',
    `4. Read data/site.yaml and data/organisations/${id}.yaml. They say who speaks, and for whom.`,
    adopter.topics === 'keep'
      ? '5. Say under “topics” in answers.yaml which actions each topic in data/topics is about, and import again.'
      : '5. Write topics in data/topics. Say under “topics” in answers.yaml which actions each is about, and import again.',
    '6. Write a short title for each record, and say who the leads are. The check lists what is left:  npm run check',
    '7. Write down the addresses, commit, and publish:  npm run permalinks',
    'Two pages of the guide explain each step, “Use it for your own plan” and “Where to put the site”:  src/guide/adopting.mdx and src/guide/hosting.mdx',
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

/** The record of the site. Nothing of the former owner’s stays in it. */
function siteFor({ name, url, publisher, contact, people, promise, repository }: Adopter): string {
  const { made, toPeople } = ownWords(
    promiseWordNames.find((word) => word === promise),
    people === '' ? undefined : people,
  );
  const fields = {
    name,
    summary: `See what was ${made}${toPeople}, by whom, by when, and whether it happened.`,
    url,
    promise,
    people,
    run_by: publisher,
    // Pages say before it who runs the site.
    official: `${publisher} also publishes the plan.`,
    contact,
    repository,
    // Nobody has looked yet at what the first import will ask.
    open_questions: 'hold',
  };
  const given = Object.entries(fields).filter(([, text]) => text !== '');
  const notes = [
    'You can also say here: heading, about, help, links, guide, accessibility, privacy, brand.',
    'The guide page “Use it for your own plan” explains them.',
  ];
  return `${notes.map((note) => `# ${note}\n`).join('')}${asBlock(Object.fromEntries(given))}`;
}

function publisherFor({ publisher }: Adopter): { id: string; text: string } {
  const record: OrganisationRecord = {
    name: publisher,
    kind: /council/i.test(publisher) ? 'council' : 'other',
    about: 'The publisher of the plan on this site.',
    basis: { from: 'general knowledge', note: 'Given when this site was set up.' },
  };
  return {
    id: shortSlugOf(publisher, 6) || 'publisher',
    text: renderRecord(record, [
      { before: ['kind'], text: 'needs you: look at the kind, and say what it is under “about”.' },
    ]),
  };
}

/**
 * What the check would find wrong with these answers, so that a mistake is reported now and not at the
 * first build. Undefined if nothing is wrong.
 */
export function wrongWith(adopter: Adopter): string | undefined {
  if (!['keep', 'none'].includes(adopter.topics)) return 'For the topics, write keep or none.';
  const { site, id, text } = recordsFor(adopter);
  const files = Object.entries({ 'site.yaml': site, [`organisations/${id}.yaml`]: text }).map(
    ([path, written]) => ({ path, bytes: new TextEncoder().encode(written) }),
  );
  const problems = readRecords(files, 'data').problems.filter(
    ({ severity }) => severity === 'error',
  );
  if (problems.length === 0) return undefined;
  return problems.map(({ message, advice }) => `${message} ${advice}`).join('\n');
}

function recordsFor(adopter: Adopter): { site: string; id: string; text: string } {
  const { id, text } = publisherFor(adopter);
  return {
    site: withSchemaLine('site.yaml', siteFor(adopter)),
    id,
    text: withSchemaLine(`organisations/${id}.yaml`, text),
  };
}
