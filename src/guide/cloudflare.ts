/**
 * The build command for Cloudflare Pages, which has one for all branches. What is built of another
 * branch than the published one says so on each page.
 *
 * Source: https://developers.cloudflare.com/pages/configuration/build-configuration/
 */
export const cloudflareCommand =
  'if [ "$CF_PAGES_BRANCH" = main ]; then npm run build; else npm run build -- --preview "the branch $CF_PAGES_BRANCH"; fi';
