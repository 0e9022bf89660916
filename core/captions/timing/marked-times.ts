import { uniteSpans } from '../../transcript/unite-spans.ts'
import { frameBegin, nextBegin } from '../../frames/frame-grid.ts'
import type { FrameGrid } from '../../frames/video-frames.ts'
import type { CaptionRules } from '../caption-rules.ts'
import { cueEnd, cueStarts } from './cue-edges.ts'
import type { CueTime, CueTiming } from '../cutting/cue-timing.ts'

/**
 * With less time than this, a cue is not moved to make room for one whose times are set, as nobody could read
 * it.
 */
const ROOM_MS = 200

/**
 * When each cue is on the screen if marks set some times. Fixed cues keep theirs exactly. Cues between them
 * start at or after the end of the previous one and end before the next if there is room, and never overlap
 * one another.
 */
export function markedTimes(
  rules: CaptionRules,
  timings: readonly CueTiming[],
  durationMs: number,
): readonly CueTime[] {
  const fixed = timings.flatMap((timing) => timing.fixed ?? [])
  if (fixed.length === timings.length) return fixed
  const items = timings.map(itemOf)
  const free = items.filter(({ timing }) => timing.fixed === undefined)
  const horizonMs = free.reduce((latest, { timing }) => Math.max(latest, timing.spokenMs), durationMs)
  const starts = cueStarts(
    rules,
    free.map(({ timing }) => timing),
    horizonMs,
  )
  for (const [place, item] of free.entries()) item.startMs = starts[place] ?? 0
  for (const [place, item] of free.entries()) giveWay(rules, items, item, free[place + 1])
  for (const [place, item] of free.entries()) setEnd(rules, items, item, free[place + 1], horizonMs)
  const taken = uniteSpans(fixed)
  return items.map(({ timing, startMs, endMs }) => {
    if (timing.fixed !== undefined) return timing.fixed
    const time = { startMs, endMs }
    return timing.isStartSet || timing.setEndMs !== undefined
      ? time
      : onFrames(around(time, taken), rules.frames)
  })
}

interface Item {
  readonly index: number
  readonly timing: CueTiming
  startMs: number
  endMs: number
}

function itemOf(timing: CueTiming, index: number): Item {
  const { startMs = 0, endMs = timing.setEndMs ?? 0 } = timing.fixed ?? {}
  return { index, timing, startMs, endMs }
}

/** Moves a start to the end of the previous cue if a mark sets that end, and enough time is left. */
function giveWay(rules: CaptionRules, items: readonly Item[], item: Item, nextFree: Item | undefined): void {
  const before = items[item.index - 1]
  if (before === undefined || item.timing.isStartSet) return
  if (before.timing.fixed === undefined && before.timing.setEndMs === undefined) return
  if (before.startMs > item.startMs || before.endMs <= item.startMs) return
  const lastMs = Math.min(item.timing.spokenMs + rules.lingerMs, nextStart(items, item, nextFree) ?? Infinity)
  const freeMs = rules.frames === undefined ? before.endMs : nextBegin(before.endMs, rules.frames)
  if (freeMs <= lastMs - ROOM_MS) item.startMs = freeMs
}

/**
 * The start of the next cue, whether or not its times are set; a fixed cue that starts earlier is no limit.
 */
function nextStart(items: readonly Item[], item: Item, nextFree: Item | undefined): number | undefined {
  const after = items[item.index + 1]
  const fixedMs = after?.timing.fixed !== undefined && after.startMs > item.startMs ? after.startMs : Infinity
  const nextMs = Math.min(fixedMs, nextFree?.startMs ?? Infinity)
  return nextMs === Infinity ? undefined : nextMs
}

function setEnd(
  rules: CaptionRules,
  items: readonly Item[],
  item: Item,
  nextFree: Item | undefined,
  horizonMs: number,
): void {
  const { startMs, timing } = item
  item.endMs =
    timing.setEndMs === undefined
      ? cueEnd(rules, startMs, timing.spokenMs, nextStart(items, item, nextFree), horizonMs)
      : Math.max(startMs + 1, Math.min(item.endMs, nextFree?.startMs ?? Infinity))
}

/** The longest free part of a cue's time; all of it if no part is long enough. */
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

/** What is left between times set by marks, which need not lie on frames, begins and ends with frames inside it. */
function onFrames(time: CueTime, frames: FrameGrid | undefined): CueTime {
  if (frames === undefined) return time
  const inside = { startMs: nextBegin(time.startMs, frames), endMs: frameBegin(time.endMs, frames) }
  return inside.endMs > inside.startMs ? inside : time
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
