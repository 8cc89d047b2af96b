/**
 * `npm run build`, `npm run dev` and `npm start`: Astro’s own build, development and preview servers,
 * with problems in the records told in plain words instead of a stack trace.
 * Exit 0: done. 1: problems in the records, or the build failed.
 */
import { build, dev, preview } from 'astro';
import { allowClosedPipe } from './closed-pipe.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
allowClosedPipe();

const commands: Record<string, () => Promise<unknown>> = {
  build: () => build({}),
  dev: () => dev({}),
  async start() {
    await build({});
    const server = await preview({});
    const host = server.host ?? 'localhost';
    process.stdout.write(`\nThe site is at http://${host}:${server.port}/ (stop it with Ctrl+C)\n`);
    await server.closed();
  },
};

const command = commands[process.argv[2] ?? ''];
if (command === undefined) {
  process.stderr.write(`Say what to do: ${Object.keys(commands).join(', ')}.\n`);
  process.exitCode = 2;
} else {
  await command().catch((error: unknown) => {
    const { name, message, stack } = error as Error;
    process.stderr.write(name === 'DataProblems' ? `${message}\n` : `${stack ?? message}\n`);
    process.exitCode = 1;
  });
}
