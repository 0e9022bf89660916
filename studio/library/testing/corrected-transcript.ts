import type { Edit } from '#core/edits/edit'
import { replaceTextEdit } from '#core/edits/kinds/replace-text'
import { paragraphText } from '#core/transcript/transcript'
import { unpackTranscript } from '../stored-transcript.ts'
import { begunTranscript, openedCalls, paragraph, speaker } from './fixtures.ts'

/** A transcript of two paragraphs, two speakers and a turn, and helpers for tests of edits on it. */
export function corrected() {
  const calls = openedCalls()
  const { transcriptId, job } = begunTranscript(calls)
  calls.saveSpeakersAndTurns(
    transcriptId,
    [speaker('s1'), speaker('s2')],
    [{ speakerId: 's1', startMs: 0, endMs: 2000 }],
    [new Float32Array([1]), new Float32Array([2])],
  )
  calls.putParagraphs(transcriptId, [
    paragraph('p1', 'one two three', 0, { speakerId: 's1' }),
    paragraph('p2', 'four five six', 5000, { speakerId: 's2' }),
  ])
  const transcript = () => unpackTranscript(calls.storedTranscript(transcriptId))
  const texts = () => transcript().paragraphs.map(paragraphText)
  const make = (baseNumber: number, ...edits: Edit[]) => calls.applyEdits(transcriptId, edits, { baseNumber })
  /** A text edit as made by a page that sees the current transcript. */
  const typed = (id: string, paragraphId: string, text: string) =>
    replaceTextEdit(transcript(), { id, paragraphId, text })
  const rowNumbers = () =>
    calls.store.rows<{ id: string; number: number; position: number }>(
      'SELECT id, number, position FROM paragraphs ORDER BY position',
    )
  return { calls, job, transcriptId, transcript, texts, make, typed, rowNumbers }
}

/** A text edit without the words seen by a page. */
export const replace = (id: string, paragraphId: string, text: string): Edit => ({
  kind: 'replace-text',
  id,
  paragraphId,
  text,
})

export const rename = (id: string, name: string): Edit => ({
  kind: 'rename-speaker',
  id,
  speakerId: 's2',
  name,
})
