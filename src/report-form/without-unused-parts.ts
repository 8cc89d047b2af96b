import type { AstroUserConfig } from 'astro';

type Plugin = Extract<
  NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number],
  { name: string }
>;

/**
 * Of Zod, what turns a schema into a JSON Schema, and what follows values that contain themselves, which
 * Zod does without where it is not there; of YAML, sorts of values that only version 1.1 has.
 */
const unused =
  /[\\/](?:zod[\\/]v4[\\/]core[\\/](?:json-schema-processors|memoizer|to-json-schema)|yaml-1\.1[\\/](?:binary|omap|pairs|set|timestamp))\.js(?:\?|$)/;

/**
 * Leaves out of scripts for browsers what two packages always bring along and the form never asks
 * for: a twelfth of what its readers would fetch.
 */
export function withoutUnusedParts(): Plugin {
  return {
    name: 'without-unused-parts',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    transform(code, id) {
      if (!unused.test(id)) return;
      const names = [
        ...code.matchAll(/^export (?:const|function|class) (\w+)/gm),
        ...[...code.matchAll(/^export \{(.+)\}/gm)].flatMap(([, list]) => [
          ...list!.matchAll(/(\w+)\s*(?:,|$)/g),
        ]),
      ];
      return { code: names.map(([, name]) => `export const ${name!} = () => {};`).join('\n') };
    },
  };
}
