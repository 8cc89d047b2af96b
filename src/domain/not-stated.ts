/** What a record says where the plan does not say it: of its area, its licence. */
export const notStated = 'Not stated';

/** Whether words of a table’s cell say that there is nothing to say. */
export function saysNothing(text: string): boolean {
  return /^(?:n\/?a|none|nil|tb[acd]|-|–|—|\?+|not applicable)\.?$/i.test(text.trim());
}
