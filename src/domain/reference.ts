/**
 * A reference is how a plan numbers an action or an outcome: `2.1.2`, `1.10`, `a3`.
 * With its plan's code it becomes the identifier (`don-2-1-2`), which is in the address and never
 * changes, and the spoken form (`DON 2.1.2`), which is printed.
 */

/** Lower-case letters and digits in groups, parted by dots: `2.1.2`, `1.10`, `a3`. */
export const referencePattern = /^[a-z0-9]+(\.[a-z0-9]+)*$/;

/** Lower-case letters and digits in groups, parted by single hyphens: `carers-uk`. */
export const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * Whether a reference is a number that the plan prints (`2`, `2.1`, `a3`), which readers may know,
 * and not a short name that this site gave (`breaks`, `24-hour-support`).
 */
export function isNumber(reference: string): boolean {
  return /^[a-z]?\d+[a-z]?(\.\d+[a-z]?)*$/.test(reference);
}

/** Turns a reference into the part of an address that stands for it: `2.1.2` → `2-1-2`. */
export function referenceSlug(reference: string): string {
  return reference.replaceAll('.', '-');
}

/** The identifier of a numbered thing within a plan: (`don`, `2.1.2`) → `don-2-1-2`. */
export function identifier(code: string, reference: string): string {
  return `${code}-${referenceSlug(reference)}`;
}

/** The printed form: (`don`, `2.1.2`) → `DON 2.1.2`. */
export function spokenReference(code: string, reference: string): string {
  return `${code.toUpperCase()} ${reference.toUpperCase()}`;
}

/** Sorts references as people count: 1.2 before 1.10, and a shorter one before what it starts. */
export function compareReferences(a: string, b: string): number {
  const left = a.split('.');
  const right = b.split('.');
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = byNumber.compare(left[i]!, right[i]!);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

const byNumber = new Intl.Collator('en-GB', { numeric: true });
