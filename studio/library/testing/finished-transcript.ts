import type { Speaker } from '#core/transcript/transcript'
import type { Library } from '../library.ts'
import { paragraph, run, speaker } from './fixtures.ts'

interface Finished {
  /** A transcript with another key is a different one. */
  readonly key: string
  readonly text: string
  readonly speakers?: readonly Speaker[]
  readonly settings?: Readonly<Record<string, number | string>>
}

/** Begins a transcript with one paragraph `p-KEY`, like a job; returns its id. */
export async function begunTranscriptOf(
  library: Library,
  recordingId: string,
  { key, text, speakers = [speaker('s1')], settings = { track: 0 } }: Finished,
): Promise<string> {
  const job = await library.requestJob({ recordingId, kind: 'transcribe', settings, settingsKey: key })
  const about = { recordingId, jobId: job.id, language: 'en', settingsKey: key }
  const { id } = await library.startTranscript({ ...about, run: { ...run, settings } })
  await library.saveSpeakersAndTurns(id, speakers, [], [])
  await library.putParagraphs(id, [paragraph(`p-${key}`, text, 0, { speakerId: speakers[0]?.id ?? null })])
  return id
}

/** Like `begunTranscriptOf`, then finishes it like a job. */
export async function finishedTranscript(
  library: Library,
  recordingId: string,
  finished: Finished,
): Promise<string> {
  const id = await begunTranscriptOf(library, recordingId, finished)
  await library.finishTranscript(id)
  return id
}

/** Redacts the word at that index in the first paragraph, like a person. */
export async function redactWord(library: Library, transcriptId: string, at: number): Promise<void> {
  const id = (await library.transcript(transcriptId)).paragraphs[0]?.words[at]?.id ?? ''
  const mark = { id: `m${at}`, kind: 'redaction' as const, value: null, fromWordId: id, toWordId: id }
  await library.applyEdits(transcriptId, [{ kind: 'set-mark', id: `e${at}`, mark }], { baseNumber: 0 })
}
