import { commonEnds, middleOf } from '../../sequences/common-ends.ts'
import type { ListPatch } from '../edit.ts'
import { sameRecord } from '../same.ts'

/** The patch that turns `current` into `target`; null when they are equal. */
export function patchBetween<Item extends object>(
  target: readonly Item[],
  current: readonly Item[],
): ListPatch<Item> | null {
  if (target === current) return null
  const ends = commonEnds(target, current, sameRecord)
  const remove = middleOf(current, ends)
  const put = middleOf(target, ends)
  return remove.length === 0 && put.length === 0 ? null : { at: ends.head, remove, put }
}

/** If the list has changed since, the items are removed from wherever they are now. */
export function applyListPatch<Item extends object>(
  list: readonly Item[],
  patch: ListPatch<Item> | null,
): readonly Item[] {
  if (patch === null) return list
  const inPlace = patch.remove.every((item, index) => {
    const there = list[patch.at + index]
    return there !== undefined && sameRecord(item, there)
  })
  if (inPlace) return list.toSpliced(patch.at, patch.remove.length, ...patch.put)
  const rest = [...list]
  let at = Math.min(patch.at, rest.length)
  for (const item of patch.remove) {
    const index = rest.findIndex((there) => sameRecord(item, there))
    if (index < 0) continue
    rest.splice(index, 1)
    at = index
  }
  return rest.toSpliced(at, 0, ...patch.put)
}
