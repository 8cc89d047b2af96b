import { part } from './page-part.ts';

/** Copies the lines, or where a browser does not allow that, selects them; says what it did. */
export async function copyLines(lines: string): Promise<void> {
  const told = part('copied');
  // The same words twice would not be announced twice.
  told.textContent = '';
  told.textContent = (await copied(lines))
    ? 'Copied. Now open the record and paste.'
    : selected(part('lines'));
}

async function copied(lines: string): Promise<boolean> {
  // Browsers leave it out on pages that did not come over https.
  if (!('clipboard' in navigator)) return false;
  return navigator.clipboard.writeText(lines).then(
    () => true,
    () => false,
  );
}

function selected(place: HTMLElement): string {
  getSelection()?.selectAllChildren(place);
  return 'Your browser does not let us copy. The lines are selected: copy them with Ctrl and C, or with ⌘ and C.';
}
