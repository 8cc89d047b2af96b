import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { peerLists, peerRows, type PeerAction } from './peer-facts.ts';

const base = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>{{ .Title }}</title>
<meta name="description" content="{{ .Description }}"><link rel="canonical" href="{{ .Permalink }}"></head>
<body><a href="#main">Skip to the main content</a><header><nav><ul>
{{ range site.Params.ways }}<li><a href="/{{ . }}/">{{ . | title }}</a></li>{{ end }}</ul></nav></header>
<main id="main" data-pagefind-body>{{ block "main" . }}{{ end }}</main>
<footer><p>This site is made up.</p></footer></body></html>
`;

const single = `{{ define "main" }}{{ with .Params.facts }}<p>{{ .spoken }}</p><h1>{{ $.Title }}</h1>
<dl><div><dt>Status</dt><dd>{{ .status }}</dd></div><div><dt>Due</dt><dd>{{ .due }}</dd></div>
<div><dt>Led by</dt><dd>{{ .leads }}</dd></div></dl>
<h2>The promise, word for word</h2><blockquote>{{ .promise | markdownify }}</blockquote>
<h2>What it serves</h2><blockquote>{{ .outcomeWording }}</blockquote>
<h2>Progress</h2>{{ range .updates }}<h3>{{ .reported }}</h3><p>{{ .text | markdownify }}</p>{{ end }}
<h2>How success will be measured</h2><ul>{{ range .measures }}<li>{{ . }}</li>{{ end }}</ul>
<h2>The plan’s own words</h2><p>{{ .source }}</p>
<p>{{ with .previous }}<a href="/actions/{{ . }}/">Previous</a>{{ end }}
{{ with .next }}<a href="/actions/{{ . }}/">Next</a>{{ end }}</p>{{ end }}
<ul>{{ range $list, $parts := .Params.lists }}{{ range $parts }}
<li><a href="/{{ $list }}/{{ .id }}/">{{ .title }}</a></li>{{ end }}{{ end }}</ul>{{ end }}
`;

const list = `{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range (.Paginate .Pages).Pages }}
<li>{{ with .Params.facts }}{{ .spoken }} {{ end }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>
{{ with .Params.facts }}<p>{{ .status }}. {{ .due }}</p><p>{{ .leads }}</p>{{ end }}</li>{{ end }}</ul>
{{ template "_internal/pagination.html" . }}{{ end }}
`;

/** Writes a site for Hugo of these actions: a page for each, and a page for each part of each list. */
export function writeHugoSite(actions: readonly PeerAction[], folder: string): void {
  const write = (path: string, text: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write(
    'config.json',
    JSON.stringify({
      baseURL: 'https://promises.example/',
      title: 'Test promises',
      paginate: peerRows,
      disableKinds: ['RSS'],
      taxonomies: Object.fromEntries(peerLists.map((name) => [name, name])),
      params: { ways: peerLists },
    }),
  );
  write('layouts/_default/baseof.html', base);
  write('layouts/_default/single.html', single);
  write('layouts/_default/list.html', list);
  for (const { id, title, lists, ...facts } of actions) {
    const terms = Object.entries(lists).map(([name, parts]) => [name, parts.map(({ id }) => id)]);
    const front = { title, facts, lists, ...Object.fromEntries(terms) };
    write(`content/actions/${id}.md`, `${JSON.stringify(front)}\n`);
  }
}
