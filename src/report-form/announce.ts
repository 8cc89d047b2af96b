import { part } from './page-part.ts';

let saying: ReturnType<typeof setTimeout> | undefined;

/** Has a text read out when the typing pauses, so that no half word is answered. */
export function announce(text: string): void {
  clearTimeout(saying);
  saying = setTimeout(() => {
    part('said').textContent = text;
  }, 600);
}
