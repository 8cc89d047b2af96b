import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { askAt, Interrupted, type Question } from './ask.ts';

/** Asks with these answers typed ahead, and gives what was answered and what was shown. */
async function asked(typed: string, question: Partial<Question>, isTTY = true) {
  const input = Object.assign(new PassThrough(), { isTTY });
  const output = new PassThrough();
  input.end(typed);
  const asker = askAt({ input, output });
  try {
    const answer = await asker.ask({ option: 'size', question: 'How big', ...question });
    return { answer, shown: String(output.read() ?? '') };
  } catch (error) {
    return { error: error as Error, shown: String(output.read() ?? '') };
  } finally {
    asker.close();
  }
}

test('a wrong answer is refused in words, and asked again', async () => {
  const refuse = (answer: string) => (answer === 'ten' ? undefined : 'That is no size.\nSay ten.');
  const { answer, shown } = await asked('nine\nten\n', { refuse });
  expect(answer).toBe('ten');
  expect(shown).toContain('  That is no size.\n  Say ten.\n');
});

test('an empty answer means what is suggested, or nothing where nothing may be said', async () => {
  expect(await asked('\n', { suggested: 'ten' })).toMatchObject({ answer: 'ten' });
  expect(await asked('\n', { optional: true })).toMatchObject({ answer: '' });
  expect(await asked('\n \nten\n', {})).toMatchObject({ answer: 'ten' });
});

test('a copied text of several lines is one answer, and its bullets stay', async () => {
  const { answer } = await asked('Carers will\nbe asked.\n- By phone\n- By\nletter\n\n', {
    long: true,
  });
  expect(answer).toBe('Carers will be asked.\n- By phone\n- By letter');
});

test('Ctrl+C and the end of the answers are told apart', async () => {
  expect((await asked('\u0003', {})).error).toBeInstanceOf(Interrupted);
  const { error } = await asked('', {});
  expect(error).not.toBeInstanceOf(Interrupted);
  expect(error?.message).toBe('The answers ended before all was said.');
});

test('where nobody can be asked, it says with which option to say it', async () => {
  const { error, shown } = await asked('ten\n', {}, false);
  expect(error?.message).toBe('Say how big with  --size "…"');
  expect(shown).toBe('');
  expect(await asked('', { suggested: 'ten' }, false)).toMatchObject({ answer: 'ten' });
});
