import type { RecordingCard, RecordingChoice, RecordingSort } from '#contracts/calls/recordings'
import { daysAgo } from '../../ui/format-date.ts'

export const filters = ['all', 'to-check', 'checked'] as const satisfies readonly RecordingChoice['filter'][]

export const sorts = [
  'newest',
  'oldest',
  'title',
  'longest',
  'least-checked',
] as const satisfies readonly RecordingSort[]

/** A heading over rows of a similar date; null if the order is not by date. */
export type GroupName =
  | { readonly kind: 'week' }
  | { readonly kind: 'this-month' | 'month'; readonly atMs: number }
  | null

export interface RecordingGroup {
  readonly key: string
  readonly name: GroupName
  readonly cards: readonly RecordingCard[]
}

/** The day by which the list is ordered: of publication, else of adding. */
export const dayOf = ({ publishedAtMs, addedAtMs }: RecordingCard): number => publishedAtMs ?? addedAtMs

/** Groups the list by the day of each recording, if it is ordered by that date. */
export function groupRecordings(
  cards: readonly RecordingCard[],
  sort: RecordingSort,
  nowMs: number,
): RecordingGroup[] {
  if (sort !== 'newest' && sort !== 'oldest')
    return cards.length === 0 ? [] : [{ key: 'all', name: null, cards }]
  const groups = new Map<string, { name: GroupName; cards: RecordingCard[] }>()
  for (const card of cards) {
    const { key, name } = groupOf(dayOf(card), nowMs)
    const group = groups.get(key) ?? { name, cards: [] }
    group.cards.push(card)
    groups.set(key, group)
  }
  return [...groups].map(([key, group]) => ({ key, ...group }))
}

function groupOf(atMs: number, nowMs: number): { key: string; name: GroupName } {
  if (daysAgo(atMs, nowMs) < 7) return { key: 'week', name: { kind: 'week' } }
  const [at, now] = [new Date(atMs), new Date(nowMs)]
  const key = `${at.getFullYear()}-${at.getMonth()}`
  const thisMonth = key === `${now.getFullYear()}-${now.getMonth()}`
  return { key, name: { kind: thisMonth ? 'this-month' : 'month', atMs } }
}
