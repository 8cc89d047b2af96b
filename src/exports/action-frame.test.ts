import { expect, test } from 'vitest';
import type { Action } from '../register/register.ts';
import { realRegister, testSite } from '../tests/registers.ts';
import { actionFrame, frameTitle, framesLike } from './action-frame.ts';

const { actions } = realRegister();
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll("'", '&#39;');
const quoted = (text: string) => text.replaceAll('&', '&amp;');

/** As the layout of frames has it. */
function page(action: Action): string {
  const url = `https://promises.example/sub${action.url}`;
  const title = frameTitle(action);
  return [
    `<title>${escaped(title)}, in short – Promises</title>`,
    `<meta name="description" content="${quoted(title)}, in short, for a frame on another site.">`,
    `<link rel="canonical" href="${url}"><style></style>`,
    `<div class="facts">${actionFrame(action, testSite)}</div>`,
    `<p>From <a href="${url}">Promises</a></p>`,
  ].join('');
}

test('the page of one frame gives those of all others', () => {
  const [first] = actions;
  const make = framesLike(page(first!), first!, testSite);
  for (const action of actions) expect(make(action)).toBe(page(action));
});

test('a page that is built in another way is refused, and not written wrongly', () => {
  const [first] = actions;
  expect(() => framesLike(page(first!).replace('facts', 'card'), first!, testSite)).toThrow(
    first!.spoken,
  );
});

test('no text of a record becomes mark-up', () => {
  const odd = { ...actions[0]!, title: `<script>alert("1")</script> & 'more'` };
  expect(actionFrame(odd, testSite)).toContain(
    '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;more&#39;',
  );
});
