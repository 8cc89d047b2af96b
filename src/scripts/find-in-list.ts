/**
 * Narrows a long list down to the entries that hold every word typed. The page is complete without
 * it. Parts of the list in which nothing is left are hidden with their headings.
 */
import { announcer } from '../search/form-in-address.ts';

for (const search of document.querySelectorAll<HTMLElement>('.find-in-list')) start(search);

function start(search: HTMLElement): void {
  const list = document.getElementById(search.dataset['list']!)!;
  const box = search.querySelector('input')!;
  const say = announcer(search.querySelector<HTMLElement>('[role="status"]')!, 300);
  const entries = [...list.querySelectorAll<HTMLElement>('[data-entry]')].map((element) => ({
    element,
    text: plain(`${element.textContent} ${element.dataset['entry']!}`),
  }));
  const parts = [...list.querySelectorAll<HTMLElement>('[data-part]')];

  function show(): void {
    const words = plain(box.value).split(' ').filter(Boolean);
    let left = 0;
    for (const { element, text } of entries) {
      element.hidden = !words.every((word) => text.includes(word));
      if (!element.hidden) left++;
    }
    for (const part of parts) {
      part.hidden = part.querySelector('[data-entry]:not([hidden])') === null;
    }
    for (const other of list.querySelectorAll<HTMLElement>('[data-whole]')) {
      other.hidden = words.length > 0;
    }
    say(words.length === 0 ? '' : `${left} of ${entries.length} match.`);
  }

  box.addEventListener('input', show);
  search.hidden = false;
  // A browser that comes back to the page keeps what was typed.
  if (box.value !== '') show();
}

/** Without case, accents and quotation marks, and with single spaces. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[\p{M}’']/gu, '')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim();
}
