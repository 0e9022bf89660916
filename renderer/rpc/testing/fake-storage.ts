/** A Storage of its own, with these items. */
export function fakeStorage(
  items: Readonly<Record<string, string>> = {},
): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map(Object.entries(items))
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
  }
}
