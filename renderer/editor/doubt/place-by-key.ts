import { type CheckOrder, placeFrom, type PlaceToCheck } from '#core/doubt/places-to-check'

/**
 * The place in the list that a key moves to: the next or previous one from the open one, in the list's order,
 * wrapping around. Without an open place: in order of time from `atMs`, else to the most probable error
 * (backwards: the last of the list).
 * @param places in `order`
 */
export function placeByKey(
  places: readonly PlaceToCheck[],
  order: CheckOrder,
  step: 1 | -1,
  { open, atMs }: { readonly open: PlaceToCheck | null; readonly atMs: number },
): PlaceToCheck | null {
  if (order === 'reading') return placeFrom(places, open?.startMs ?? atMs, step)
  const last = places.length - 1
  if (open === null) return places[step === 1 ? 0 : last] ?? null
  const at = places.findIndex(({ key }) => key === open.key)
  // The open place was corrected and left the list: continue from its former position.
  const less = places.findIndex(({ doubt }) => doubt.estimate < open.doubt.estimate)
  const gap = less < 0 ? places.length : less
  const to = at >= 0 ? at + step : step === 1 ? gap : gap - 1
  return places[to > last ? 0 : to < 0 ? last : to] ?? null
}
