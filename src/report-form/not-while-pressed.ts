/**
 * Puts something off while a mouse button or a finger is down: nothing may move away from under a
 * press, or the press does nothing.
 *
 * @returns calls `act` now, or when the press is over
 */
export function notWhilePressed(act: () => void): () => void {
  let pressed = false;
  let waiting = false;
  window.addEventListener('pointerdown', () => {
    pressed = true;
  });
  for (const end of ['pointerup', 'pointercancel']) {
    window.addEventListener(end, () => {
      pressed = false;
      // The click itself comes after this.
      if (waiting) setTimeout(act);
      waiting = false;
    });
  }
  return () => {
    if (pressed) waiting = true;
    else act();
  };
}
