/** What some browsers tell of the line, and of what their reader wants of it. */
interface Line {
  connection?: { saveData?: boolean };
}

/** Whether the reader’s browser asks for no more than what is needed (“Save-Data”, “Lite mode”). */
export function savesData(): boolean {
  return (navigator as Navigator & Line).connection?.saveData === true;
}
