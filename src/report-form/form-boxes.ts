import { checkedDate } from '../domain/due-date.ts';
import { dueInWords } from '../domain/wording.ts';
import { referenceSlug } from '../domain/reference.ts';
import { statusOf, type StatusName } from '../domain/status.ts';
import type { PublishedAction } from '../exports/actions-json.ts';
import {
  nobodyListed,
  notPublished,
  type FormValues,
  type StatementValues,
} from './form-values.ts';
import { part } from './page-part.ts';

/** The boxes of the form on the page: those that are always there, and those that are made as they are needed. */
export class FormBoxes {
  readonly #form: HTMLFormElement;

  constructor(form: HTMLFormElement) {
    this.#form = form;
  }

  /** What is in the boxes, with those about some actions. */
  values(actions: readonly PublishedAction[]): FormValues {
    const data = new FormData(this.#form);
    const text = (name: string) => String(data.get(name) ?? '');
    return {
      reported: text('reported'),
      by: text('by'),
      by_name: text('by-name'),
      by_website: text('by-website'),
      access: text('access'),
      title: text('source-title'),
      url: text('source-url'),
      page: text('source-page'),
      archived: text('source-archived'),
      note: text('source-note'),
      actions: actions.map(({ ref }) => statementValues(ref, text)),
    };
  }

  /** Shows the boxes that belong to what is chosen in others, and hides those that do not. */
  showNeeded({ by, access, actions }: FormValues): void {
    part('by-group').hidden = by !== nobodyListed;
    const isHidden = access === notPublished;
    part('source-url-group').hidden = isHidden;
    part('source-archived-group').hidden = isHidden;
    part('source-note-group').hidden = !isHidden;
    for (const { ref, status } of actions) {
      const slug = referenceSlug(ref);
      part(`actions-${slug}-completed-group`).hidden = status !== 'complete';
      part(`actions-${slug}-merged_into-group`).hidden = status !== 'merged';
      part(`actions-${slug}-remove-group`).hidden = actions.length < 2;
    }
  }

  /** Makes the boxes about an action, below those about others. */
  addAction(action: PublishedAction): void {
    const slug = referenceSlug(action.ref);
    part('action-list').append(fromTemplate('action-boxes', slug));
    const milestones = part(`actions-${slug}-milestones`);
    for (const { label, due, status } of action.milestones) {
      const row = addRow('milestone', slug);
      const now = statusOf(status as StatusName).label.toLowerCase();
      row.dataset['label'] = label;
      row.querySelector('legend')!.textContent = label;
      row.querySelector('.govuk-hint')!.textContent =
        `Now: ${now}, ${dueInWords(checkedDate(due.display), { start: 'due', ongoing: 'ongoing' })}`;
    }
    milestones.hidden = action.milestones.length === 0;
    this.addLead(action);
  }

  /** @returns its text box */
  addLead({ ref }: PublishedAction): HTMLInputElement {
    return addRow('lead', referenceSlug(ref)).querySelector('input')!;
  }
}

function statementValues(ref: string, text: (name: string) => string): StatementValues {
  const slug = referenceSlug(ref);
  const of = (name: string) => text(`actions-${slug}-${name}`);
  return {
    ref,
    status: of('status'),
    status_text: of('status_text'),
    rag: of('rag'),
    text: of('text'),
    completed: of('completed'),
    merged_into: of('merged_into'),
    due: of('due'),
    leads: rows('lead', slug).map((_, index) => ({
      organisation: of(`leads-${index}`),
      role: of(`leads-${index}-role`),
    })),
    reason: of('reason'),
    milestones: rows('milestone', slug).map((row, index) => ({
      label: row.dataset['label']!,
      status: of(`milestones-${index}-status`),
      due: of(`milestones-${index}-due`),
    })),
  };
}

type RowKind = 'lead' | 'milestone';

function rows(kind: RowKind, slug: string): HTMLElement[] {
  return [...part(`actions-${slug}-${kind}-list`).children] as HTMLElement[];
}

/** A row from its template, with its number in the place of each N. */
function addRow(kind: RowKind, slug: string): HTMLElement {
  const index = rows(kind, slug).length;
  const row = fromTemplate(kind, slug);
  replaceInNames(row, /-N\b/g, `-${index}`);
  for (const label of row.querySelectorAll('label')) {
    label.textContent = label.textContent.trim().replace(/ N$/, ` ${index + 1}`);
  }
  part(`actions-${slug}-${kind}-list`).append(row);
  return row;
}

/** What a template holds, with the number of an action in the place of each A. */
function fromTemplate(name: string, slug: string): HTMLElement {
  const template = part<HTMLTemplateElement>(name).content.firstElementChild!;
  const copy = template.cloneNode(true) as HTMLElement;
  replaceInNames(copy, /actions-A\b/g, `actions-${slug}`);
  return copy;
}

function replaceInNames(root: HTMLElement, what: RegExp, by: string): void {
  for (const element of [root, ...root.querySelectorAll('*')]) {
    for (const { name, value } of element.attributes) {
      if (value.search(what) !== -1) element.setAttribute(name, value.replace(what, by));
    }
  }
}
