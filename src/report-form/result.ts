import { announce, part } from './page-part.ts';

/** What the form has come to: mistakes by the names of their boxes, or lines; neither at first. */
export interface Result {
  mistakes: ReadonlyMap<string, string>;
  lines: string;
}

let shown = '';

/** Shows below the form what it has come to. */
export function showResult({ mistakes, lines }: Result): void {
  part('start').hidden = mistakes.size > 0 || lines !== '';
  part('to-do').hidden = mistakes.size === 0;
  part('to-do')
    .querySelector('ul')!
    .replaceChildren(...[...mistakes].map(toDo));
  part('steps').hidden = lines === '';
  if (lines === shown) return;
  if (shown === '') announce('Your lines are ready, below the form.');
  shown = lines;
  part('lines').textContent = lines;
  part('copied').textContent = '';
}

/** A mistake as a link to its box, where a link of the page itself would take the reader too high up. */
function toDo([box, text]: [string, string]): HTMLLIElement {
  const entry = document.createElement('li');
  const link = document.createElement('a');
  link.href = `#report-${box}`;
  link.textContent = text;
  link.addEventListener('click', (event) => {
    event.preventDefault();
    part(box).focus();
  });
  entry.append(link);
  return entry;
}

part('copy').addEventListener('click', () => void copyLines(shown));

/** Copies the lines, or where a browser does not allow that, selects them; says what it did. */
async function copyLines(lines: string): Promise<void> {
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
