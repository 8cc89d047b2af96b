import { notStated } from '../domain/not-stated.ts';
import type { Action, Outcome, Plan, Theme } from '../register/register.ts';

/** Where in a plan a page stands: what the breadcrumbs and the side navigation need. */
export interface PlaceInPlan {
  plan: Plan;
  theme?: Theme;
  outcome?: Outcome;
  action?: Action;
}

/** The way from the list of plans down to the page above. */
export function trailTo({
  plan,
  theme,
  outcome,
  action,
}: PlaceInPlan): { title: string; url: string }[] {
  const steps = [{ title: 'Plans', url: '/plans/' }];
  if (theme) steps.push({ title: plan.short_title, url: plan.url });
  if (theme && outcome) steps.push({ title: theme.title, url: theme.url });
  if (outcome && action && !isWholeTheme(outcome))
    steps.push({ title: outcomeName(outcome), url: outcome.url });
  return action ? steps.slice(1) : steps;
}

/** Whether an outcome only repeats its theme: the plan names none, or names it in the same words. */
export function isWholeTheme({ numbered, title, theme }: Outcome): boolean {
  return !numbered && title.toLowerCase() === theme.title.toLowerCase();
}

/** The plan’s title, with its area where the title does not name it. */
export function planName({ title, area }: Plan): string {
  return area === notStated || title.includes(area) ? title : `${title}, ${area}`;
}

/** “Outcome 2.1”, or the title where the plan gives no number. */
export function outcomeName(outcome: Outcome): string {
  return outcome.numbered ? `Outcome ${outcome.reference}` : outcome.title;
}

/** The title with the plan’s number before it, where it has one. */
export function numberedTitle({ reference, title, numbered }: Theme | Outcome): string {
  return numbered ? `${reference} ${title}` : title;
}
