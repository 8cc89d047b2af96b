import type { PublishedAction } from '../exports/actions-json.ts';
import { actionMeant } from './action-meant.ts';
import { setMessage, part } from './page-part.ts';
import type { ActionLookUp } from './look-up-action.ts';

/** How the page is told which action was chosen. */
interface Chosen {
  lookUp: ActionLookUp;
  /** The codes of the plans there are. */
  codes: readonly string[];
  /** An action as it is printed: “DON 2.1.2”. */
  spoken(action: PublishedAction): string;
  /** Called with every action that is chosen. */
  take(action: PublishedAction): void;
}

/** Lets a reader choose an action by typing its reference, or by the page’s address, which then keeps it. */
export function letChoose({ lookUp, codes, spoken, take }: Chosen): void {
  const form = part<HTMLFormElement>('choose');
  const box = part<HTMLInputElement>('action');
  /** Each choice has a number; what an overtaken one still finds is dropped. */
  let choice = 0;

  async function choose(typed: string): Promise<PublishedAction | undefined> {
    const current = ++choice;
    const { exact, near } = actionMeant(typed, codes);
    try {
      const action = await lookUp.first(exact);
      const offer = action ?? (await lookUp.first(near));
      if (current !== choice) return undefined;
      if (action === undefined) refuse(typed, offer);
      else {
        setMessage('action', '');
        box.value = spoken(action);
        take(action);
      }
      return action;
    } catch {
      if (current === choice) {
        setMessage('action', 'It did not load. Your connection may be slow or lost. Try again.');
      }
      return undefined;
    }
  }

  function refuse(typed: string, offer: PublishedAction | undefined): void {
    const advice =
      offer === undefined
        ? 'Write the code of a plan and a number, as in the example above.'
        : `Did you mean “${spoken(offer)}”?`;
    setMessage('action', typed === '' ? advice : `There is no action “${typed}”. ${advice}`);
    box.focus();
  }

  function chooseByAddress(): void {
    const asked = new URLSearchParams(location.search).get('action') ?? '';
    if (asked === '') return;
    box.value = asked;
    void choose(asked);
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void (async () => {
      const action = await choose(box.value.trim());
      if (action === undefined) return;
      history.pushState(null, '', `${location.pathname}?action=${action.id}`);
      part('title').focus();
    })();
  });
  window.addEventListener('popstate', chooseByAddress);
  chooseByAddress();
}
