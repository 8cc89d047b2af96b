import type { AstroUserConfig } from 'astro';

type Plugin = Extract<
  NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number],
  { name: string }
>;

/**
 * Of Zod, what turns a schema into a JSON Schema, what follows values that contain themselves, which
 * Zod does without where it is not there, and its own messages, which nobody sees; of YAML, version 1.1
 * and sorts of values that only it has, and what walks through a text that was read.
 */
const unused =
  /[\\/](?:zod[\\/]v4[\\/](?:core[\\/](?:json-schema-processors|memoizer|to-json-schema)|locales[\\/]en)|yaml-1\.1[\\/](?:binary|omap|pairs|schema|set|timestamp)|parse[\\/]cst-visit)\.js(?:\?|$)/;

/** What no schema asks for, each a method that brings code of its own along. */
const unusedMethods = new RegExp(
  [
    String.raw`this\.check\(core\._(?!email\b)\w+\(Zod\w+, params\)\)`,
    String.raw`this\.check\(checks\.(?:includes|startsWith|endsWith|length|lowercase|uppercase|normalize|slugify)\(.*\)\)`,
    String.raw`(?:await )?parse\.(?:validate|\w*(?:Async|code))\(.*\)`,
    String.raw`util\.(?:extend|safeExtend|merge|pick|omit|partial|required)\(.*\)`,
    String.raw`(?:exactOptional|nonoptional|intersection|prefault|_catch|readonly)\(this\b.*\)`,
  ]
    .map((made) => `return ${made};`)
    .join('|'),
  'g',
);

/**
 * Leaves out of scripts for browsers what two packages always bring along and the form never asks
 * for: a seventh of what its readers would fetch.
 */
export function withoutUnusedParts(): Plugin {
  return {
    name: 'without-unused-parts',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    transform(code, id) {
      if (/[\\/]zod[\\/]v4[\\/]classic[\\/]schemas\.js(?:\?|$)/.test(id)) {
        // The other kind of object writes a program as it runs, which the site’s headers forbid.
        const needed = code.replace(unusedMethods, "throw new Error('Left out of the script.');");
        return { code: needed.replaceAll('$ZodObjectJIT', () => '$ZodObject') };
      }
      if (!unused.test(id)) return;
      const names = [
        ...code.matchAll(/^export (?:const|function|class) (\w+)/gm),
        ...[...code.matchAll(/^export \{(.+)\}/gm)].flatMap(([, list]) => [
          ...list!.matchAll(/(\w+)\s*(?:,|$)/g),
        ]),
      ];
      const stubs = names.map(([, name]) => `export const ${name!} = () => {};`);
      if (/^export default /m.test(code)) stubs.push('export default () => ({});');
      return { code: stubs.join('\n') };
    },
  };
}
