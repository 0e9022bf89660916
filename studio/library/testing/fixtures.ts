import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Paragraph, Run, Speaker, Word } from '#core/transcript/transcript'
import { createLibraryCalls } from '../worker/library-calls.ts'
import type { Library } from '../library.ts'
import { joinLibrary } from '../lock/open-processes.ts'
import { openStore } from '../database/open-store.ts'
import { openLibrary } from '../open.ts'
import type { NewRecording } from '../tables/recordings/recordings.ts'

/** A folder for one test, with a space in its name; deleted after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parolo library '))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The calls without a worker, on a new library unless a folder is given. */
export function openedCalls(folder = temporaryFolder()) {
  const { store, report } = openStore(folder)
  onTestFinished(() => {
    if (store.database.open) store.close()
  })
  const { self, leave } = joinLibrary(folder)
  onTestFinished(leave)
  return { ...createLibraryCalls(store), store, folder, report, self }
}

export async function openedLibrary(folder = temporaryFolder()): Promise<Library> {
  const library = await openLibrary(folder)
  onTestFinished(() => library.close())
  return library
}

export function newRecording(name: string, changes: Partial<NewRecording> = {}): NewRecording {
  return {
    path: `/recordings/${name}.mp3`,
    fileName: `${name}.mp3`,
    title: name,
    bytes: 1000,
    mtimeMs: 1_700_000_000_000.5,
    sha256: sha256Of(name),
    ...changes,
  }
}

/** Looks like a hash, differs for each name. */
export function sha256Of(name: string): string {
  return Buffer.from(name.padEnd(32, '.')).toString('hex').slice(0, 64)
}

export const run: Run = {
  program: 'parolo',
  version: '0.0.0',
  models: [{ role: 'recogniser', id: 'a-model', sha256: 'abc' }],
  settings: { quick: true },
}

export function speaker(id: string, name: string | null = null, colour = 0): Speaker {
  return { id, name, colour, groupId: null }
}

/** A paragraph with one word for each of the text's, half a second each. */
export function paragraph(
  id: string,
  text: string,
  startMs = 0,
  changes: Partial<Paragraph> = {},
): Paragraph {
  const words = text.split(' ').map((word, index): Word => ({
    id: `${id}w.${index}`,
    before: index === 0 ? '' : ' ',
    text: word,
    startMs: startMs + index * 500,
    endMs: startMs + index * 500 + 400,
    confidence: index % 2 === 0 ? 0.96 : null,
    origin: 'recognised',
  }))
  return { id, speakerId: null, language: 'en', kind: 'speech', words, ...changes }
}

type Calls = ReturnType<typeof createLibraryCalls>

/** A recording with a running job and the transcript that it has begun. */
export function begunTranscript(calls: Calls, name = 'meeting') {
  const recording = calls.addRecording(newRecording(name))
  const job = calls.requestJob({
    recordingId: recording.id,
    kind: 'transcribe',
    settings: {},
    settingsKey: 'k1',
  })
  const { id } = calls.startTranscript({
    recordingId: recording.id,
    jobId: job.id,
    language: 'en',
    run,
    settingsKey: 'k1',
  })
  return { recording, job, transcriptId: id }
}
