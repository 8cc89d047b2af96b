/**
 * The files of the index that every search needs, where the page asked for them before its own script
 * was there.
 */
declare global {
  interface Window {
    indexAhead?: Map<string, Promise<Response | undefined>>;
  }
}

/** Asks for files of the index now; whoever needs one takes it. */
export function fetchAhead(folder: string, files: readonly string[]): void {
  window.indexAhead = new Map(
    files.map((file) => [file, fetchFresh(folder + file).catch(() => undefined)]),
  );
}

/** A file that was asked for, the first time; undefined where it was not, or did not come. */
export function takenAhead(file: string): Promise<Response | undefined> | undefined {
  const asked = window.indexAhead?.get(file);
  window.indexAhead?.delete(file);
  return asked;
}

/** Fetches what keeps its name when it changes. */
export function fetchFresh(address: string): Promise<Response> {
  return fetch(address, { cache: 'no-cache' });
}
