import { announce } from './announce.ts';
import { part } from './page-part.ts';

const place = /^report-(.*)-error$/;

/** The boxes of a form beside which a message can stand, by their names. */
export function boxesWithMessage(form: HTMLFormElement): string[] {
  return [...form.querySelectorAll('.govuk-error-message')].map(({ id }) => place.exec(id)![1]!);
}

/** Puts a message beside a box, and has it read out; '' takes it away. */
export function setMessage(box: string, text: string): void {
  const message = part(`${box}-error`);
  if (message.textContent === text) return;
  message.textContent = text;
  const control = part(box);
  control.classList.toggle(`govuk-${control.tagName.toLowerCase()}--error`, text !== '');
  if (text === '') control.removeAttribute('aria-invalid');
  else {
    control.setAttribute('aria-invalid', 'true');
    announce(text);
  }
}
