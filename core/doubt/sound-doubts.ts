import type { TimeSpan } from '../transcript/time-span.ts'
import type { SpeakerSegment, Word } from '../transcript/transcript.ts'
import type { SuspectSpan } from './reasons.ts'
import { firstStartingFrom, spansAt } from './time-index.ts'

// Same threshold as for decoding speech without text again (docs/engine.md, "Cover").
const leastSpeechMs = 800
// Word edges are accurate to about a tenth of a second: a smaller share of overlap with speech counts as none.
const leastSpeechShare = 0.1

/** Speech regions, or parts of them, that contain no word; attached to the words on either side. */
export function speechWithoutText(words: readonly Word[], regions: readonly TimeSpan[]): SuspectSpan[] {
  const doubts: SuspectSpan[] = []
  for (const region of regions) {
    for (const { startMs, endMs } of gapsIn(region, words)) {
      const before = words[firstStartingFrom(words, startMs) - 1]
      const after = words[firstStartingFrom(words, endMs)]
      const from = before ?? after
      const to = after ?? before
      if (from === undefined || to === undefined) continue
      const reasons = [{ reason: 'speech-without-text', startMs, endMs }] as const
      doubts.push({ fromWordId: from.id, toWordId: to.id, reasons })
    }
  }
  return doubts
}

function gapsIn(region: TimeSpan, words: readonly Word[]): TimeSpan[] {
  const gaps: TimeSpan[] = []
  let startMs = region.startMs
  const close = (endMs: number): void => {
    if (endMs - startMs > leastSpeechMs) gaps.push({ startMs, endMs })
  }
  for (const word of spansAt(words, region)) {
    if (word.endMs <= region.startMs || word.startMs >= region.endMs) continue
    close(word.startMs)
    startMs = Math.max(startMs, word.endMs)
  }
  close(region.endMs)
  return gaps
}

/** Recognized words outside of all speech; adjacent ones form one span. */
export function textOverSilence(words: readonly Word[], regions: readonly TimeSpan[]): SuspectSpan[] {
  return runsOf(words, (word) => {
    const length = word.endMs - word.startMs
    if (word.origin !== 'recognised') return null
    const near = spansAt(regions, word)
    const speechMs = near.reduce((sum, region) => sum + commonMs(word, region), 0)
    const touches = near.some(({ startMs, endMs }) => word.startMs >= startMs && word.startMs < endMs)
    return (length === 0 ? touches : speechMs >= length * leastSpeechShare) ? null : ''
  }).map(([first, last]) => ({
    fromWordId: first.id,
    toWordId: last.id,
    reasons: [{ reason: 'text-over-silence', startMs: first.startMs, endMs: last.endMs }],
  }))
}

/** Recognized words mostly spoken while two or more people speak. */
export function speakersOverlap(words: readonly Word[], turns: readonly SpeakerSegment[]): SuspectSpan[] {
  const spans = overlaps(turns)
  return runsOf(words, (word) => {
    if (word.origin !== 'recognised') return null
    const isIn = (span: Overlap): boolean => commonMs(word, span) * 2 > word.endMs - word.startMs
    return spansAt(spans, word).find(isIn)?.speakerIds.join(' ') ?? null
  }).map(([first, last]) => {
    const span = spansAt(spans, first).find((each) => commonMs(first, each) * 2 > first.endMs - first.startMs)
    const reasons = [{ reason: 'overlap', speakerIds: span?.speakerIds ?? [] }] as const
    return { fromWordId: first.id, toWordId: last.id, reasons }
  })
}

/** Words mostly spoken while two or more people speak. */
export function overlappedWords(words: readonly Word[], turns: readonly SpeakerSegment[]): Word[] {
  const spans = overlaps(turns)
  return words.filter((word) =>
    spansAt(spans, word).some((span) => commonMs(word, span) * 2 > word.endMs - word.startMs),
  )
}

interface Overlap extends TimeSpan {
  readonly speakerIds: readonly string[]
}

function overlaps(turns: readonly SpeakerSegment[]): Overlap[] {
  const times = [...new Set(turns.flatMap((turn) => [turn.startMs, turn.endMs]))].sort((a, b) => a - b)
  const sorted = turns.toSorted((a, b) => a.startMs - b.startMs)
  const spans: Overlap[] = []
  let open: SpeakerSegment[] = []
  let next = 0
  times.forEach((startMs, index) => {
    const endMs = times[index + 1]
    open = open.filter((turn) => turn.endMs > startMs)
    for (let turn = sorted[next]; turn !== undefined && turn.startMs <= startMs; turn = sorted[next]) {
      if (turn.endMs > startMs) open.push(turn)
      next += 1
    }
    const speakerIds = [...new Set(open.map((turn) => turn.speakerId))].sort()
    if (endMs !== undefined && speakerIds.length > 1) spans.push({ startMs, endMs, speakerIds })
  })
  return spans
}

/** First and last words of the runs of adjacent words with the same key; a null key belongs to no run. */
function runsOf(words: readonly Word[], keyOf: (word: Word) => string | null): [first: Word, last: Word][] {
  const runs: [Word, Word][] = []
  let runKey: string | null = null
  for (const word of words) {
    const key = keyOf(word)
    const last = runs.at(-1)
    if (key !== null && key === runKey && last !== undefined) last[1] = word
    else if (key !== null) runs.push([word, word])
    runKey = key
  }
  return runs
}

function commonMs(a: TimeSpan, b: TimeSpan): number {
  return Math.max(0, Math.min(a.endMs, b.endMs) - Math.max(a.startMs, b.startMs))
}
