import type { CheckingPace } from './checking-pace.ts'

/** What the order of the list to check depends on. */
export interface Listed {
  readonly key: string
  readonly startMs: number
  /** How likely something is wrong there, 0 to 1. */
  readonly likelihood: number
}

export type CheckOrder = 'reading' | 'likeliest'

/** By time, or the likeliest errors first, equal ones by time. */
export function orderItems<Item extends Listed>(items: readonly Item[], order: CheckOrder): Item[] {
  return items.toSorted(
    (a, b) => (order === 'likeliest' ? b.likelihood - a.likelihood : 0) || a.startMs - b.startMs,
  )
}

/** The next item in order after one that may no longer be in the list, from the end to the start again. */
export function itemAfter<Item extends Listed>(
  items: readonly Item[],
  last: Item,
  order: CheckOrder,
): Item | null {
  const next = nextFrom(items, last, order, 1)
  return next?.key === last.key ? null : next
}

/** The open item: the last one opened, or the next one if that is done, else the first. */
export function itemNow<Item extends Listed>(
  items: readonly Item[],
  last: Item | null,
  order: CheckOrder,
): Item | null {
  if (last === null) return orderItems(items, order)[0] ?? null
  return items.find(({ key }) => key === last.key) ?? itemAfter(items, last, order)
}

/**
 * The item that a key moves to: the next or previous one from the open one, from the end to the start again. Without
 * an open one: by time from `atMs`, else the likeliest error (backwards: the last of the list).
 */
export function itemByKey<Item extends Listed>(
  items: readonly Item[],
  order: CheckOrder,
  step: 1 | -1,
  { open, atMs }: { readonly open: Item | null; readonly atMs: number },
): Item | null {
  if (open !== null) return nextFrom(items, open, order, step)
  const ordered = orderItems(items, order)
  const [first, last] = [ordered[0] ?? null, ordered.at(-1) ?? null]
  if (order === 'likeliest') return step === 1 ? first : last
  const found =
    step === 1
      ? ordered.find(({ startMs }) => startMs > atMs)
      : ordered.findLast(({ startMs }) => startMs < atMs)
  return found ?? (step === 1 ? first : last)
}

/** An item that is no longer in the list still has its place in the order. */
function nextFrom<Item extends Listed>(
  items: readonly Item[],
  from: Item,
  order: CheckOrder,
  step: 1 | -1,
): Item | null {
  const isListed = items.some(({ key }) => key === from.key)
  const ordered = orderItems(isListed ? items : [...items, from], order)
  const at = ordered.findIndex(({ key }) => key === from.key)
  const next = ordered.at((at + step) % ordered.length) ?? null
  return next?.key === from.key && !isListed ? null : next
}

/** The likeliest errors that a person can check in this time at this pace; at least one. */
export function likeliestInTime<Item extends Listed>(
  items: readonly Item[],
  forMs: number,
  { placeMs }: CheckingPace,
): Item[] {
  return orderItems(items, 'likeliest').slice(0, Math.max(1, Math.floor(forMs / placeMs)))
}
