import { HTMLElement, NodeType, type Node } from 'node-html-parser';

/*
 * Most pages are made of what other pages are made of too, and axe says the same of a part wherever
 * it is. A part is an element or a text with all that axe goes by when it judges it: the elements that
 * it is in, each with its attributes, what is just before and after it, and whether there are words
 * in it. A page of which each part is on pages that axe has looked at tells nothing new.
 */

/** Attributes of which axe asks at most whether they have a value, as element and name. */
const anyValue = new Set([
  'link href',
  'link title',
  'time datetime',
  'option value',
  'optgroup label',
  'input value',
  'rect x',
  'rect width',
  'svg viewBox',
]);

/** Attributes that name other elements by their ids. */
const references = new Set(['for', 'list', 'aria-controls', 'aria-describedby', 'aria-labelledby']);

/** What readers press or fill in: how wide it is hangs on the number of its letters. */
const targets = new Set(['a', 'button', 'summary', 'input', 'select', 'textarea']);

/** What a text is, beside the elements. */
const text = 'words';

const landmarks = 'header, nav, main, footer, aside, form, section, [role]';

/** What is a landmark only where it has a name (HTML-AAM). */
const landmarksByName = new Set(['form', 'section']);

/** What a part says is long, and most of it was said before: each saying has a number. */
const numbers = new Map<string, number>();
function numberOf(saying: string): number {
  const known = numbers.get(saying);
  if (known !== undefined) return known;
  numbers.set(saying, numbers.size);
  return numbers.size - 1;
}

/** All parts of a page, and what axe judges of the page as a whole. */
export function partsOf(root: HTMLElement): ReadonlySet<number> {
  const parts = new Set<number>();
  const describe = describer(root);

  const walk = (element: HTMLElement, place: number, inTarget: boolean): void => {
    const children = element.childNodes.filter(
      (node) => node.nodeType === NodeType.ELEMENT_NODE || wordsIn(node) !== '',
    );
    const names = children.map((node) => describe(node));
    // Words alone in a target are as wide as it is, and axe asks for no width of a link beside words.
    const isSizeToldOrFree = (index: number) => {
      const isAlone = children.length === 1 && names[index] === text;
      return isAlone || names[index - 1] === text || names[index + 1] === text;
    };
    for (const [index, node] of children.entries()) {
      const own = node instanceof HTMLElement;
      const target = inTarget || (own && targets.has(node.rawTagName.toLowerCase()));
      const words = wordsIn(node).length;
      const size = Math.min(words, target && !isSizeToldOrFree(index) ? 8 : 1);
      // What is beside a text says so itself.
      const around = own ? `${names[index - 1] ?? ''}|${names[index + 1] ?? ''}` : '';
      const empty = node.childNodes.length === 0;
      parts.add(numberOf(`${place}>${names[index]!}|${around}|${size}|${empty}`));
      if (own) walk(node, numberOf(`${place}>${names[index]!}`), target);
    }
  };
  walk(root, -1, false);

  let before = '';
  for (const { rawTagName } of root.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    parts.add(numberOf(`${rawTagName} after ${before}`));
    before = rawTagName;
  }
  // Whether two have the same name matters, and what it is does not.
  const marks = root.querySelectorAll(landmarks).filter((mark) => isLandmark(mark, root));
  const names = marks.map((mark) => nameOf(mark, root));
  const told = marks.map((mark, index) => {
    const role = mark.getAttribute('role') ?? '';
    return `${mark.rawTagName} ${role} ${names[index] === '' ? '' : names.indexOf(names[index]!)}`;
  });
  parts.add(numberOf(`landmarks ${told.join()}`));
  parts.add(numberOf(`main headings ${root.querySelectorAll('h1').length}`));
  return parts;
}

const wordsIn = (node: Node) => node.textContent.replaceAll(/\s+/g, ' ').trim();

function isLandmark(mark: HTMLElement, root: HTMLElement): boolean {
  return (
    !landmarksByName.has(mark.rawTagName.toLowerCase()) ||
    mark.hasAttribute('role') ||
    mark.hasAttribute('title') ||
    nameOf(mark, root) !== ''
  );
}

