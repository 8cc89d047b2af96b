const roman = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];

/** Whether a number or letter of a list is the one that follows another: 2 after 1, b after a, ii after i. */
export function isNextLabel(one: string, next: string | undefined): boolean {
  if (next === undefined) return false;
  if (/^\d/.test(one)) return Number(next) === Number(one) + 1;
  const inRoman = roman.indexOf(one);
  if (inRoman >= 0 && roman[inRoman + 1] === next) return true;
  return one.length === 1 && next === String.fromCharCode(one.charCodeAt(0) + 1);
}
