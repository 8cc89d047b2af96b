/** A part of the form’s page, by the last part of its name: `lines` is the element `report-lines`. */
export function part<E extends HTMLElement>(name: string): E {
  return document.querySelector<E>(`#report-${name}`)!;
}
