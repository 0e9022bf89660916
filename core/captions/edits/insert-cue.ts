import { timeOnFrame } from '../../frames/frame-grid.ts'
import type { FrameGrid } from '../../frames/video-frames.ts'
import type { Edit } from '../../edits/edit.ts'
import { captionsEndMs, storedMs } from '../../transcript/caption-timing.ts'
import type { TimeSpan } from '../../transcript/time-span.ts'
import type { Transcript } from '../../transcript/transcript.ts'
import { cuesBetween } from '../shown-cues.ts'
import type { CueContext } from './cue-context.ts'
import type { LimitsOfTimes } from './cue-times.ts'
import { setTime } from './mark-edits.ts'

/** What a new caption says until something is typed: without words there is no caption. */
export const NEW_TEXT = '…'

/** With less time than this, nobody could see it. */
const LEAST_MS = 200

/**
 * The longest part of a span without a caption, apart from its neighbors as the rules want it, on frames if there are
 * any; null if there is no room.
 */
export function freeSpan(
  { cues, rules, durationMs, transcript }: LimitsOfTimes,
  { startMs, endMs }: TimeSpan,
  frames: FrameGrid | null,
): TimeSpan | null {
  const { gapMs } = rules
  const untilEndMs = durationMs > 0 ? captionsEndMs(durationMs, transcript.captionTiming) : Infinity
  const lastMs = Math.min(endMs, untilEndMs)
  const taken = cuesBetween(cues, startMs - gapMs, endMs + gapMs).flatMap((index) => cues[index] ?? [])
  let best: TimeSpan = { startMs, endMs: startMs }
  let fromMs = startMs
  for (const until of [...taken, null]) {
    const untilMs = Math.min(lastMs, until === null ? Infinity : until.startMs - gapMs)
    if (untilMs - fromMs > best.endMs - best.startMs) best = { startMs: fromMs, endMs: untilMs }
    if (until !== null) fromMs = Math.max(fromMs, until.endMs + gapMs)
  }
  const free = {
    startMs: timeOnFrame(best.startMs, frames, best),
    endMs: timeOnFrame(best.endMs, frames, best),
  }
  return free.endMs - free.startMs < LEAST_MS ? null : free
}

/**
 * A new caption that is shown during exactly this span, with a paragraph of its own by whoever is heard there. Its first
 * word has the id `<id of the first edit>.0`.
 */
export function insertCue(context: CueContext, { startMs, endMs }: TimeSpan): Edit[] {
  const { transcript, newId } = context
  const id = newId()
  const wordId = `${id}.0`
  const speakerId = speakerDuring(transcript, { startMs, endMs })
  const words = spanOfWords(context, { startMs, endMs })
  const mark = (kind: 'cue-start' | 'cue-end', ms: number): Edit => ({
    kind: 'set-mark',
    id: newId(),
    mark: { id: newId(), kind, value: setTime(ms, context), fromWordId: wordId, toWordId: wordId },
    near: words,
  })
  const assigned: Edit[] =
    speakerId === null
      ? []
      : [{ kind: 'assign-speaker', id: newId(), target: { paragraphId: wordId }, speakerId }]
  return [
    { kind: 'insert-sound', id, paragraphKind: 'speech', text: NEW_TEXT, ...words },
    ...assigned,
    mark('cue-start', startMs),
    mark('cue-end', endMs),
  ]
}

/** The times of words that are shown then, as far as the recording has them. */
function spanOfWords({ transcript, durationMs }: CueContext, { startMs, endMs }: TimeSpan): TimeSpan {
  const lastMs = durationMs > 0 ? durationMs : Infinity
  const at = (ms: number, leastMs: number, mostMs: number): number =>
    Math.max(leastMs, Math.min(Math.round(storedMs(ms, transcript.captionTiming)), mostMs))
  const fromMs = at(startMs, 0, lastMs - 1)
  return { startMs: fromMs, endMs: at(endMs, fromMs + 1, lastMs) }
}

/** Who is heard for the longest time; null if nobody is. */
function speakerDuring({ turns }: Transcript, { startMs, endMs }: TimeSpan): string | null {
  const heard = new Map<string, number>()
  for (const { speakerId, startMs: fromMs, endMs: toMs } of turns) {
    const ms = Math.min(toMs, endMs) - Math.max(fromMs, startMs)
    if (ms > 0) heard.set(speakerId, (heard.get(speakerId) ?? 0) + ms)
  }
  return [...heard].reduce<[string | null, number]>(
    (most, each) => (each[1] > most[1] ? each : most),
    [null, 0],
  )[0]
}
