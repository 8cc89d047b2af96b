import type { NewFile } from '../domain/repository.ts';
import { announce, focusBox, part } from './page-part.ts';
import type { ReportEmail } from './report-email.ts';
import type { ReportFile } from '../authoring/report-text.ts';

/** What the form has come to: mistakes by the names of their boxes, or a report; neither at first. */
export interface Result {
  mistakes: ReadonlyMap<string, string>;
  ready: ReadyReport | undefined;
}

/** A report in which nothing is wrong, and the ways in which it can be sent. */
export interface ReadyReport {
  file: ReportFile;
  /** Undefined where the records cannot be changed in a browser. */
  newFile: NewFile | undefined;
  email: ReportEmail;
}

let shown = '';

/** Shows below the form what it has come to. */
export function showResult({ mistakes, ready }: Result): void {
  part('start').hidden = mistakes.size > 0 || ready !== undefined;
  part('to-do').hidden = mistakes.size === 0;
  part('to-do')
    .querySelector('ul')!
    .replaceChildren(...[...mistakes].map(toDo));
  part('steps').hidden = ready === undefined;
  const text = ready?.file.text ?? '';
  if (text === shown) return;
  if (shown === '') announce('Your report is ready to be sent, below the form.');
  shown = text;
  part('lines').textContent = text;
  part('copied').textContent = '';
  if (ready !== undefined) showWays(ready);
}

function showWays({ file, newFile, email }: ReadyReport): void {
  part('file').textContent = file.path;
  part<HTMLAnchorElement>('email').href = email.url;
  part('email-paste').hidden = email.filled;
  if (newFile === undefined) return;
  part<HTMLAnchorElement>('record').href = newFile.url;
  part('ready').hidden = !newFile.filled;
  for (const name of ['too-long', 'paste-first', 'paste']) part(name).hidden = newFile.filled;
}

/** A mistake as a link to its box, where a link of the page itself would take the reader too high up. */
function toDo([box, text]: [string, string]): HTMLLIElement {
  const entry = document.createElement('li');
  const link = document.createElement('a');
  link.href = `#report-${box}`;
  link.textContent = text;
  link.addEventListener('click', (event) => {
    event.preventDefault();
    focusBox(box);
  });
  entry.append(link);
  return entry;
}

part('copy').addEventListener('click', () => void copyReport(shown));

/** Copies the report, or where a browser does not allow that, selects it; says what it did. */
async function copyReport(text: string): Promise<void> {
  const told = part('copied');
  // The same words twice would not be announced twice.
  told.textContent = '';
  told.textContent = (await copied(text))
    ? 'Copied. Now paste it where you send it from.'
    : selected(part('lines'));
}

async function copied(text: string): Promise<boolean> {
  // Browsers leave it out on pages that did not come over https.
  if (!('clipboard' in navigator)) return false;
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}

function selected(place: HTMLElement): string {
  getSelection()?.selectAllChildren(place);
  return 'Your browser does not let us copy. The report is selected: copy it with Ctrl and C, or with ⌘ and C.';
}
