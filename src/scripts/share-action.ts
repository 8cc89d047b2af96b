/** Copies what the link “Open in an email” holds; without a clipboard its buttons stay hidden. */
const place = document.querySelector<HTMLElement>('#share');
const link = place?.querySelector('a');
const told = place?.querySelector('[role="status"]');

if (place && link && told && 'clipboard' in navigator) {
  const body = new URL(link.href).searchParams.get('body') ?? '';
  const url = body.split(/\r?\n/).at(-1)!;
  const copies: Record<string, { copy: () => Promise<void>; done: string }> = {
    email: {
      // A browser may refuse rich text and still take plain.
      copy: () => copyRich(body).catch(() => copyPlain(body)),
      done: 'Copied. Now paste it into your email.',
    },
    link: { copy: () => copyPlain(url), done: 'The link is copied.' },
  };
  for (const button of place.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    const { copy, done } = copies[button.dataset['copy']!]!;
    button.hidden = false;
    button.addEventListener('click', async () => {
      // The same words twice would not be announced twice.
      told.textContent = '';
      told.textContent = await copy().then(
        () => done,
        () => 'Your browser did not allow that. Select the address below and copy it.',
      );
    });
  }
}

async function copyPlain(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}

/** As plain text, and as rich text whose first line is the link. */
async function copyRich(text: string): Promise<void> {
  if (typeof ClipboardItem === 'undefined') return copyPlain(text);
  const [title = '', ...facts] = text.split(/\r?\n/);
  const paragraph = document.createElement('p');
  const anchor = document.createElement('a');
  anchor.href = facts.at(-1)!;
  anchor.textContent = title;
  paragraph.append(anchor);
  for (const fact of facts) paragraph.append(document.createElement('br'), fact);
  const blob = (type: string, content: string) => new Blob([content], { type });
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/plain': blob('text/plain', text),
      'text/html': blob('text/html', paragraph.outerHTML),
    }),
  ]);
}
