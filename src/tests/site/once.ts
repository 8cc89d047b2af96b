/** Calls `make` when the first asks, and hands the same to all who ask later. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
