import { expect, test } from 'vitest';
import { wrap } from './draw-text.ts';
import { previewImage, previewSvg } from './preview-image.ts';

const preview = {
  title: 'National Carers Action Plan 2018 to 2020',
  text: '63 promises to carers: who made them, by when, and did it happen?',
  site: 'Promised to carers',
  promises: 63,
  brand: '#0c4a5b',
};

test('holds no text that would need a font, and no letter that was drawn wrong', () => {
  const svg = previewSvg({
    ...preview,
    title: 'Ending “fi” ligatures: Department’s & <more> £5 – 2020',
  });
  expect(svg).not.toMatch(/<text|font|NaN|undefined/);
});

test('is the same each time, and light', async () => {
  const [one, two] = await Promise.all([previewImage(preview), previewImage(preview)]);
  expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
  expect(one.length).toBeLessThan(300 * 1024);
});

test('long text goes into lines, and is cut at a word where there are too many', () => {
  const style = { size: 76, weight: 700 } as const;
  const lines = wrap(
    'Recognise carers at every conversation in hospital, from admission to discharge, and at home',
    1040,
    3,
    style,
  );
  expect(lines).toHaveLength(3);
  expect(lines.at(-1)).toMatch(/\p{L}…$/u);
  expect(wrap('Carers', 1040, 3, style)).toEqual(['Carers']);
});
