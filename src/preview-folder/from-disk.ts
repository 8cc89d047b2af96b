/**
 * Runs first on each page of a preview that is opened from the disk. There a browser fetches nothing
 * and imports nothing, but it loads scripts. So each file that a page may ask for is in a script of its
 * own, and what scripts write as an address of the site becomes one of the folder.
 */
declare global {
  interface Window {
    /** What such a script calls: which file it is, and what is in it. */
    fileOfPreview: (path: string, content: string, coding: 'text' | 'base64') => void;
  }
}

const { src, dataset } = document.currentScript as HTMLScriptElement;
/** The path that the published site is at. */
const base = dataset['base']!;
/** The folder of the site, where this script is in one below. */
const root = new URL('../', src);

const types: Record<string, string> = {
  csv: 'text/csv',
  html: 'text/html',
  json: 'application/json',
};
const files = new Map<string, string | Uint8Array>();
const loading = new Map<string, Promise<boolean>>();

window.fileOfPreview = (path, content, coding) => {
  const bytes = () => Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  files.set(path, coding === 'text' ? content : bytes());
};

window.fetch = async (asked) => {
  const path = pathOf(asked instanceof Request ? asked.url : String(asked));
  const isThere = path !== undefined && (await load(path));
  const file = path === undefined ? undefined : files.get(path);
  if (!isThere || file === undefined) return new Response(null, { status: 404 });
  const type = types[path!.replace(/^.*\./, '')] ?? 'application/octet-stream';
  return new Response(file as BodyInit, { headers: { 'Content-Type': type } });
};

/** @returns whether the file is in the folder */
function load(path: string): Promise<boolean> {
  const known = loading.get(path);
  if (known !== undefined) return known;
  const loaded = new Promise<boolean>((done) => {
    const script = document.createElement('script');
    script.addEventListener('load', () => done(true));
    script.addEventListener('error', () => done(false));
    script.src = new URL(`_asked/${path}.js`, root).href;
    document.head.append(script);
  });
  loading.set(path, loaded);
  return loaded;
}

/** The file of the site that an address is of, without what follows a question mark. */
function pathOf(address: string): string | undefined {
  const path = address
    // The root of the disk, which has a letter on Windows.
    .replace(/^file:\/\/(?:\/[A-Za-z]:(?=\/))?/, '')
    .replace(/[?#].*$/s, '');
  if (!path.startsWith(base)) return undefined;
  return path.slice(base.length).replace(/(?<=^|\/)$/, 'index.html');
}

/** Makes links that scripts put on the page lead to files. */
function correct(link: Element): void {
  const address = link.getAttribute('href');
  if (address === null || !address.startsWith(base) || address.startsWith('//')) return;
  const path = pathOf(address);
  const rest = /[?#].*$/s.exec(address)?.[0] ?? '';
  if (path !== undefined) link.setAttribute('href', new URL(path, root).href + rest);
}

new MutationObserver((changes) => {
  for (const { target, addedNodes } of changes) {
    if (target instanceof Element && target.matches('a[href]')) correct(target);
    for (const node of addedNodes) {
      if (!(node instanceof Element)) continue;
      if (node.matches('a[href]')) correct(node);
      for (const link of node.querySelectorAll('a[href]')) correct(link);
    }
  }
}).observe(document, {
  attributes: true,
  attributeFilter: ['href'],
  childList: true,
  subtree: true,
});

export {};
