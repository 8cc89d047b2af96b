/**
 * Some of the pages of an index, by their numbers. Of thousands of pages, a set of numbers takes a
 * phone fifty times as long.
 */
export class PageSet {
  /** At the number of each page, 1 where it is one of these. */
  readonly #marks: Uint8Array;
  readonly size: number;

  private constructor(marks: Uint8Array) {
    this.#marks = marks;
    let size = 0;
    for (const mark of marks) size += mark;
    this.size = size;
  }

  /** @param lists of pages in any order, and of some of them more than once */
  static of(...lists: readonly ArrayLike<number>[]): PageSet {
    let end = 0;
    for (const pages of lists) {
      for (let place = 0; place < pages.length; place++) end = Math.max(end, pages[place]! + 1);
    }
    const marks = new Uint8Array(end);
    for (const pages of lists) {
      for (let place = 0; place < pages.length; place++) marks[pages[place]!] = 1;
    }
    return new PageSet(marks);
  }

  /** What is in any of some sets; of one alone, or of the same again, that one itself. */
  static union(sets: readonly PageSet[]): PageSet {
    const all = [...new Set(sets)].filter(({ size }) => size > 0);
    if (all.length < 2) return all[0] ?? none;
    const marks = new Uint8Array(Math.max(...all.map((set) => set.#marks.length)));
    for (const set of all) {
      for (let page = 0; page < set.#marks.length; page++) marks[page]! |= set.#marks[page]!;
    }
    return new PageSet(marks);
  }

  has(page: number): boolean {
    return this.#marks[page] === 1;
  }

  /** Whether another set has the same pages. */
  equals(other: PageSet): boolean {
    return (
      this.size === other.size && this.#marks.every((mark, page) => mark === 0 || other.has(page))
    );
  }
}

const none = PageSet.of();
