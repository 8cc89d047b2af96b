import type { Finding } from './findings.ts';
import type { FormValues } from './form-values.ts';
import { tidyLine } from './tidy.ts';

/** The box of the form that something was found in, by its name: `reported`, `leads-1`, `milestones-0-due`. */
export function boxOf({ path }: Pick<Finding, 'path'>, values: FormValues): string {
  const [field = 'reported', entry, part] = path;
  if (typeof entry !== 'number') return String(field);
  // What is empty does not stand in the update, so the nth entry there is not always the nth here.
  const filled =
    field === 'leads'
      ? filledAt(values.leads, ({ organisation }) => tidyLine(organisation) !== '')
      : filledAt(values.milestones, ({ status, due }) => status !== '' || tidyLine(due) !== '');
  const box = `${String(field)}-${filled[entry]!}`;
  return field === 'leads' ? box : `${box}-${part === 'status' ? 'status' : 'due'}`;
}

function filledAt<T>(entries: readonly T[], isFilled: (entry: T) => boolean): number[] {
  return entries.flatMap((entry, index) => (isFilled(entry) ? [index] : []));
}
