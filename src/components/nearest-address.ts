import { address } from '../domain/address.ts';

/**
 * The addresses that someone may have meant by one that leads nowhere, likeliest first: without
 * what an email program put at its end, and the action whose identifier stands in it.
 */
export function nearestAddresses(path: string): string[] {
  const plain = readable(path)
    .toLowerCase()
    .replace(/[^a-z0-9/]+$/, '')
    .replace(/\/+$/, '');
  const candidates = [`${plain}/`];
  const identifier = /\b([a-z][a-z0-9]{1,7})[-. _]?(\d+(?:[-._]\d+)*)/.exec(plain);
  if (identifier) {
    const [, code = '', number = ''] = identifier;
    candidates.push(address.action(`${code}-${number.replace(/[._]/g, '-')}`));
  }
  return [...new Set(candidates)].filter((candidate) => candidate !== path && candidate !== '/');
}

function readable(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
