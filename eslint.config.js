import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  { ignores: ['dist/', 'preview/', '.astro/', 'node_modules/', 'screenshots/', '.cache/'] },
  // Oxlint looks at files of TypeScript, with the same rules. Scripts in a component are files to ESLint.
  { ignores: ['**/*.ts', '!**/*.astro/*.ts'] },
  ...tseslint.configs.strict,
  ...astro.configs.recommended,
  {
    rules: {
      // The register and the tests know more than the compiler about what is there.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
    },
  },
);