function nameOf(mark: HTMLElement, root: HTMLElement): string {
  const other = mark.getAttribute('aria-labelledby');
  if (other === undefined) return mark.getAttribute('aria-label') ?? '';
  const named = root.querySelector(`[id="${other}"]`);
  return named === null ? '' : wordsIn(named);
}

/** Says what a node of a page is, with its attributes, so that what axe tells apart is told apart. */
function describer(root: HTMLElement): (node: Node) => string {
  const ids = new Map<string, number>();
  for (const { id } of root.querySelectorAll('[id]')) ids.set(id, (ids.get(id) ?? 0) + 1);
  const labels = new Map<string, number>();
  for (const label of root.querySelectorAll('label[for]')) {
    const id = label.getAttribute('for')!;
    labels.set(id, (labels.get(id) ?? 0) + 1);
  }

  const valueOf = (element: HTMLElement, name: string, value: string): string => {
    const tag = element.rawTagName.toLowerCase();
    if (name === 'id') return `${ids.get(value)! > 1 ? 'twice' : 'once'} ${labels.get(value) ?? 0}`;
    if (references.has(name)) {
      return value
        .split(/\s+/)
        .map((id) => ids.has(id))
        .join();
    }
    if (tag === 'a' && name === 'href') {
      if (value.startsWith('#')) return `# ${ids.has(value.slice(1))}`;
      return /^[a-z]+:/i.exec(value)?.[0] ?? (value === '' ? '' : 'a page');
    }
    // The words of a name are free, but those that are seen have to be among them.
    if (tag === 'a' && name === 'aria-label') {
      return `${value !== ''} ${bare(value).includes(bare(element.textContent))}`;
    }
    // Except how wide the page is shown, when it goes on and what it may load.
    const meta = element.getAttribute('property') ?? element.getAttribute('name') ?? 'viewport';
    const free = tag === 'meta' && name === 'content' && meta !== 'viewport';
    if (free || name.startsWith('data-') || anyValue.has(`${tag} ${name}`))
      return `${value !== ''}`;
    return value;
  };

  return (node) => {
    if (!(node instanceof HTMLElement)) return text;
    const attributes = Object.entries(node.attributes)
      .map(([name, value]) => `${name}=${valueOf(node, name, value)}`)
      .sort();
    return `${node.rawTagName.toLowerCase()} ${attributes.join(' ')}`;
  };
}

const bare = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * Pages that have all parts between them, and all parts. Chosen is, again and again, the page that has
 * most parts of its own for its size. Those that later ones made needless are left out.
 */
export function pagesForAllParts<Page extends { root: HTMLElement; html: string }>(
  pages: readonly Page[],
): { chosen: Page[]; parts: ReadonlySet<number> } {
  const parts = new Set<number>();
  const chosen: { page: Page; own: ReadonlySet<number> }[] = [];
  let left = pages.map((page) => ({ page, own: partsOf(page.root), fresh: Infinity }));
  while (left.length > 0) {
    for (const one of left) one.fresh = [...one.own].filter((part) => !parts.has(part)).length;
    left = left.filter(({ fresh }) => fresh > 0).toSorted((a, b) => worth(b) - worth(a));
    const best = left.shift();
    if (best === undefined) break;
    chosen.push(best);
    for (const part of best.own) parts.add(part);
  }
  return { chosen: withoutNeedless(chosen), parts };
}

/** A page takes some time for itself, whatever is on it. */
const worth = ({ page, fresh }: { page: { html: string }; fresh: number }) =>
  fresh / (page.html.length + 5_000);

function withoutNeedless<Page extends { html: string }>(
  chosen: readonly { page: Page; own: ReadonlySet<number> }[],
): Page[] {
  const times = new Map<number, number>();
  for (const part of chosen.flatMap(({ own }) => [...own])) {
    times.set(part, (times.get(part) ?? 0) + 1);
  }
  return chosen
    .toSorted((a, b) => b.page.html.length - a.page.html.length)
    .filter(({ own }) => {
      const isNeeded = [...own].some((part) => times.get(part) === 1);
      if (!isNeeded) for (const part of own) times.set(part, times.get(part)! - 1);
      return isNeeded;
    })
    .map(({ page }) => page);
}
