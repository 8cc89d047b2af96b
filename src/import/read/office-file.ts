import { unzipSync } from 'fflate';
import { XMLParser } from 'fast-xml-parser';
import { CannotRun } from '../table.ts';

/** One element of a part of a Word or Excel file; names are without their prefixes. */
export interface Element {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (Element | string)[];
}

/**
 * Unpacked, and without pictures: a table of 1,000 rows and 8 columns has some 8 MB. To read 20 MB
 * takes about 1 GB of memory, and a file that was packed small can hold far more.
 */
const mostBytes = 20e6;

/** A Word or Excel file (ECMA-376): a zip of parts, most of them XML. */
export class OfficeFile {
  private readonly parts: Record<string, Uint8Array>;

  /**
   * @throws CannotRun if it is larger than any plan
   * @throws if the bytes are no zip
   */
  constructor(bytes: Uint8Array) {
    let total = 0;
    this.parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.(?:xml|rels)$/i.test(name)) return false;
        total += originalSize;
        if (total > mostBytes) {
          throw new CannotRun(
            `The file holds more than ${mostBytes / 1e6} MB of text and the like, which is more than any plan. Copy the table of the plan into a new file, and import that.`,
          );
        }
        return true;
      },
    });
  }

  names(): string[] {
    return Object.keys(this.parts);
  }

  /** The root element of a part; undefined where there is no such part. */
  part(name: string): Element | undefined {
    const bytes = Object.hasOwn(this.parts, name) ? this.parts[name] : undefined;
    return bytes === undefined ? undefined : parseXml(new TextDecoder().decode(bytes));
  }

  /** What the relations of a part lead to: id → address, or the name of another part. */
  relations(name: string): Map<string, { target: string; outside: boolean }> {
    const folder = name.replace(/[^/]*$/, '');
    const root = this.part(`${folder}_rels/${name.slice(folder.length)}.rels`);
    return new Map(
      elements(root, 'Relationship').map(({ attributes }) => {
        const target = attributes['Target'] ?? '';
        const outside = attributes['TargetMode'] === 'External';
        return [
          attributes['Id'] ?? '',
          { target: outside ? target : partName(folder, target), outside },
        ];
      }),
    );
  }
}

function partName(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = `${folder}${target}`.split('/');
  const kept: string[] = [];
  for (const step of steps) {
    if (step === '..') kept.pop();
    else if (step !== '.') kept.push(step);
  }
  return kept.join('/');
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  // Decoded below: the parser limits how many there may be, and a long plan has more.
  processEntities: false,
});

type Parsed = Record<string, unknown>;

function parseXml(text: string): Element | undefined {
  const [root] = (parser.parse(text) as Parsed[]).flatMap(elementOf);
  return typeof root === 'string' ? undefined : root;
}

function elementOf(node: Parsed): (Element | string)[] {
  const name = Object.keys(node).find((key) => key !== ':@') ?? '';
  if (name.startsWith('?')) return [];
  if (name === '#text') return [decoded(String(node[name]))];
  const attributes = (node[':@'] ?? {}) as Record<string, string>;
  return [
    {
      name,
      attributes: Object.fromEntries(
        Object.entries(attributes).map(([key, value]) => [key, decoded(String(value))]),
      ),
      children: (node[name] as Parsed[]).flatMap(elementOf),
    },
  ];
}

const named = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

function decoded(text: string): string {
  return text.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, digits, name) => {
    if (name !== undefined) return named.get(name as string) ?? whole;
    const point = hex === undefined ? Number(digits) : Number.parseInt(hex as string, 16);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });
}

/** The children of an element that have a name. */
export function elements(element: Element | undefined, name?: string): Element[] {
  return (element?.children ?? []).filter(
    (child): child is Element =>
      typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

/** The first child at the end of a path of names. */
export function elementAt(
  element: Element | undefined,
  ...path: readonly string[]
): Element | undefined {
  return path.reduce<Element | undefined>((at, name) => elements(at, name)[0], element);
}

/** Every element of a name within another, in order, however deep. */
export function elementsWithin(element: Element | undefined, name: string): Element[] {
  return elements(element).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...elementsWithin(child, name),
  ]);
}

/** All text within an element. */
export function textWithin(element: Element): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : textWithin(child)))
    .join('');
}

/** Whether a switch such as `<w:strike/>` is on; undefined where it is not there. */
export function isOn(element: Element | undefined): boolean | undefined {
  if (element === undefined) return undefined;
  return !['0', 'false', 'off', 'none'].includes(element.attributes['val'] ?? 'true');
}

/**
 * Reads an Office file, or says in plain words that it cannot be read.
 *
 * @throws CannotRun with `cannot`, where no better reason is known
 */
export function readOffice<T>(bytes: Uint8Array, read: (file: OfficeFile) => T, cannot: string): T {
  try {
    return read(new OfficeFile(bytes));
  } catch (error) {
    if (error instanceof CannotRun) throw error;
    throw new CannotRun(cannot);
  }
}
