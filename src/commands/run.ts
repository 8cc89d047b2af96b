/** Runs a command; what goes wrong is told in one sentence, with exit code 2. */
export async function run(what: string, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    process.stderr.write(`${what} ${(error as Error).message}\n`);
    process.exitCode = 2;
  }
}
