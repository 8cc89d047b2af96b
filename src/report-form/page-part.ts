/** A part of the form’s page, by the last part of its name: `lines` is the element `report-lines`. */
export function part<E extends HTMLElement>(name: string): E {
  return document.querySelector<E>(`#report-${name}`)!;
}

let saying: ReturnType<typeof setTimeout> | undefined;

/** Has a text read out once typing pauses, so that it does not react to half a word. */
export function announce(text: string): void {
  clearTimeout(saying);
  saying = setTimeout(() => {
    part('said').textContent = text;
  }, 600);
}

const place = /^report-(.*)-error$/;

/** The boxes of a form beside which a message can be, by their names. */
export function boxesWithMessage(form: HTMLFormElement): string[] {
  return [...form.querySelectorAll('.govuk-error-message')].map(({ id }) => place.exec(id)![1]!);
}

/** Takes the reader to a box, or where there are several to choose from, to the one that is chosen. */
export function focusBox(name: string): void {
  const box = part(name);
  (box.querySelector<HTMLElement>('input:checked') ?? box).focus();
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
