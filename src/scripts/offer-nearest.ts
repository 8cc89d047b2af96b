import { nearestAddresses } from '../views/nearest-address.ts';

/** As many as are asked for: the page that was meant is nearly always the first or second. */
const mostTries = 12;

const place = document.querySelector<HTMLElement>('#nearest');
const offer = place?.querySelector('p');
const link = place?.querySelector('a');

if (place && offer && link) {
  const base = place.dataset['base'] ?? '';
  const { pathname, search, hash } = location;
  const asked = pathname.slice(base.length) + search + hash;
  for (const path of nearestAddresses(asked).slice(0, mostTries)) {
    const url = new URL(base + path, location.href);
    const title = url.origin === location.origin ? await titleAt(url) : undefined;
    if (title === undefined) continue;
    link.href = url.href;
    link.textContent = title;
    offer.hidden = false;
    break;
  }
}

/**
 * What the page there is called; a file by its address. Undefined where there is none: some hosts
 * answer with the page for lost links as if all were well, and that page has no address of its own.
 */
async function titleAt(url: URL): Promise<string | undefined> {
  const answer = await fetch(url).catch(() => undefined);
  if (!answer?.ok) return undefined;
  if (!url.pathname.endsWith('/')) return url.href;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (page.querySelector('link[rel="canonical"]') === null) return undefined;
  return page.title || url.href;
}
