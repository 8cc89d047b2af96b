/**
 * Every address of the site, in one place. An address is a contract: it is made from an identifier
 * only, never from a status, lead, date or title, because those change and links must not.
 * All are lower case, start and end in a slash, and take no account of a sub-path.
 */
export const address = {
  home: '/',
  plan: (plan: string) => `/plans/${plan}/`,
  theme: (theme: string) => `/themes/${theme}/`,
  outcome: (outcome: string) => `/outcomes/${outcome}/`,
  action: (action: string) => `/actions/${action}/`,
  actions: '/actions/',
  leads: '/leads/',
  lead: (organisation: string) => `/leads/${organisation}/`,
  due: '/due/',
  period: (period: string) => `/due/${period}/`,
  topics: '/topics/',
  topic: (topic: string) => `/topics/${topic}/`,
  statuses: '/statuses/',
  status: (status: string) => `/statuses/${status}/`,
  overdue: '/overdue/',
  gaps: '/gaps/',
  glossary: '/glossary/',
  term: (term: string) => `/glossary/#${term}`,
  search: '/search/',
  guide: (page: string) => `/guide/${page}/`,
  actionsData: '/data/actions.json',
} as const;
