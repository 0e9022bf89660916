import { expect, it } from 'vitest'
import type { Edit } from '#core/edits/edit'
import type { CaptionTiming } from '#core/transcript/transcript'
import { corrected } from '../testing/corrected-transcript.ts'

const later = (offsetMs: number): CaptionTiming => ({ offsetMs, ratio: 1 })
const set = (id: string, timing: CaptionTiming | null): Edit => ({ kind: 'set-caption-timing', id, timing })

it('the timing of captions is stored, undone and redone, and sent to pages with the transcript', () => {
  const { calls, transcriptId, transcript, make } = corrected()
  const stored = () => calls.store.row('SELECT caption_timing AS timing FROM transcripts')
  expect(calls.transcriptState(transcriptId)).not.toHaveProperty('captionTiming')
  const outcome = make(0, set('e1', later(700)))
  const undo = { stepId: 'e1', kind: 'set-caption-timing' }
  expect(outcome).toMatchObject({ asSent: true, paragraphIds: [], undo })
  expect(transcript().captionTiming).toEqual(later(700))
  expect(calls.transcriptState(transcriptId).captionTiming).toEqual(later(700))
  expect(calls.transcriptUpdate(transcriptId, []).captionTiming).toEqual(later(700))
  calls.undo(transcriptId, 'u')
  expect(stored()).toEqual({ timing: null })
  expect(transcript()).not.toHaveProperty('captionTiming')
  calls.redo(transcriptId, 'r')
  expect(stored()).toEqual({ timing: JSON.stringify(later(700)) })
  make(3, set('e2', null))
  expect(stored()).toEqual({ timing: null })
})

it('words that move are stored, and undone exactly, also while another window types', () => {
  const { calls, transcriptId, transcript, make, typed, texts } = corrected()
  make(0, set('e1', later(40)))
  const before = transcript()
  const text = typed('e3', 'p1', 'one too three')
  make(1, { kind: 'retime-transcript', id: 'e2', move: later(300) })
  const words = () => transcript().paragraphs.flatMap(({ words: own }) => own.map(({ startMs }) => startMs))
  const moved = before.paragraphs.flatMap(({ words: own }) => own.map(({ startMs }) => startMs + 340))
  expect(words()).toEqual(moved)
  expect(transcript()).not.toHaveProperty('captionTiming')
  expect(make(1, text)).toMatchObject({ asSent: false, refused: [] })
  expect(texts()[0]).toBe('one too three')
  expect(words()).toEqual(moved)
  calls.undo(transcriptId, 'u1')
  calls.undo(transcriptId, 'u2')
  expect(transcript()).toEqual(before)
})
