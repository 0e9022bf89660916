import { cueEnd, cueStarts, spokenUntil, type CueTime } from './cue-edges.ts'
import type { CueSpan } from './segmentation.ts'
import type { Track } from './track.ts'

/** With less than this, a cue is not moved out of the way of one whose times are set: nobody could read it. */
const ROOM_MS = 200

/**
 * When each cue is on the screen where marks set some times. Fixed cues keep theirs exactly. Cues between them start
 * at or after the end of the one before and end before the next where there is room, and never overlap one another.
 */
export function markedTimes(track: Track, spans: readonly CueSpan[], durationMs: number): CueTime[] {
  const items = itemsOf(track, spans)
  const free = items.filter((item) => item.fixed === undefined)
  const horizonMs = free.reduce((latest, { spokenMs }) => Math.max(latest, spokenMs), durationMs)
  const starts = cueStarts(
    track,
    free.map(({ span }) => span),
    horizonMs,
  )
  for (const [place, item] of free.entries()) item.startMs = starts[place] ?? 0
  for (const [place, item] of free.entries()) giveWay(track, items, item, free[place + 1])
  for (const [place, item] of free.entries()) setEnd(track, items, item, free[place + 1], horizonMs)
  const taken = joinSpans(items.flatMap(({ fixed }) => fixed ?? []))
  return items.map((item) => item.fixed ?? (item.isStartSet || item.isEndSet ? item : around(item, taken)))
}

interface Item {
  readonly index: number
  readonly span: CueSpan
  readonly spokenMs: number
  readonly fixed: CueTime | undefined
  readonly isStartSet: boolean
  readonly isEndSet: boolean
  startMs: number
  endMs: number
}

function itemsOf(track: Track, spans: readonly CueSpan[]): Item[] {
  return spans.map((span, index) => {
    const first = track.placed[span.from]?.atom
    const { cueEndMs } = track.placed[span.to - 1]?.atom.marked ?? {}
    const { startMs = 0, endMs = cueEndMs ?? 0 } = first?.fixed ?? {}
    return {
      index,
      span,
      spokenMs: spokenUntil(track, span),
      fixed: first?.fixed === undefined ? undefined : { startMs, endMs },
      isStartSet: first?.marked?.cueStartMs !== undefined,
      isEndSet: cueEndMs !== undefined,
      startMs,
      endMs,
    }
  })
}

/** Moves a start to the end of the cue before if a mark sets that end, and enough time is left. */
function giveWay(track: Track, items: readonly Item[], item: Item, nextFree: Item | undefined): void {
  const before = items[item.index - 1]
  if (before === undefined || item.isStartSet || !(before.fixed !== undefined || before.isEndSet)) return
  if (before.startMs > item.startMs || before.endMs <= item.startMs) return
  const lastMs = Math.min(item.spokenMs + track.rules.lingerMs, nextStart(items, item, nextFree) ?? Infinity)
  if (before.endMs <= lastMs - ROOM_MS) item.startMs = before.endMs
}

/** The start of what follows, whether or not its times are set; a fixed cue that starts earlier is no limit. */
function nextStart(items: readonly Item[], item: Item, nextFree: Item | undefined): number | undefined {
  const after = items[item.index + 1]
  const fixedMs = after?.fixed !== undefined && after.startMs > item.startMs ? after.startMs : Infinity
  const nextMs = Math.min(fixedMs, nextFree?.startMs ?? Infinity)
  return nextMs === Infinity ? undefined : nextMs
}

function setEnd(
  track: Track,
  items: readonly Item[],
  item: Item,
  nextFree: Item | undefined,
  horizonMs: number,
): void {
  const { startMs } = item
  item.endMs = item.isEndSet
    ? Math.max(startMs + 1, Math.min(item.endMs, nextFree?.startMs ?? Infinity))
    : cueEnd(track, startMs, item.spokenMs, nextStart(items, item, nextFree), horizonMs)
}

/** Spans in order that do not touch. */
function joinSpans(spans: readonly CueTime[]): CueTime[] {
  const joined: CueTime[] = []
  for (const span of spans.toSorted((a, b) => a.startMs - b.startMs)) {
    const last = joined.at(-1)
    if (last === undefined || span.startMs > last.endMs) joined.push(span)
    else joined[joined.length - 1] = { ...last, endMs: Math.max(last.endMs, span.endMs) }
  }
  return joined
}

/** The longest part of a cue's time that is not taken; all of it where no part is long enough. */
function around({ startMs, endMs }: CueTime, taken: readonly CueTime[]): CueTime {
  let best: CueTime = { startMs, endMs: startMs }
  let fromMs = startMs
  for (let at = firstEndingAfter(taken, startMs); at <= taken.length; at++) {
    const next = taken[at]
    const untilMs = Math.min(endMs, next?.startMs ?? Infinity)
    if (untilMs - fromMs > best.endMs - best.startMs) best = { startMs: fromMs, endMs: untilMs }
    if (next === undefined || next.startMs >= endMs) break
    fromMs = next.endMs
  }
  const isWhole = best.startMs === startMs && best.endMs === endMs
  return isWhole || best.endMs - best.startMs >= ROOM_MS ? best : { startMs, endMs }
}

function firstEndingAfter(spans: readonly CueTime[], ms: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.endMs ?? 0) <= ms) low = middle + 1
    else high = middle
  }
  return low
}
