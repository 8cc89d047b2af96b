import type { Register } from '../register/register.ts';

/**
 * Parts of pages that are the same on many of them, made once for each register.
 *
 * @param name tells the part from all others, and says on what it depends beside the register
 */
export function madeOnce(
  register: Register,
  name: string,
  make: () => Promise<string>,
): Promise<string> {
  const parts = made.get(register) ?? new Map<string, Promise<string>>();
  made.set(register, parts);
  const part = parts.get(name) ?? make();
  parts.set(name, part);
  return part;
}

const made = new WeakMap<Register, Map<string, Promise<string>>>();
