/** What a record says where the plan does not say it: of its area, its licence. */
export const notStated = 'Not stated';
