/** What puts a page of the guide in its place in the list. */
export interface Ordered {
  /** The name of its file. */
  id: string;
  data: { order: number };
}

/** The pages in the order of the list; of two with the same place, by the names of their files. */
export function inGuideOrder<P extends Ordered>(pages: readonly P[]): P[] {
  return pages.toSorted((a, b) => a.data.order - b.data.order || (a.id < b.id ? -1 : 1));
}
