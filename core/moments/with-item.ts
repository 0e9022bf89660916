import { byTime } from './moment.ts'

/** The items with a new or changed one, sorted by time. */
export function withItem<Item extends { readonly id: string; readonly atMs: number }>(
  items: readonly Item[],
  item: Item,
): readonly Item[] {
  return [...items.filter(({ id }) => id !== item.id), item].toSorted(byTime)
}
