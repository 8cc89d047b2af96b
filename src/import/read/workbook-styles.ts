import { elementAt, elements, isOn, type Element } from './office-file.ts';

/** How a cell of a workbook looks, as far as it changes what people read in it. */
export interface CellStyle {
  /** The number format, such as `mmm-yy`. */
  format: string;
  struckOut: boolean;
  /** The colour behind it as hexadecimal digits, where it is one that says something. */
  colour?: string;
}

export const plainStyle: CellStyle = { format: 'General', struckOut: false };

/** The cell styles of a workbook, in the order in which cells name them. */
export function cellStyles(styles: Element | undefined, theme: Element | undefined): CellStyle[] {
  const own = new Map(
    elements(elementAt(styles, 'numFmts'), 'numFmt').map(({ attributes }) => [
      attributes['numFmtId']!,
      attributes['formatCode']!,
    ]),
  );
  const fonts = elements(elementAt(styles, 'fonts'), 'font').map(
    (font) => isOn(elementAt(font, 'strike')) ?? false,
  );
  const themeColours = elements(elementAt(theme, 'themeElements', 'clrScheme')).map(
    (entry) => elements(entry)[0]?.attributes,
  );
  const fills = elements(elementAt(styles, 'fills'), 'fill').map((fill) =>
    colourOf(elementAt(fill, 'patternFill'), themeColours),
  );
  return elements(elementAt(styles, 'cellXfs'), 'xf').map(({ attributes }) => {
    const id = attributes['numFmtId'] ?? '0';
    const colour = fills[Number(attributes['fillId'] ?? 0)];
    return {
      format: own.get(id) ?? builtIn[id] ?? 'General',
      struckOut: fonts[Number(attributes['fontId'] ?? 0)] ?? false,
      ...(colour !== undefined && { colour }),
    };
  });
}

/** White, black and grey shade a table and say nothing. */
export function isColour(hex: string): boolean {
  const [r, g, b] = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const all = [r, g, b].map((part) => part ?? 0);
  return Math.max(...all) - Math.min(...all) > 60;
}

function colourOf(
  pattern: Element | undefined,
  theme: readonly (Readonly<Record<string, string>> | undefined)[],
): string | undefined {
  if (pattern?.attributes['patternType'] !== 'solid') return undefined;
  const { rgb, theme: at } = elementAt(pattern, 'fgColor')?.attributes ?? {};
  // The first two pairs of a theme’s colours are kept in another order than they are counted.
  const order = [1, 0, 3, 2];
  const ofTheme = at === undefined ? undefined : theme[order[Number(at)] ?? Number(at)];
  const hex = (rgb ?? ofTheme?.['val'] ?? '').slice(-6).toUpperCase();
  return /^[0-9A-F]{6}$/.test(hex) && isColour(hex) ? hex : undefined;
}

/** The number formats that a workbook names by a number alone (ECMA-376, 18.8.30). */
const builtIn: Record<string, string> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'dd/mm/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'dd/mm/yyyy h:mm',
  37: '#,##0;(#,##0)',
  38: '#,##0;(#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;(#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
};
