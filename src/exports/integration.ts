import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { dataFolderName } from '../records/data-folder.ts';
import { readOnce } from '../register/integration.ts';

/**
 * Answers in `astro dev` with the data, calendars and feeds of each thing of the register, each made
 * when it is asked for. A build writes them beside its pages.
 */
export function exportedFiles(): AstroIntegration {
  let folder: string;
  let site: URL;
  return {
    name: 'exported-files',
    hooks: {
      'astro:config:done': ({ config }) => {
        folder = fileURLToPath(new URL(dataFolderName(process.env), config.root));
        site = new URL(config.base.replace(/\/?$/, '/'), config.site);
      },
      'astro:server:setup': async ({ server }) => {
        // A build has no use for all that it takes to make them here.
        const { Answers } = await import('./answers.ts');
        const answers = new Answers(() => readOnce(folder).records, site);
        server.middlewares.use((request, response, next) => {
          const answering = async () => {
            const answer = await answers.to(request.url ?? '');
            if (answer === undefined) return next();
            response.setHeader('Content-Type', answer.type);
            for await (const piece of answer.pieces) response.write(piece);
            response.end();
          };
          answering().catch(next);
        });
      },
    },
  };
}
