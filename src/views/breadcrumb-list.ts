import { wholeHref } from './href.ts';

/**
 * The way to a page as schema.org’s BreadcrumbList, which search engines show in place of the
 * address: https://developers.google.com/search/docs/appearance/structured-data/breadcrumb
 *
 * @param title of the page itself, which comes last
 */
export function breadcrumbList(
  trail: readonly { title: string; url: string }[],
  title: string,
  url: URL,
) {
  const steps = [
    ...trail.map((step) => ({ name: step.title, item: wholeHref(step.url) })),
    { name: title, item: url.href },
  ];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map((step, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      ...step,
    })),
  };
}
