const number = /^[-+]?(?:\d[\d_]*(?:\.\d*)?(?:[eE][-+]?\d+)?|\.\d+|0x[\da-fA-F]+|0o[0-7]+)$/;

/** Whether other programs read a text without quotation marks as a number, and as one that is written otherwise: `1.10`. */
export function isOtherNumber(typed: string): boolean {
  return number.test(typed) && String(Number(typed)) !== typed;
}
