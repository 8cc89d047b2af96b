/** The pages of the guide that other pages lead to, so that no site can do without. */
const needed = ['about', 'accessibility', 'privacy', 'report', 'editing', 'data'] as const;

/** Pages of the guide that a site may do without. */
export const optionalGuidePages = [
  'reading-an-action',
  'dates',
  'linking',
  'embedding',
  'adopting',
  'hosting',
  'size',
] as const;

/** Every page of the guide. */
export const guidePageNames: readonly string[] = [...needed, ...optionalGuidePages];
