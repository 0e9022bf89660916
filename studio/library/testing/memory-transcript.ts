import Database from 'better-sqlite3'
import type { Transcript } from '#core/transcript/transcript'
import { migrate } from '../database/migrate.ts'
import { migrations } from '../database/migrations/migrations.ts'
import type { LibraryEvent } from '../library-event.ts'
import { Store } from '../database/store.ts'
import { unpackTranscript } from '../stored-transcript.ts'
import { createEditCalls } from '../tables/transcripts/edits.ts'
import { createEventCalls } from '../tables/events.ts'
import { createImportedTranscriptCalls } from '../tables/results/imported-transcripts.ts'
import { createRecordingCalls } from '../tables/recordings/recordings.ts'
import { createTranscriptCalls } from '../tables/transcripts/transcripts.ts'

/** The calls that a transcript needs: loading those of all tables takes longer than most tests. */
type TranscriptCalls = ReturnType<typeof openInMemory>

/** A transcript in the tables of a library that is only in memory. */
export interface MemoryTranscript {
  readonly id: string
  readonly calls: TranscriptCalls
  /** As it is stored now. */
  readonly read: () => Transcript
  /** What was logged since the last call, in order. */
  readonly newEvents: () => readonly LibraryEvent[]
}

const LENGTH_MS = 12 * 3_600_000

/** One library for all transcripts of a file of tests: opening one takes longer than most of them. */
let library: TranscriptCalls | null = null
let stored = 0

/** Without a lock and without a file. */
function openInMemory() {
  const database = new Database(':memory:')
  migrate(database, migrations)
  database.pragma('foreign_keys = ON')
  const store = new Store('', database, null)
  const recordings = createRecordingCalls(store)
  return {
    ...createEditCalls(store),
    ...createEventCalls(store),
    ...createTranscriptCalls(store),
    ...createImportedTranscriptCalls(store, (recording) => recordings.addRecording(recording)),
  }
}

/** @param start gets an id from the library */
export function storeInMemory(start: Transcript): MemoryTranscript {
  const calls = (library ??= openInMemory())
  stored += 1
  const file = { title: 'talk', fileName: 'talk.mp3', sha256: `${stored}`.padStart(64, '0') }
  const facts = { ...file, durationMs: LENGTH_MS }
  const { transcriptId: id } = calls.importTranscript({
    recording: { ...file, path: `/${stored}/talk.mp3`, bytes: 1, mtimeMs: 1 },
    track: { index: 0, durationMs: LENGTH_MS },
    settingsKey: 'test',
    transcript: start,
    members: { extra: {}, facts: { given: facts, kept: facts } },
  })
  let seen = calls.lastEventNumber()
  return {
    id,
    calls,
    read: () => unpackTranscript(calls.storedTranscript(id)),
    newEvents() {
      const events = calls.eventsSince(seen)
      seen = events.at(-1)?.seq ?? seen
      return events.filter(({ touched }) => touched['transcriptId'] === id)
    },
  }
}
