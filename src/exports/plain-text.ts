/**
 * Text as every export may hold it: characters that XML 1.0 and iCalendar (RFC 5545, 3.1) do not
 * allow are left out. Those are control characters, other than tab and line break, halves of
 * surrogate pairs and the two non-characters; none of them can be seen.
 */
export function allowedText(text: string): string {
  const allowed = text.replace(/\r\n?/g, '\n').replace(notAllowed, '');
  // A name that is made of nothing else must not become empty.
  return allowed.trim() === '' && text.trim() !== '' ? '\uFFFD' : allowed;
}

const notAllowed =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF\p{Surrogate}]/gu;

/** The same on one line, with white space folded. */
export function onOneLine(text: string): string {
  return allowedText(text).replace(/\s+/g, ' ').trim();
}
