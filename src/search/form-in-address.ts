/** A form whose state the page’s address holds, so that a view can be linked to and Back works. */
export interface FormInAddress<State extends { words: string }> {
  form: HTMLFormElement;
  /** Where words are typed. */
  box: HTMLInputElement;
  /** Reads the part of an address from the question mark on. */
  read(search: string): State;
  /** Writes it; empty where nothing is asked. */
  write(state: State): string;
  /** What the form says now. */
  asked(before: State): State;
  /** Makes the form say it. */
  fill(state: State): void;
  /** Shows what is asked; called whenever a reader may expect an answer. */
  show(state: State): void;
}

/** Whether what is asked is a step to come back to, or takes the place of the last. */
type Step = 'new' | 'same';

const typingPause = 200;

/**
 * Runs a form: words count once typing pauses, a choice at once. What is typed on without a pause
 * becomes one step for the Back button.
 *
 * @returns asks for a state that did not come from the form, as a button beside it does
 */
export function keepInAddress<State extends { words: string }>({
  form,
  box,
  read,
  write,
  asked,
  fill,
  show,
}: FormInAddress<State>): (next: State) => void {
  let state = read(location.search);
  /** Whether the reader was done with the words in the address. */
  let settled = true;
  let typing: ReturnType<typeof setTimeout> | undefined;

  function ask(next: State, step: Step): void {
    clearTimeout(typing);
    const before = write(state);
    const after = write(next);
    state = next;
    if (after !== before) {
      const method = step === 'new' ? 'pushState' : 'replaceState';
      history[method](null, '', after === '' ? location.pathname : after);
    }
    show(state);
  }

  function askNow(step: Step): void {
    ask(asked(state), step);
    settled = true;
  }

  box.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(() => {
      const next = asked(state);
      if (next.words === state.words) return;
      ask(next, settled && write(state) !== '' ? 'new' : 'same');
      settled = false;
    }, typingPause);
  });
  form.addEventListener('change', ({ target }) => {
    if (target !== box) askNow('new');
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    askNow(settled ? 'new' : 'same');
  });
  window.addEventListener('popstate', () => {
    clearTimeout(typing);
    settled = true;
    state = read(location.search);
    fill(state);
    show(state);
  });

  fill(state);
  show(state);
  return (next) => {
    ask(next, 'new');
    settled = true;
    fill(next);
  };
}

/** A live region that speaks once typing has paused, so that it does not speak of every letter. */
export function announcer(region: HTMLElement, pause = 1000): (text: string) => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return (text) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      if (region.textContent !== text) region.textContent = text;
    }, pause);
  };
}
