import { createHash } from 'node:crypto'
import { countPlaces } from '#core/doubt/count-places'
import { createLibraryCalls } from '#studio/library/worker/library-calls'
import { openStore } from '#studio/library/database/open-store'
import type { NewImportedTranscript } from '#studio/library/tables/results/imported-transcripts'
import type { TranscriptDocument } from '#core/transcript/document'
import { syntheticText } from '../../e2e/support/synthetic-transcript.ts'

/** Number of different texts; more would only slow the filling down. */
const DIFFERENT_TEXTS = 20
const WORD_MS = 360
/** Recordings per transaction: one write to disk for each would take most of the time. */
const RECORDINGS_AT_ONCE = 250

/** The `number`-th of many meetings with a number of words each, with three speakers. */
export function syntheticDocument(number: number, words: number): TranscriptDocument {
  const text = textOf(number % DIFFERENT_TEXTS, words)
  const title = `Meeting ${number}`
  return {
    recording: {
      title,
      fileName: `${title}.mp3`,
      durationMs: words * WORD_MS,
      sha256: createHash('sha256').update(title).digest('hex'),
    },
    transcript: {
      id: '',
      recordingId: '',
      language: 'en',
      run: { program: 'parolo', version: '0', models: [], settings: {} },
      ...text,
      marks: [],
    },
  }
}

const texts = new Map<string, ReturnType<typeof syntheticText>>()

function textOf(variant: number, words: number): ReturnType<typeof syntheticText> {
  const key = `${variant} ${words}`
  const known = texts.get(key)
  if (known !== undefined) return known
  const made = syntheticText({
    words: words + variant,
    paragraphs: Math.ceil(words / 40),
    speakers: 3,
    durationMs: words * WORD_MS,
  })
  texts.set(key, made)
  return made
}

/**
 * Adds the meetings `from` to `to` (excluded) as finished transcripts, with the library's own functions in
 * this thread.
 */
export function fillLibrary(folder: string, from: number, to: number, words: number): void {
  const { store } = openStore(folder)
  try {
    const calls = createLibraryCalls(store)
    for (let first = from; first < to; first += RECORDINGS_AT_ONCE) {
      store.change(() => {
        for (let number = first; number < Math.min(to, first + RECORDINGS_AT_ONCE); number += 1) {
          const document = syntheticDocument(number, words)
          const { transcriptId } = calls.importTranscript(imported(document))
          // As counted by the program when it was first shown.
          calls.keepEvidence(transcriptId, '{}')
          calls.savePlaces([{ transcriptId, version: 0, ...countPlaces(document.transcript, {}) }])
        }
      })
    }
  } finally {
    store.close()
  }
}

/** As the library accepts an imported document. */
export function imported({ recording, transcript }: TranscriptDocument): NewImportedTranscript {
  const { title, fileName, sha256, durationMs } = recording
  return {
    recording: { path: `/meetings/${fileName}`, fileName, title, bytes: 0, mtimeMs: 0, sha256 },
    track: { index: 0, durationMs },
    settingsKey: `file:${sha256.slice(0, 32)}`,
    transcript,
    members: { extra: {}, facts: { given: recording, kept: recording } },
  }
}
