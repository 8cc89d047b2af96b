/**
 * What `find` finds, looked for once for each object that it is asked of, and kept as long as that
 * object is. An object must not change once it was asked of.
 */
export function knownOf<Of extends object, Found>(find: (of: Of) => Found): (of: Of) => Found {
  const known = new WeakMap<Of, { found: Found }>();
  return (of) => {
    const kept = known.get(of) ?? { found: find(of) };
    known.set(of, kept);
    return kept.found;
  };
}
