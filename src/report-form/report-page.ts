/**
 * The page “Report progress”: makes a report from what is typed, says at once what the check would
 * refuse, and opens the code host’s page for a new file with the report in it. It sends nothing and
 * keeps nothing; it only reads the actions that were chosen.
 */
import './no-eval.ts';
import { address } from '../domain/address.ts';
import { referenceSlug } from '../domain/reference.ts';
import { newFileAddress } from '../domain/repository.ts';
import { siteDate } from '../domain/site-date.ts';
import type { PublishedAction } from '../exports/actions-json.ts';
import type { ReportRecord } from '../schema/report.ts';
import { actionMeant } from '../authoring/action-meant.ts';
import { letChoose } from './choose-action.ts';
import { findingsIn } from './findings.ts';
import { FormBoxes } from './form-boxes.ts';
import {
  boxOf,
  isEmpty,
  nobodyListed,
  reportOf,
  withIdsOfLeads,
  type FormValues,
} from './form-values.ts';
import { inTheForm } from './form-words.ts';
import { ActionLookUp } from './look-up-action.ts';
import { notWhilePressed } from './not-while-pressed.ts';
import { opinionNotice } from './opinion.ts';
import { boxesWithMessage, focusBox, part, setMessage } from './page-part.ts';
import { reportEmail, spoken as spokenIn } from './report-email.ts';
import type { ReportFacts } from './report-facts.ts';
import { reportFile } from './report-file.ts';
import { showResult, type ReadyReport } from './result.ts';
import { showAction } from './show-action.ts';

const base = import.meta.env.BASE_URL.replace(/\/$/, '');
const facts = JSON.parse(part('facts').textContent) as ReportFacts;
const codes = facts.plans.map(({ code }) => code);
const form = part<HTMLFormElement>('form');
const boxes = new FormBoxes(form);
const lookUp = new ActionLookUp(base);

/** The actions that are reported on, all of one plan. */
let chosen: PublishedAction[] = [];
/** The boxes that were left: only their mistakes are shown beside them. */
const touched = new Set<string>();
/** Whether it is known if there are the actions that others were joined to. */
let mergedKnown = false;

const spoken = (action: PublishedAction) => spokenIn(action, facts);

function ofOwnPlanFirst(): string[] {
  const own = facts.plans.find(({ id }) => id === chosen[0]?.plan)?.code;
  return codes.toSorted((a, b) => Number(b === own) - Number(a === own));
}

function take(action: PublishedAction): void {
  part('choose').hidden = true;
  listSpeakers(action);
  addBoxes(action);
  form.hidden = false;
  part('result').hidden = false;
  refresh();
}

/** Takes who chose an action to what is asked of it. */
function goTo(action: PublishedAction): void {
  part(`actions-${referenceSlug(action.ref)}-title`).focus();
}

function add(action: PublishedAction): string | undefined {
  if (chosen.some(({ id }) => id === action.id))
    return `${spoken(action)} is in this report already.`;
  const [first] = chosen;
  if (first?.plan !== action.plan) {
    return `${spoken(action)} is in a different plan from ${spoken(first!)}. Make a separate report for it.`;
  }
  addBoxes(action);
  refresh();
  goTo(action);
  return undefined;
}

function addBoxes(action: PublishedAction): void {
  chosen = [...chosen, action];
  boxes.addAction(action);
  showAction(action, spoken(action), base + address.action(action.id));
  const section = `actions-${referenceSlug(action.ref)}`;
  part(`${section}-more-leads`).addEventListener('click', () => boxes.addLead(action).focus());
  part(`${section}-remove`).addEventListener('click', () => {
    chosen = chosen.filter((other) => other !== action);
    part(section).remove();
    refresh();
    part('another').focus();
  });
}

