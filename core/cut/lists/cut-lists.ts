import { cutEdl } from './cut-edl.ts'
import { cutFcpxml } from './cut-fcpxml.ts'
import { cutLabels } from './cut-labels.ts'
import type { CutList } from './cut-list.ts'
import { cutOtio } from './cut-otio.ts'

/** In the order of lists and help. To add one, create its file and list it here. */
const all = [cutEdl, cutFcpxml, cutOtio, cutLabels] as const satisfies readonly CutList[]

export type CutListId = (typeof all)[number]['id']

export const cutListIds = all.map(({ id }) => id) as [CutListId, ...CutListId[]]

/** Every list of the cut by its id. */
export const cutLists = Object.fromEntries(all.map((list) => [list.id, list])) as unknown as Readonly<
  Record<CutListId, CutList<CutListId>>
>

export const isCutListId = (id: string): id is CutListId => cutListIds.some((known) => known === id)
