/**
 * Every address of the site, in one place. An address is a contract: it is made from an identifier
 * only, never from a status, lead, date or title, because those change and links must not.
 * All are lower case and start in a slash; those of pages end in one too. None takes account of a
 * sub-path.
 */
export const address = {
  home: '/',
  plans: '/plans/',
  plan: (plan: string) => `/plans/${plan}/`,
  planSince: (plan: string, earlier: string) => `/plans/${plan}/since-${earlier}/`,
  theme: (theme: string) => `/themes/${theme}/`,
  outcome: (outcome: string) => `/outcomes/${outcome}/`,
  action: (action: string) => `/actions/${action}/`,
  actions: '/actions/',
  registerPart: (part: string) => `/actions/register/${part}.json`,
  pageOf: (list: string, number: number) => `${list}page/${number}/`,
  leads: '/leads/',
  lead: (organisation: string) => `/leads/${organisation}/`,
  due: '/due/',
  period: (period: string) => `/due/${period}/`,
  report: (report: string) => `/reports/${report}/`,
  topics: '/topics/',
  topic: (topic: string) => `/topics/${topic}/`,
  area: (area: string) => `/in/${area}/`,
  topicIn: (area: string, topic: string) => `/in/${area}/${topic}/`,
  statuses: '/statuses/',
  status: (status: string) => `/statuses/${status}/`,
  overdue: '/overdue/',
  gaps: '/gaps/',
  glossary: '/glossary/',
  term: (term: string) => `/glossary/#${term}`,
  search: '/search/',
  page: (page: string) => `/pages/${page}/`,
  guides: '/guide/',
  guide: (page: string) => `/guide/${page}/`,
  reportProgress: (action: string) => `/guide/report/?action=${action}`,
  actionsData: '/data/actions.json',
  actionsCsv: '/data/actions.csv',
  actionsCsvMetadata: '/data/actions.csv-metadata.json',
  actionsXlsx: '/data/actions.xlsx',
  recordSchema: (kind: string) => `/data/schema/${kind}.json`,
  actionData: (action: string) => `/actions/${action}.json`,
  actionCalendar: (action: string) => `/actions/${action}.ics`,
  actionFeed: (action: string) => `/actions/${action}.atom`,
  outcomeCalendar: (outcome: string) => `/outcomes/${outcome}.ics`,
  outcomeFeed: (outcome: string) => `/outcomes/${outcome}.atom`,
  topicCalendar: (topic: string) => `/topics/${topic}.ics`,
  topicFeed: (topic: string) => `/topics/${topic}.atom`,
  planCalendar: (plan: string) => `/plans/${plan}.ics`,
  planTable: (plan: string, format: 'csv' | 'xlsx') => `/plans/${plan}.${format}`,
  progressSheet: (plan: string) => `/plans/${plan}/progress.xlsx`,
  planFeed: (plan: string) => `/plans/${plan}.atom`,
  leadCalendar: (organisation: string) => `/leads/${organisation}.ics`,
  leadTable: (organisation: string, format: 'csv' | 'xlsx') => `/leads/${organisation}.${format}`,
  leadFeed: (organisation: string) => `/leads/${organisation}.atom`,
  calendar: '/all.ics',
  changes: '/changes/',
  changesReported: (period: string) => `/changes/${period}/`,
  changesFeed: '/changes.atom',
  embeddedAction: (action: string) => `/embed/${action}/`,
  embeddedPlan: (plan: string) => `/embed/plans/${plan}/`,
  embeddedLead: (organisation: string) => `/embed/leads/${organisation}/`,
  sitePreview: '/previews/site.png',
  planPreview: (plan: string) => `/previews/plans/${plan}.png`,
} as const;

/**
 * An address as others need it: whole, and under the sub-path that the site is published at.
 *
 * @param site where the site is published; ends in a slash
 */
export function wholeAddress(path: string, site: URL): string {
  return new URL(path.slice(1), site).href;
}
