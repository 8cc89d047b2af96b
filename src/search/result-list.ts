import type { HitData } from './engine.ts';
import { withEllipses } from './excerpt.ts';

/** Makes the list entry of one result from the page’s own templates. */
export function resultEntry({ url, excerpt, meta }: HitData): HTMLLIElement {
  const entry = copyOf('result') as HTMLLIElement;
  const part = (name: string) => entry.querySelector<HTMLElement>(`[data-part="${name}"]`)!;
  const fill = (name: string, text = '') => {
    part(name).textContent = text;
    part(name).hidden = text === '';
  };

  const link = part('title') as HTMLAnchorElement;
  link.href = url;
  link.textContent = meta['title'] ?? url;
  fill('reference', meta['reference'] ?? meta['kind']);
  fill('due', meta['due']);
  fill('lead', meta['lead'] && `Led by ${meta['lead']}`);
  fill('reported', meta['reported']);
  fill('late', meta['lateness']);
  part('late').className = meta['red'] === 'yes' ? 'passed' : 'soft';

  part('excerpt').append(
    ...withEllipses(excerpt).map(({ text, match }) => {
      if (!match) return text;
      const mark = document.createElement('mark');
      mark.textContent = text;
      return mark;
    }),
  );
  // Without a match in the text it may not be plain why the page was found: its topic may have done it.
  const unexplained = !excerpt.some(({ match }) => match);
  fill('topics', unexplained && meta['topics'] ? `Topic: ${meta['topics']}` : '');

  const status = meta['status'] === undefined ? undefined : copyOf(`status-${meta['status']}`);
  if (status) part('status').append(status);
  part('facts').hidden = status === undefined;
  return entry;
}

function copyOf(template: string): Element | undefined {
  const found = document.querySelector<HTMLTemplateElement>(
    `template[data-template="${template}"]`,
  );
  const element = found?.content.firstElementChild;
  // Imported, not cloned: in a template’s own document an address has no meaning yet.
  return element ? document.importNode(element, true) : undefined;
}
