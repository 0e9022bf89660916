import { expect, it } from 'vitest'
import { videoOfRate } from '../../frames/video-frames.ts'
import { movedBy, stretchedBy } from '../../transcript/time-map.ts'
import type { CaptionTiming, Transcript } from '../../transcript/transcript.ts'
import { applyEdit } from '../apply.ts'
import type { Edit } from '../edit.ts'
import { historyKindOf } from '../history/history-kind.ts'
import { expectEdit } from '../testing/expect-edit.ts'
import { conversation, conversationMs } from '../testing/samples.ts'

const later = (offsetMs: number): CaptionTiming => ({ offsetMs, ratio: 1 })
const set = (id: string, timing: CaptionTiming | null): Edit => ({ kind: 'set-caption-timing', id, timing })
const limits = { durationMs: conversationMs }

it('moves captions and back, with undo to the byte, whatever rules and choices there are', () => {
  const rules = { preset: 'bbc', changes: {} } as const
  const before = applyEdit(conversation(), { kind: 'set-numbers', id: 'e0', numbers: 'digits' }).transcript
  const moved = expectEdit(before, set('e1', later(500)))
  expect(moved.touched).toMatchObject({ paragraphIds: [], marks: false, captionTiming: true })
  const ruled = expectEdit(moved.transcript, { kind: 'set-caption-rules', id: 'e2', rules })
  expect(Object.keys(ruled.transcript).slice(-3)).toEqual(['captionTiming', 'captionRules', 'numbers'])
  const further = expectEdit(ruled.transcript, set('e3', { offsetMs: -3, ratio: 25 / 24 }))
  expect(Object.keys(further.transcript).slice(-3)).toEqual(['captionTiming', 'captionRules', 'numbers'])
  const plain = expectEdit(further.transcript, { kind: 'set-caption-rules', id: 'e4', rules: null })
  expectEdit(plain.transcript, set('e5', null), before)
  expect(applyEdit(before, set('e6', null)).transcript).toBe(before)
  expect(historyKindOf(set('e', null))).toBe('set-caption-timing')
})

it('taken back after others leaves what they moved', () => {
  const before = conversation()
  const first = applyEdit(before, set('e1', later(2_000)))
  const second = applyEdit(first.transcript, set('e2', later(2_700)))
  const without = applyEdit(second.transcript, first.inverse)
  expect(without.transcript.captionTiming).toEqual(later(700))
  expect(applyEdit(without.transcript, without.inverse).transcript).toEqual(second.transcript)
  const stretched = { offsetMs: 0, ratio: 25 / 24 }
  const all = applyEdit(first.transcript, set('e3', stretched)).transcript
  // What was 2 s later before it was stretched is stretched alone.
  expect(applyEdit(all, first.inverse).transcript.captionTiming).toEqual({
    ratio: 25 / 24,
    offsetMs: (-2_000 * 25) / 24,
  })
})

it('moves words, turns and marks to where captions are shown, and further; undone to the byte', () => {
  const last = conversation().paragraphs.flatMap(({ words }) => words)[2]?.id ?? ''
  const mark = { id: 'm', kind: 'cue-start', fromWordId: last, toWordId: last, value: 1_900 } as const
  const before = applyEdit(conversation([mark]), set('e1', later(40))).transcript
  const retime = { kind: 'retime-transcript', id: 'e2', move: movedBy(10) } as const
  const { transcript, inverse } = expectEdit(before, retime, undefined, { durationMs: conversationMs + 100 })
  const times = ({ paragraphs, turns }: Transcript) =>
    [...paragraphs.flatMap(({ words }) => words), ...turns].map(({ startMs, endMs }) => [startMs, endMs])
  expect(times(transcript)).toEqual(times(before).map((span) => span.map((ms) => ms + 50)))
  expect(transcript.marks).toEqual([{ ...mark, value: 1_950 }])
  expect(transcript).not.toHaveProperty('captionTiming')
  expect(applyEdit(transcript, inverse).transcript).toEqual(before)
})

it('words that would leave the recording stay at its ends, and come back', () => {
  const before = conversation()
  for (const move of [
    movedBy(-conversationMs),
    movedBy(conversationMs),
    stretchedBy({ numerator: 9, denominator: 1 }, { numerator: 1, denominator: 1 }),
  ]) {
    const { transcript, inverse } = applyEdit(before, { kind: 'retime-transcript', id: 'e1', move }, limits)
    for (const { words } of transcript.paragraphs) {
      for (const { startMs, endMs } of words) {
        expect(startMs).toBeGreaterThanOrEqual(0)
        expect(endMs).toBeLessThanOrEqual(conversationMs)
      }
    }
    expect(applyEdit(transcript, inverse).transcript).toEqual(before)
  }
})

it('on a video, times that are set lie on its frames after their words were moved, as without them', () => {
  const first = conversation().paragraphs.flatMap(({ words }) => words)[0]?.id ?? ''
  const marks = (start: number, end: number) =>
    [
      { id: 'm1', kind: 'cue-start', fromWordId: first, toWordId: first, value: start },
      { id: 'm2', kind: 'cue-end', fromWordId: first, toWordId: first, value: end },
    ] as const
  const before = { ...conversation(marks(1_000, 1_960)), frames: videoOfRate(25) }
  const retime = { kind: 'retime-transcript', id: 'e1', move: movedBy(30) } as const
  const { transcript, inverse } = expectEdit(before, retime, undefined, {
    durationMs: conversationMs + 1_000,
  })
  expect(transcript.marks).toEqual(marks(1_040, 2_000))
  expect(applyEdit(transcript, inverse).transcript).toEqual(before)
})
