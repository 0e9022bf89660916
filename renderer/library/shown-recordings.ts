import type { RecordingCard } from '#contracts/calls/recordings'
import { daysAgo } from '../ui/format-date.ts'

export const filters = ['all', 'to-check', 'checked'] as const
export type Filter = (typeof filters)[number]

export const sorts = ['newest', 'oldest', 'title', 'longest', 'least-checked'] as const
export type Sort = (typeof sorts)[number]

export interface Choice {
  readonly filter: Filter
  readonly sort: Sort
  readonly tag: string | null
}

/** A heading over rows of about the same time; null where the order is not by time. */
export type GroupName =
  | { readonly kind: 'week' }
  | { readonly kind: 'this-month' | 'month'; readonly atMs: number }
  | null

export interface RecordingGroup {
  readonly key: string
  readonly name: GroupName
  readonly cards: readonly RecordingCard[]
}

/** Whether words of it still want a look, or a look was had at all of them; running ones are neither. */
export function fits(card: RecordingCard, filter: Filter): boolean {
  if (filter === 'all') return true
  if (card.transcript?.state !== 'done') return false
  return filter === 'to-check' ? card.transcript.toCheck > 0 : card.transcript.toCheck === 0
}

export function tagsOf(cards: readonly RecordingCard[]): string[] {
  return [...new Set(cards.flatMap(({ tags }) => tags))].sort((a, b) => a.localeCompare(b))
}

const orders: Readonly<Record<Sort, (a: RecordingCard, b: RecordingCard) => number>> = {
  newest: (a, b) => b.addedAtMs - a.addedAtMs,
  oldest: (a, b) => a.addedAtMs - b.addedAtMs,
  title: (a, b) => a.title.localeCompare(b.title, undefined, { numeric: true }),
  longest: (a, b) => (b.durationMs ?? 0) - (a.durationMs ?? 0),
  'least-checked': (a, b) => sharePutLast(a) - sharePutLast(b),
}

function sharePutLast(card: RecordingCard): number {
  return card.transcript?.state === 'done' ? (card.transcript.checkedShare ?? 1) : 2
}

/** What the choice leaves of the library, in its order, in groups by the day it was added. */
export function shownRecordings(
  cards: readonly RecordingCard[],
  { filter, sort, tag }: Choice,
  nowMs: number,
): RecordingGroup[] {
  const shown = cards
    .filter((card) => fits(card, filter) && (tag === null || card.tags.includes(tag)))
    .sort(orders[sort])
  if (sort !== 'newest' && sort !== 'oldest')
    return shown.length === 0 ? [] : [{ key: 'all', name: null, cards: shown }]
  const groups = new Map<string, { name: GroupName; cards: RecordingCard[] }>()
  for (const card of shown) {
    const { key, name } = groupOf(card.addedAtMs, nowMs)
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
