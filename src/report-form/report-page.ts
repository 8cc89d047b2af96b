/**
 * The page “Report progress”: makes an update’s lines from what is typed, and says at once what the
 * check would refuse. It sends nothing and keeps nothing; it only reads the action that was chosen.
 */
import './no-eval.ts';
import { editAddress } from '../domain/repository.ts';
import { address } from '../domain/address.ts';
import { spokenReference } from '../domain/reference.ts';
import type { PublishedAction } from '../exports/actions-json.ts';
import { actionMeant } from './action-meant.ts';
import { boxesWithMessage, setMessage, part } from './page-part.ts';
import { boxOf, updateOf, type FormValues, linesToPaste } from './form-values.ts';
import { letChoose } from './choose-action.ts';
import { findingsIn } from './findings.ts';
import { FormBoxes } from './form-boxes.ts';
import { inTheForm } from './form-words.ts';
import { ActionLookUp } from './look-up-action.ts';
import { notWhilePressed } from './not-while-pressed.ts';
import type { ReportFacts } from './report-facts.ts';
import { showResult, type Result } from './result.ts';
import { showAction } from './show-action.ts';

const base = import.meta.env.BASE_URL.replace(/\/$/, '');
const facts = JSON.parse(part('facts').textContent) as ReportFacts;
const codes = facts.plans.map(({ code }) => code);
const form = part<HTMLFormElement>('form');
const boxes = new FormBoxes(form);
const lookUp = new ActionLookUp(base);

let chosen: PublishedAction | undefined;
/** The boxes that were left: only their mistakes are shown beside them. */
const touched = new Set<string>();
/** Whether it is known if there is the action that this one was joined to. */
let mergedKnown = false;

function take(action: PublishedAction): void {
  chosen = action;
  showAction(action, spoken(action), base + address.action(action.id));
  boxes.setMilestones(action.milestones);
  if (facts.repository !== undefined) {
    part<HTMLAnchorElement>('record').href = editAddress(facts.repository, action.record);
    part('below-others').hidden = action.updates.length === 0;
    part('first-update').hidden = action.updates.length > 0;
  }
  form.hidden = false;
  part('result').hidden = false;
  refresh();
}

function spoken({ plan, ref }: PublishedAction): string {
  return spokenReference(facts.plans.find(({ id }) => id === plan)!.code, ref);
}

function refresh(): void {
  if (chosen === undefined) return;
  const values = boxes.values();
  part('merged_into-group').hidden = values.status !== 'merged';
  const mistakes = mistakesIn(values, chosen);
  for (const box of boxesWithMessage(form)) {
    setMessage(box, touched.has(box) ? (mistakes.get(box) ?? '') : '');
  }
  showResult(resultOf(values, mistakes, chosen));
}

/** What the check would refuse: for each box the first, in the order of the boxes. */
function mistakesIn(values: FormValues, action: PublishedAction): Map<string, string> {
  const others = mergedKnown ? lookUp.found() : undefined;
  const findings = findingsIn(updateOf(values), { action, others, facts });
  // Of two for one box a map keeps the last.
  const first = new Map(
    findings.toReversed().map((finding) => [boxOf(finding, values), inTheForm(finding)]),
  );
  const order = boxesWithMessage(form);
  return new Map([...first].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)));
}

function resultOf(
  values: FormValues,
  mistakes: ReadonlyMap<string, string>,
  action: PublishedAction,
): Result {
  const update = updateOf(values);
  const isUntouched = touched.size === 0 && Object.keys(update).length === 0;
  // A date alone reports nothing.
  const saysSomething = Object.keys(update).length > 1;
  return {
    mistakes: isUntouched ? new Map() : mistakes,
    lines: saysSomething && mistakes.size === 0 ? linesToPaste(update, action) : '',
  };
}

let typing: ReturnType<typeof setTimeout> | undefined;
/** Whether there is the action that goes on is only known when the site was asked for it. */
function lookUpMerged(): void {
  mergedKnown = false;
  clearTimeout(typing);
  typing = setTimeout(async () => {
    const { exact, near } = actionMeant(boxes.values().merged_into, codes);
    // Where the site cannot be reached, the check will tell.
    mergedKnown = await lookUp.first([...exact, ...near]).then(
      () => true,
      () => false,
    );
    refresh();
  }, 300);
}

form.addEventListener('input', ({ target }) => {
  if ((target as HTMLElement).id === 'report-merged_into') lookUpMerged();
  refresh();
});
const refreshSoon = notWhilePressed(refresh);
form.addEventListener('focusout', ({ target }) => {
  touched.add((target as HTMLElement).id.replace(/^report-/, ''));
  refreshSoon();
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  for (const box of boxesWithMessage(form)) touched.add(box);
  refresh();
  (form.querySelector<HTMLElement>('[aria-invalid]') ?? part('result-title')).focus();
});
part('more-leads').addEventListener('click', () => boxes.addLead().focus());

for (const { id, name } of facts.organisations) {
  const option = document.createElement('option');
  option.value = id;
  option.textContent = name;
  part('organisations').append(option);
}
boxes.addLead();
letChoose({ lookUp, codes, spoken, take });
