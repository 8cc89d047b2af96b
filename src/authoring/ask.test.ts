import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { askAt, Interrupted, type Question } from './ask.ts';

/** Asks with these answers typed ahead, and gives what was answered and what was shown. */
async function asked(
  typed: string,
  { optional = false, ...question }: Partial<Question<string>> & { optional?: boolean },
  isTTY = true,
) {
  const input = Object.assign(new PassThrough(), { isTTY });
  const output = new PassThrough();
  input.end(typed);
  const asker = askAt({ input, output });
  try {
    const whole = {
      option: '--size',
      question: 'How big',
      read: (value: string) => ({ value }),
      ...question,
    };
    const answer = await (optional ? asker.askIfAny(whole) : asker.ask(whole));
    return { answer, shown: String(output.read() ?? '') };
  } catch (error) {
    return { error: error as Error, shown: String(output.read() ?? '') };
  } finally {
    asker.close();
  }
}

test('a wrong answer is refused in words, and asked again', async () => {
  const read = (value: string) =>
    value === 'ten' ? { value: 'TEN' } : { refusal: 'That is no size.\nSay ten.' };
  const { answer, shown } = await asked('nine\nten\n', { read });
  expect(answer).toBe('TEN');
  expect(shown).toContain('  That is no size.\n  Say ten.\n');
});

test('an empty answer means what is suggested, or nothing where nothing may be said', async () => {
  expect(await asked('\n', { suggested: 'ten' })).toMatchObject({ answer: 'ten' });
  expect(await asked('\n', { optional: true })).toMatchObject({ answer: undefined });
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
  expect(error?.message).toBe('The answers ended before every question was answered.');
});

test('where nobody can be asked, it says with which option to say it', async () => {
  const { error, shown } = await asked('ten\n', {}, false);
  expect(error?.message).toBe('Say how big with  --size "…"');
  expect(shown).toBe('');
  expect(await asked('', { suggested: 'ten' }, false)).toMatchObject({ answer: 'ten' });
});
