import type { NumberedBy } from './word-numbers.ts';
import { elementAt, elements, isOn, type Element } from './office-file.ts';

/** How a paragraph or a run of letters looks, as far as it changes what people read. */
export interface Look {
  /** Struck out or hidden. */
  struckOut?: boolean;
  hidden?: boolean;
}

interface Style extends Look {
  basedOn?: string;
  /** 0 for the title of the document, then 1 for a first heading. */
  heading?: number;
  list?: string;
  level?: number;
}

/** The named styles of a Word document. */
export class WordStyles {
  private readonly styles: Map<string, Style>;

  constructor(root: Element | undefined) {
    this.styles = new Map(
      elements(root, 'style').map((style) => {
        const name = elementAt(style, 'name')?.attributes['val'] ?? '';
        const { basedOn } = attributesOf(style, 'basedOn');
        const own = numberedIn(elementAt(style, 'pPr'));
        const outline = elementAt(style, 'pPr', 'outlineLvl')?.attributes['val'];
        const heading = headingOf(name) ?? (outline === undefined ? undefined : +outline + 1);
        return [
          style.attributes['styleId'] ?? '',
          {
            ...lookOf(elementAt(style, 'rPr')),
            ...(basedOn !== undefined && { basedOn }),
            ...(heading !== undefined && heading < 10 && { heading }),
            ...own,
          },
        ];
      }),
    );
  }

  /** The level of the heading that a paragraph is; undefined for other text. */
  heading(properties: Element | undefined): number | undefined {
    const id = styleName(properties);
    return this.inherited(id, 'heading') ?? headingOf(id ?? '');
  }

  /** Where Word counts this paragraph by itself. */
  numberedBy(properties: Element | undefined): NumberedBy | undefined {
    const own = numberedIn(properties);
    const id = styleName(properties);
    const list = own.list ?? this.inherited(id, 'list');
    if (list === undefined || list === '0') return undefined;
    return { list, level: own.level ?? this.inherited(id, 'level') ?? 0 };
  }

  /** How a run looks: as it says, or its style, or that of its paragraph. */
  look(run: Element | undefined, paragraph: Element | undefined): Look {
    const own = lookOf(run);
    const of = (key: 'struckOut' | 'hidden') =>
      own[key] ??
      this.inherited(elementAt(run, 'rStyle')?.attributes['val'], key) ??
      this.inherited(styleName(paragraph), key) ??
      false;
    return { struckOut: of('struckOut'), hidden: of('hidden') };
  }

  private inherited<K extends keyof Style>(id: string | undefined, key: K): Style[K] | undefined {
    let style = this.styles.get(id ?? '');
    for (let depth = 0; style !== undefined && depth < 20; depth += 1) {
      if (style[key] !== undefined) return style[key];
      style = this.styles.get(style.basedOn ?? '');
    }
    return undefined;
  }
}

function attributesOf(element: Element, name: string): { basedOn?: string } {
  const value = elementAt(element, name)?.attributes['val'];
  return value === undefined ? {} : { basedOn: value };
}

function styleName(properties: Element | undefined): string | undefined {
  return elementAt(properties, 'pStyle')?.attributes['val'];
}

function headingOf(name: string): number | undefined {
  if (/^title$/i.test(name)) return 0;
  const level = /^heading\s*(\d)$/i.exec(name)?.[1];
  return level === undefined ? undefined : Number(level);
}

function numberedIn(properties: Element | undefined): { list?: string; level?: number } {
  const list = elementAt(properties, 'numPr', 'numId')?.attributes['val'];
  const level = elementAt(properties, 'numPr', 'ilvl')?.attributes['val'];
  return {
    ...(list !== undefined && { list }),
    ...(level !== undefined && { level: Number(level) }),
  };
}

function lookOf(properties: Element | undefined): Look {
  const struck = [elementAt(properties, 'strike'), elementAt(properties, 'dstrike')]
    .map(isOn)
    .filter((on) => on !== undefined);
  const hidden = isOn(elementAt(properties, 'vanish'));
  return {
    ...(struck.length > 0 && { struckOut: struck.includes(true) }),
    ...(hidden !== undefined && { hidden }),
  };
}
