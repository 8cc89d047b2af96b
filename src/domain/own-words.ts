/** What a site calls one of its promises, by the word that `site.yaml` chooses. */
const promiseWords = {
  promise: { one: 'promise', many: 'promises', article: 'a', made: 'promised', to: 'to' },
  action: { one: 'action', many: 'actions', article: 'an', made: 'planned', to: 'for' },
  commitment: { one: 'commitment', many: 'commitments', article: 'a', made: 'promised', to: 'to' },
  pledge: { one: 'pledge', many: 'pledges', article: 'a', made: 'pledged', to: 'to' },
  recommendation: {
    one: 'recommendation',
    many: 'recommendations',
    article: 'a',
    made: 'recommended',
    to: 'for',
  },
} as const;

export type PromiseWord = keyof typeof promiseWords;

/** The words that a site may choose for its promises. */
export const promiseWordNames = Object.keys(promiseWords) as [PromiseWord, ...PromiseWord[]];

/** How a site speaks of its promises and of those whom they are for. */
export interface OwnWords {
  /** One of them: “promise”. */
  one: string;
  /** Several of them: “promises”. */
  many: string;
  /** One of them with its article: “a promise”, “an action”. */
  any: string;
  /** What was done with them, as in “What was promised”: “promised”, “planned”. */
  made: string;
  /** For whom they are, after a space: “ to carers”. Empty where `site.yaml` does not say. */
  toPeople: string;
  /** Those whom they are for: “carers”; “people” where `site.yaml` does not say. */
  people: string;
}

/**
 * @param promise the word that `site.yaml` chooses; “promise” where it chooses none
 * @param people what those are called whom the promises are for, if `site.yaml` says so
 */
export function ownWords(promise: PromiseWord = 'promise', people?: string): OwnWords {
  const { one, many, article, made, to } = promiseWords[promise];
  return {
    one,
    many,
    any: `${article} ${one}`,
    made,
    toPeople: people === undefined ? '' : ` ${to} ${people}`,
    people: people ?? 'people',
  };
}
