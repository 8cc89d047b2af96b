/** Characters that steer a terminal, turn writing round, or cannot be seen. */
const steering =
  /(?![\u200C\u200D\uFE00-\uFE0F])[\p{Cc}\p{Default_Ignorable_Code_Point}\u2028\u2029\p{Cs}]/gu;

/**
 * A text in which each control character is replaced by a visible symbol. Line breaks are control
 * characters too, so split a text into lines first if it has several.
 */
export function withSymbols(text: string): string {
  return text.replaceAll(steering, (found) => {
    const code = found.codePointAt(0)!;
    if (code < 0x20) return String.fromCodePoint(0x2400 + code);
    return code === 0x7f ? '␡' : '·';
  });
}

/** A line of its own in a log, which no program behind it takes for a command such as `::error::`. */
export function asLogLine(text: string): string {
  const line = withSymbols(text);
  return /^\s*(?:::|##\[)/.test(line) ? `> ${line}` : line;
}
