/** A paragraph's position in its transcript; positions only define the order. */
export interface Placed {
  readonly id: string
  readonly position: number
  /** Null for a paragraph without words. */
  readonly startMs: number | null
}

/**
 * The order of the whole transcript after inserting `added`. If `replaced` names paragraphs, the new ones go together
 * to the position of the first of them; otherwise new paragraphs are placed by time, and existing ones keep their
 * position.
 */
export function orderWith(
  existing: readonly Placed[],
  added: readonly Omit<Placed, 'position'>[],
  replaced: ReadonlySet<string>,
): string[] {
  const addedIds = new Set(added.map((paragraph) => paragraph.id))
  const anchor = existing.findIndex((paragraph) => replaced.has(paragraph.id))
  if (anchor >= 0) {
    const stays = (paragraph: Placed) => !replaced.has(paragraph.id) && !addedIds.has(paragraph.id)
    return [
      ...existing.slice(0, anchor).filter(stays),
      ...added,
      ...existing.slice(anchor).filter(stays),
    ].map((paragraph) => paragraph.id)
  }
  const order: Omit<Placed, 'position'>[] = [...existing]
  const existingIds = new Set(existing.map((paragraph) => paragraph.id))
  let previousIndex = -1
  for (const paragraph of added) {
    if (existingIds.has(paragraph.id)) {
      previousIndex = order.findIndex((other) => other.id === paragraph.id)
      continue
    }
    // A paragraph without a time follows the one added before it.
    const startMs = paragraph.startMs
    const index =
      startMs === null
        ? previousIndex < 0
          ? order.length
          : previousIndex + 1
        : order.findLastIndex((other) => other.startMs !== null && other.startMs <= startMs) + 1
    order.splice(index, 0, paragraph)
    previousIndex = index
  }
  return order.map((paragraph) => paragraph.id)
}

/**
 * Positions for this order that change as few known ones as possible: those already in ascending order stay, the
 * others are spread evenly between their neighbors. If a gap is used up, all are renumbered.
 */
export function positionsFor(
  order: readonly string[],
  known: ReadonlyMap<string, number>,
): Map<string, number> {
  const positions = new Map<string, number>()
  let waiting: string[] = []
  let last: number | undefined
  const placeWaiting = (next: number | undefined) => {
    const from = last ?? (next === undefined ? 0 : next - waiting.length - 1)
    const step = next === undefined ? 1 : (next - from) / (waiting.length + 1)
    for (const [index, id] of waiting.entries()) positions.set(id, from + step * (index + 1))
    waiting = []
  }
  for (const id of order) {
    const position = known.get(id)
    if (position === undefined || (last !== undefined && position <= last)) {
      waiting.push(id)
      continue
    }
    placeWaiting(position)
    positions.set(id, position)
    last = position
  }
  placeWaiting(undefined)
  return rises([...positions.values()]) ? positions : new Map(order.map((id, index) => [id, index + 1]))
}

function rises(positions: readonly number[]): boolean {
  return positions.every((position, index) => index === 0 || position > (positions[index - 1] as number))
}
