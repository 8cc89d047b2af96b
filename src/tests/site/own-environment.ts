/**
 * The environment without what vitest sets in it: its `BASE_URL` would be in the place of the
 * site’s own, and under `VITEST` the development server answers nothing.
 */
export function ownEnvironment(): Record<string, string | undefined> {
  const { BASE_URL: _base, NODE_ENV: _mode, VITEST: _vitest, ...rest } = process.env;
  return rest;
}
