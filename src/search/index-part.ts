import { TableReader } from './index-table.ts';
import { WordPages, type IndexWord } from './index-words.ts';

/**
 * The words in a part of the index, and on which pages each is. In the part, pages and places are
 * counted from the one before.
 *
 * @param part unpacked
 */
export function wordsIn(part: Uint8Array): IndexWord[] {
  const reader = new TableReader(part);
  // The list of words is all that there is in a part.
  reader.list();
  return listIn(reader, () => wordIn(reader));
}

function wordIn(reader: TableReader): IndexWord {
  const lists = reader.list();
  const key = reader.text();
  const itself = { form: key, pages: pagesIn(reader) };
  if (lists === 2) return { key, forms: [itself] };
  const others = listIn(reader, () => {
    reader.list();
    return { form: reader.text(), pages: pagesIn(reader) };
  });
  return { key, forms: [itself, ...others] };
}

function listIn<T>(reader: TableReader, one: () => T): T[] {
  return Array.from({ length: reader.list() }, one);
}

/** What comes for each page: how many pages on it is, the places in its text, and those in its facts. */
function pagesIn(reader: TableReader): WordPages {
  const pages = new Int32Array(reader.list());
  const starts = new Int32Array(2 * pages.length + 1);
  const numbers: number[] = [];
  const addList = () => {
    for (let left = reader.list(); left > 0; left--) numbers.push(reader.number());
  };
  let page = 0;
  for (let place = 0; place < pages.length; place++) {
    const lists = reader.list();
    pages[place] = page += reader.number();
    addList();
    starts[2 * place + 1] = numbers.length;
    if (lists > 2) addList();
    starts[2 * place + 2] = numbers.length;
  }
  return new WordPages(pages, starts, Int32Array.from(numbers));
}
