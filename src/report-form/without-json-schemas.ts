import type { AstroUserConfig } from 'astro';

type Plugin = Extract<
  NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number],
  { name: string }
>;

/** The parts of Zod that turn a schema into a JSON Schema, also where a script has a copy of its own. */
const jsonSchemas =
  /[\\/]zod[\\/]v4[\\/]core[\\/](?:json-schema-processors|to-json-schema)\.js(?:\?|$)/;

/**
 * Leaves out of scripts for browsers what Zod needs to write JSON Schemas: every schema brings it
 * along, the form never asks for it, and it is a fifteenth of what its readers would fetch.
 */
export function withoutJsonSchemas(): Plugin {
  return {
    name: 'without-json-schemas',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    transform(code, id) {
      if (!jsonSchemas.test(id)) return;
      const names = [...code.matchAll(/^export (?:const|function|class) (\w+)/gm)];
      return { code: names.map(([, name]) => `export const ${name!} = () => {};`).join('\n') };
    },
  };
}
