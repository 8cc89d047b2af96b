/**
 * Does not fail when nobody reads the output any more, as in `npm run check | head -1`. The rest of the
 * output is dropped, and the command ends as it would have ended.
 *
 * @param then what to do besides, for a command that would go on for ever
 */
export function allowClosedPipe(then?: () => void): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      then?.();
    });
  }
}
