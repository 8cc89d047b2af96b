import type { PublishedAction } from '../exports/actions-json.ts';
import { actionMeant, severalMeant } from '../authoring/action-meant.ts';
import { setMessage, part } from './page-part.ts';
import type { ActionLookUp } from './look-up-action.ts';

/** How the page is told which action was chosen. */
interface Chosen {
  lookUp: ActionLookUp;
  /** The codes of the plans there are. */
  codes: readonly string[];
  /** The same, the plan of the report first: there a bare number means one of its actions. */
  ofOwnPlanFirst(): readonly string[];
  /** An action as it is printed: “DON 2.1.2”. */
  spoken(action: PublishedAction): string;
  /** Called with every action that is chosen first. */
  take(action: PublishedAction): void;
  /** Called after that where a person chose it, and not the address with which the page was opened. */
  goTo(action: PublishedAction): void;
  /**
   * Called with every other action that is chosen for the same report.
   *
   * @returns why it cannot be in that report, if it cannot
   */
  add(action: PublishedAction): string | undefined;
}

/** Lets a reader choose actions by typing their references, and the first by the page’s address, which then keeps it. */
export function letChoose({
  lookUp,
  codes,
  ofOwnPlanFirst,
  spoken,
  take,
  goTo,
  add,
}: Chosen): void {
  const form = part<HTMLFormElement>('choose');
  const first = part<HTMLInputElement>('action');
  const another = part<HTMLInputElement>('another');
  /** Each choice has a number; what an overtaken one still finds is dropped. */
  let choice = 0;

  /** @returns the action that was typed; where there is none, a message is beside the box */
  async function choose(name: 'action' | 'another', typed: string) {
    const current = ++choice;
    const { exact, near } = actionMeant(typed, name === 'another' ? ofOwnPlanFirst() : codes);
    try {
      // A bare number means an action of the report’s own plan, once that is known.
      const all = await lookUp.all(exact);
      const found = name === 'another' ? all.slice(0, 1) : all;
      const action = found.length > 1 ? undefined : found[0];
      const offer = found.length > 0 ? undefined : await lookUp.first(near);
      if (current !== choice) return undefined;
      const several = found.length > 1 ? severalMeant(typed, found.map(spoken)) : undefined;
      setMessage(name, action === undefined ? (several ?? refusal(typed, offer)) : '');
      if (action === undefined) part(name).focus();
      return action;
    } catch {
      if (current === choice) {
        setMessage(name, 'It did not load. Your connection may be slow or lost. Try again.');
      }
      return undefined;
    }
  }

  function refusal(typed: string, offer: PublishedAction | undefined): string {
    const advice =
      offer === undefined
        ? 'Write the code of a plan and a number, as in the example above.'
        : `Did you mean “${spoken(offer)}”?`;
    return typed === '' ? advice : `There is no action “${typed}”. ${advice}`;
  }

  async function chooseFirst(typed: string): Promise<PublishedAction | undefined> {
    const action = await choose('action', typed);
    if (action === undefined) return undefined;
    first.value = spoken(action);
    take(action);
    return action;
  }

  async function chooseAnother(): Promise<void> {
    const action = await choose('another', another.value.trim());
    if (action === undefined) return;
    const refused = add(action);
    setMessage('another', refused ?? '');
    if (refused === undefined) another.value = '';
    else another.focus();
  }

  function chooseByAddress(): void {
    const asked = new URLSearchParams(location.search).get('action') ?? '';
    if (asked === '') return;
    first.value = asked;
    void chooseFirst(asked);
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void (async () => {
      const action = await chooseFirst(first.value.trim());
      if (action === undefined) return;
      goTo(action);
      history.pushState(null, '', `${location.pathname}?action=${action.id}`);
    })();
  });
  part('add').addEventListener('click', () => void chooseAnother());
  another.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    void chooseAnother();
  });
  // The form is for the action in the address, so another address begins again.
  window.addEventListener('popstate', () => location.reload());
  chooseByAddress();
}
