import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { peerLists, peerRows, type PeerAction } from './peer-facts.ts';

/** Pinned, and fetched when it is asked for: nothing of the project needs it. */
export const eleventy = '@11ty/eleventy@3.1.8';

const layout = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>{{ title }}</title>
<meta name="description" content="{{ title }}"><link rel="canonical" href="https://promises.example{{ page.url }}"></head>
<body><a href="#main">Skip to the main content</a><header><nav><ul>
{% for way in ways %}<li><a href="/{{ way }}/">{{ way }}</a></li>{% endfor %}</ul></nav></header>
<main id="main" data-pagefind-body>{{ content | safe }}</main>
<footer><p>This site is made up.</p></footer></body></html>
`;

const action = `---
pagination: { data: actions, size: 1, alias: action }
permalink: "/actions/{{ action.id }}/"
layout: base.njk
eleventyComputed: { title: "{{ action.title }}" }
---
<p>{{ action.spoken }}</p><h1>{{ action.title }}</h1>
<dl><div><dt>Status</dt><dd>{{ action.status }}</dd></div><div><dt>Due</dt><dd>{{ action.due }}</dd></div>
<div><dt>Led by</dt><dd>{{ action.leads }}</dd></div></dl>
<h2>The promise, word for word</h2><blockquote>{{ action.promise }}</blockquote>
<h2>What it serves</h2><blockquote>{{ action.outcomeWording }}</blockquote>
<h2>Progress</h2>{% for update in action.updates %}<h3>{{ update.reported }}</h3><p>{{ update.text }}</p>{% endfor %}
<h2>How success will be measured</h2><ul>{% for measure in action.measures %}<li>{{ measure }}</li>{% endfor %}</ul>
<h2>The plan’s own words</h2><p>{{ action.source }}</p>
<p>{% if action.previous %}<a href="/actions/{{ action.previous }}/">Previous</a>{% endif %}
{% if action.next %}<a href="/actions/{{ action.next }}/">Next</a>{% endif %}</p>
<ul>{% for list, parts in action.lists %}{% for part in parts %}
<li><a href="/{{ list }}/{{ part.id }}/">{{ part.title }}</a></li>{% endfor %}{% endfor %}</ul>
`;

const list = `---
pagination: { data: parts, size: 1, alias: part }
permalink: "{{ part.url }}"
layout: base.njk
eleventyComputed: { title: "{{ part.title }}" }
---
<h1>{{ part.title }}</h1><ul>{% for action in part.actions %}<li>{{ action.spoken }} <a href="/actions/{{ action.id }}/">{{ action.title }}</a>
<p>{{ action.status }}. {{ action.due }}</p><p>{{ action.leads }}</p></li>{% endfor %}</ul>
{% if part.next %}<a href="{{ part.next }}">Next page</a>{% endif %}
`;

const parts = `import { readFileSync } from 'node:fs';
const actions = JSON.parse(readFileSync(new URL('./actions.json', import.meta.url)));
export default () => {
  const lists = new Map();
  for (const action of actions) {
    for (const [name, parts] of Object.entries(action.lists)) {
      for (const { id, title } of parts) {
        const url = '/' + name + '/' + id + '/';
        const list = lists.get(url) ?? { url, title, actions: [] };
        lists.set(url, list);
        list.actions.push(action);
      }
    }
  }
  return [...lists.values()].flatMap(({ url, title, actions }) =>
    Array.from({ length: Math.ceil(actions.length / ${peerRows}) }, (_, page) => ({
      title,
      url: page === 0 ? url : url + 'page/' + (page + 1) + '/',
      next: (page + 1) * ${peerRows} < actions.length ? url + 'page/' + (page + 2) + '/' : '',
      actions: actions.slice(page * ${peerRows}, (page + 1) * ${peerRows}),
    })),
  );
};
`;

/** Writes a site for Eleventy of these actions, with the same pages as the one for Hugo. */
export function writeEleventySite(actions: readonly PeerAction[], folder: string): void {
  mkdirSync(join(folder, '_data'), { recursive: true });
  mkdirSync(join(folder, '_includes'), { recursive: true });
  for (const [path, text] of [
    ['package.json', '{"type":"module"}'],
    ['_includes/base.njk', layout],
    ['action.njk', action],
    ['list.njk', list],
    ['_data/ways.json', JSON.stringify(peerLists)],
    ['_data/actions.json', JSON.stringify(actions)],
    ['_data/parts.js', parts],
  ] as const) {
    writeFileSync(join(folder, path), text);
  }
}

/** The program and what it is asked for. */
export const eleventyWords = [
  'npm',
  'exec',
  '--yes',
  '--offline',
  `--package=${eleventy}`,
  '--',
  'eleventy',
  '--quiet',
  '--output=out',
] as const;

/** Whether it is here, or could be fetched. */
export function hasEleventy(): boolean {
  const words = ['exec', '--yes', `--package=${eleventy}`, '--', 'eleventy', '--version'];
  return spawnSync('npm', words, { stdio: 'ignore' }).status === 0;
}