/** Lists who may report: the publisher of the plan, the leads of the action, and all others. */
function listSpeakers({ plan, leads }: PublishedAction): void {
  const publisher = facts.plans.find(({ id }) => id === plan)!.publisher;
  const select = part<HTMLSelectElement>('by');
  const [own, elsewhere] = [...select.options] as [HTMLOptionElement, HTMLOptionElement];
  const leading = new Set(leads.map(({ id }) => id));
  const nameOf = (id: string) => facts.organisations.find((body) => body.id === id)?.name ?? id;
  own.textContent = `${nameOf(publisher)} (published the plan)`;
  const others = facts.organisations
    .filter(({ id }) => id !== publisher)
    .toSorted((a, b) => Number(leading.has(b.id)) - Number(leading.has(a.id)));
  for (const { id, name } of others) {
    elsewhere.before(new Option(leading.has(id) ? `${name} (named as a lead)` : name, id));
  }
}

function refresh(): void {
  if (chosen.length === 0) return;
  const values = withIdsOfLeads(boxes.values(chosen), facts.organisations);
  boxes.showNeeded(values);
  const report = reportOf(values);
  const mistakes = mistakesIn(values, report);
  for (const box of boxesWithMessage(form)) {
    if (box !== 'another') setMessage(box, touched.has(box) ? (mistakes.get(box) ?? '') : '');
  }
  const notice =
    values.by === nobodyListed && values.by_name.trim() === ''
      ? ''
      : opinionNotice(report, chosen, facts);
  if (part('opinion').textContent !== notice) part('opinion').textContent = notice;
  showResult({
    mistakes: touched.size === 0 && isEmpty(report) ? new Map() : mistakes,
    ready: mistakes.size === 0 ? readyReport(report) : undefined,
  });
}

/** What the check would refuse: for each box the first, in the order of the boxes. */
function mistakesIn(values: FormValues, report: ReportRecord): Map<string, string> {
  const around = {
    plan: chosen[0]!.plan,
    actions: chosen,
    others: mergedKnown ? lookUp.found() : undefined,
    facts,
    today: siteDate({}),
  };
  const findings = findingsIn(report, around);
  // If there are two for one box, a map keeps the last, so they come in reverse order.
  const first = new Map(
    findings.toReversed().map((finding) => [boxOf(finding, values), inTheForm(finding)]),
  );
  const order = boxesWithMessage(form);
  return new Map([...first].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)));
}

function readyReport(report: ReportRecord): ReadyReport {
  const file = reportFile(report, chosen[0]!, facts);
  return {
    file,
    newFile: facts.repository && newFileAddress(facts.repository, file.path, file.text),
    email: reportEmail(report, file, chosen, facts),
  };
}

let typing: ReturnType<typeof setTimeout> | undefined;
/** Whether there are the actions that go on is only known when the site was asked for them. */
function lookUpMerged(): void {
  mergedKnown = false;
  clearTimeout(typing);
  typing = setTimeout(async () => {
    const named = boxes.values(chosen).actions.flatMap(({ merged_into }) => merged_into || []);
    // If the site cannot be reached, the check finds it later.
    mergedKnown = await Promise.all(named.map(follow)).then(
      () => true,
      () => false,
    );
    refresh();
  }, 300);
}

/** Looks up an action, and those into which it was merged itself, one after the other. */
async function follow(typed: string): Promise<void> {
  const { exact, near } = actionMeant(typed, codes);
  const seen = new Set<string>();
  let action = await lookUp.first([...exact, ...near]);
  while (action?.merged_into != null && !seen.has(action.id)) {
    seen.add(action.id);
    action = await lookUp.first([action.merged_into]);
  }
}

form.addEventListener('input', ({ target }) => {
  if ((target as HTMLElement).id.endsWith('-merged_into')) lookUpMerged();
  refresh();
});
const refreshSoon = notWhilePressed(refresh);
form.addEventListener('focusout', ({ target }) => {
  const box = (target as HTMLElement).closest('[role=radiogroup]') ?? (target as HTMLElement);
  touched.add(box.id.replace(/^report-/, ''));
  refreshSoon();
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  for (const box of boxesWithMessage(form)) touched.add(box);
  refresh();
  const wrong = form.querySelector('[aria-invalid]')?.id.replace(/^report-/, '');
  if (wrong === undefined) part('result-title').focus();
  else focusBox(wrong);
});

for (const { id, name } of facts.organisations) part('organisations').append(new Option(name, id));
letChoose({ lookUp, codes, ofOwnPlanFirst, spoken, take, goTo, add });
