/** The word before a line that was broken where a column is narrow. */
const goesOn =
  /(?<=[\s(](?:an?|and|are|as|at|be|by|for|from|have|in|into|is|of|on|or|our|that|the|their|to|will|with|your))\n(?!\(?(?:\d{1,2}|[a-z])[.)]\s)(?=[\p{L}\p{N}(])/giu;

/** A cell as prose of a record: bullets as a list, each other line a paragraph. */
export function proseOf(text: string): string {
  const lines = text
    .replaceAll(goesOn, ' ')
    .replaceAll(/(?:^|\s+)[•▪●◦‣·]\s+/g, '\n• ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== '•')
    .map((line) => line.replace(/^[-*]\s+/, '• '));
  return lines
    .map((line, at) => {
      const item = line.startsWith('• ');
      const before = lines[at - 1];
      const gap = before === undefined ? '' : item && before.startsWith('• ') ? '\n' : '\n\n';
      return `${gap}${item ? `- ${line.slice(2)}` : line}`;
    })
    .join('');
}

/** A cell as a list: one entry for each line or bullet, none longer than `most` unless it is one word. */
export function listOf(text: string, most: number): string[] {
  return text
    .replaceAll(goesOn, ' ')
    .replaceAll(/(?:^|\s+)[•▪●◦‣·]\s+/g, '\n')
    .split('\n')
    .map((line) => line.replace(/^[-*–]\s+/, '').trim())
    .filter((line) => line !== '' && !/^[-*–•]$/.test(line))
    .flatMap((line) => inParts(line, most));
}

function inParts(line: string, most: number): string[] {
  if (line.length <= most) return [line];
  const sentence = line.slice(0, most).lastIndexOf('. ') + 1;
  const space = line.slice(0, most).lastIndexOf(' ');
  const at = sentence > 0 ? sentence : space;
  if (at <= 0) return [line];
  return [line.slice(0, at).trim(), ...inParts(line.slice(at).trim(), most)];
}
