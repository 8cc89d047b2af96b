import { wholeHref } from '../views/href.ts';
import { promises } from '../views/tally.ts';
import { address } from '../domain/address.ts';
import type { Register } from '../register/register.ts';

/**
 * The data as schema.org’s Dataset, which search engines for data show:
 * https://developers.google.com/search/docs/appearance/structured-data/dataset
 */
export function dataset({ site, plans, actions, today }: Register) {
  const licences = plans.flatMap(({ licence }) => licence.url ?? []);
  return {
    '@type': 'Dataset',
    name: `${site.name}: every promise`,
    description: `${promises(actions, site.words)}${site.words.toPeople} in ${plans.map(({ title }) => title).join(' and ')}: who leads each, when it is due, how far it has got, and the words of the plan. ${site.summary}`,
    url: wholeHref(address.guide('data')),
    dateModified: today,
    inLanguage: 'en-GB',
    isAccessibleForFree: true,
    creator: { '@type': 'Organization', name: site.run_by, url: wholeHref(address.home) },
    ...(licences.length === 0 ? {} : { license: [...new Set(licences)] }),
    distribution: [
      ['application/json', address.actionsData],
      ['text/csv', address.actionsCsv],
      ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', address.actionsXlsx],
    ].map(([encodingFormat, path]) => ({
      '@type': 'DataDownload',
      encodingFormat,
      contentUrl: wholeHref(path!),
    })),
  };
}
