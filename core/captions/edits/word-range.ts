import { type PlaceRange, type WordOrder } from './word-order.ts'

/** The words from one to another, in either order; null if one no longer exists. */
export function wordRange(order: WordOrder, fromWordId: string, toWordId: string): PlaceRange | null {
  const places = order.placesOf(new Set([fromWordId, toWordId]))
  const a = places.get(fromWordId)
  const b = places.get(toWordId)
  return a === undefined || b === undefined ? null : { from: Math.min(a, b), to: Math.max(a, b) }
}
