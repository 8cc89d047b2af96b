import { statusOf, type StatusName } from '../domain/status.ts';
import type { PublishedAction } from '../exports/actions-json.ts';
import type { FormValues } from './form-values.ts';
import { part } from './page-part.ts';

/** The boxes of the form on the page: those that stand there, and rows that are made as they are needed. */
export class FormBoxes {
  readonly #form: HTMLFormElement;

  constructor(form: HTMLFormElement) {
    this.#form = form;
  }

  values(): FormValues {
    const data = new FormData(this.#form);
    const text = (name: string) => String(data.get(name) ?? '');
    return {
      reported: text('reported'),
      status: text('status'),
      status_text: text('status_text'),
      rag: text('rag'),
      text: text('text'),
      merged_into: text('merged_into'),
      due: text('due'),
      leads: rows('lead').map((_, index) => ({
        organisation: text(`leads-${index}`),
        role: text(`leads-${index}-role`),
      })),
      reason: text('reason'),
      milestones: rows('milestone').map((row, index) => ({
        label: row.dataset['label']!,
        status: text(`milestones-${index}-status`),
        due: text(`milestones-${index}-due`),
      })),
    };
  }

  /** Makes a row for each milestone of an action; those of another action go. */
  setMilestones(milestones: PublishedAction['milestones']): void {
    part('milestone-list').replaceChildren();
    for (const { label, due, status } of milestones) {
      const row = addRow('milestone');
      const now = statusOf(status as StatusName).label.toLowerCase();
      row.dataset['label'] = label;
      row.querySelector('legend')!.textContent = label;
      row.querySelector('.govuk-hint')!.textContent = `Now: ${now}, due ${due.display}`;
    }
    part('milestones').hidden = milestones.length === 0;
  }

  /** @returns its text box */
  addLead(): HTMLInputElement {
    return addRow('lead').querySelector('input')!;
  }
}

type RowKind = 'lead' | 'milestone';

function rows(kind: RowKind): HTMLElement[] {
  return [...part(`${kind}-list`).children] as HTMLElement[];
}

/** A row from its template, with its number in the place of each N. */
function addRow(kind: RowKind): HTMLElement {
  const index = rows(kind).length;
  const template = part<HTMLTemplateElement>(kind).content.firstElementChild!;
  const row = template.cloneNode(true) as HTMLElement;
  for (const element of row.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      element.setAttribute(name, value.replace(/-N\b/, `-${index}`));
    }
  }
  for (const label of row.querySelectorAll('label')) {
    label.textContent = label.textContent.trim().replace(/ N$/, ` ${index + 1}`);
  }
  part(`${kind}-list`).append(row);
  return row;
}
