import type { Paragraph } from '#core/transcript/transcript'
import { createHash } from 'node:crypto'
import path from 'node:path'
import { openLibrary } from '#studio/library/open'
import { processIdentity } from '#studio/library/process-liveness'
import { type SyntheticText, syntheticText } from '../editor/synthetic-transcript.ts'

/** Texts that differ; more of them would only make the filling slower. */
const DIFFERENT_TEXTS = 20
const WORD_MS = 360

export interface ManyRecordings {
  readonly recordings: number
  readonly wordsEach: number
}

/** Fills the library in `folder` with finished transcripts, oldest first, and answers with the ids of its recordings. */
export async function makeManyRecordings(
  folder: string,
  { recordings, wordsEach }: ManyRecordings,
): Promise<string[]> {
  const texts = Array.from({ length: DIFFERENT_TEXTS }, (_, index) =>
    syntheticText({
      words: wordsEach + index,
      paragraphs: Math.ceil(wordsEach / 40),
      speakers: 3,
      durationMs: wordsEach * WORD_MS,
    }),
  )
  const library = await openLibrary(folder)
  try {
    const ids: string[] = []
    for (let number = 1; number <= recordings; number += 1) {
      const sha256 = createHash('sha256').update(`recording ${number}`).digest('hex')
      const { id: recordingId } = await library.addRecording({
        path: path.join(folder, `meeting ${number}.mp3`),
        fileName: `meeting ${number}.mp3`,
        title: `Meeting ${number}`,
        bytes: 1_000_000,
        mtimeMs: number,
        sha256,
        media: { container: 'mp3', hasVideo: false, tracks: [] },
      })
      ids.push(recordingId)
      const { durationMs } = { durationMs: wordsEach * WORD_MS }
      await library.saveTrack({
        recordingId,
        index: 0,
        durationMs,
        sampleCount: durationMs * 16,
        pcmSha256: sha256,
        codec: 'mp3',
      })
      await saveText(library, recordingId, texts[number % DIFFERENT_TEXTS] as SyntheticText)
    }
    return ids
  } finally {
    await library.close()
  }
}

async function saveText(
  library: Awaited<ReturnType<typeof openLibrary>>,
  recordingId: string,
  text: SyntheticText,
): Promise<void> {
  const settings = { language: 'en', model: 'whisper-base', speakers: null, quick: false, track: 0 }
  const job = await library.requestJob({
    recordingId,
    kind: 'transcribe',
    settings,
    settingsKey: 'synthetic',
  })
  const claim = await library.claimJob(job.id, processIdentity())
  if (!('lease' in claim)) throw new Error('the new library is not free')
  const { lease } = claim
  const { id } = await library.startTranscript({
    recordingId,
    jobId: job.id,
    language: 'en',
    run: { program: 'parolo', version: '0', models: [], settings: {} },
    settingsKey: 'synthetic',
    lease,
  })
  await library.saveSpeakersAndTurns(id, text.speakers, text.turns, [], lease)
  const changed: readonly Paragraph[] = text.paragraphs
  await library.arrangeParagraphs(id, {
    order: changed.map((paragraph) => paragraph.id),
    changed,
    editNumber: 0,
    lease,
  })
  await library.finishTranscript(id, lease)
  await library.finishJob(lease)
}
