/**
 * The item whose label begins with the typed letters, regardless of case and accents: the current one while more letters
 * are typed, else the next one after it, from the top again after the last. Null: none.
 */
export function startingWith<Item>(
  items: readonly Item[],
  labelOf: (item: Item) => string,
  typed: string,
  current: Item | null,
): Item | null {
  const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const at = current === null ? -1 : items.indexOf(current)
  const from = typed.length > 1 ? Math.max(at, 0) : at + 1
  const ordered = [...items.slice(from), ...items.slice(0, from)]
  return ordered.find((item) => plain(labelOf(item)).startsWith(plain(typed))) ?? null
}
