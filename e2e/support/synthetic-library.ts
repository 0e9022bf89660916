import { createHash } from 'node:crypto'
import { copyFile, mkdir, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ffmpeg } from '../../cli/testing/ffmpeg.ts'
import type { Edit } from '#core/edits/edit'
import { legalFileName } from '#core/formats/legal-file-name'
import type { Paragraph } from '#core/transcript/transcript'
import type { Library } from '#studio/library/library'
import { openLibrary } from '#studio/library/open'
import { soundFiles } from '#studio/sound/decode'
import { syntheticText, type SyntheticSize } from './synthetic-transcript.ts'

export interface SyntheticRecording {
  readonly recordingId: string
  readonly transcriptId: string
}

/**
 * A library in `folder` with one finished transcript of that size, with a sound to play (a quiet hum, made by
 * ffmpeg) and peaks to draw, as if written by the program. `cuts`: of a word each, all over the text.
 */
export async function makeSyntheticLibrary(
  folder: string,
  size: SyntheticSize,
  title = 'A long meeting',
  cuts = 0,
): Promise<SyntheticRecording> {
  await mkdir(folder, { recursive: true })
  const original = path.join(folder, `${legalFileName(title, '', 'meeting')}.webm`)
  await hum(original, size.durationMs / 1000)
  const library = await openLibrary(folder)
  try {
    const { size: bytes, mtimeMs } = await stat(original)
    const sha256 = createHash('sha256').update(`${title} ${size.words}`).digest('hex')
    const recording = await library.addRecording({
      path: original,
      fileName: path.basename(original),
      title,
      bytes,
      mtimeMs,
      sha256,
    })
    const files = soundFiles(path.join(folder, 'cache'), recording.id, 0)
    await mkdir(path.dirname(files.pcm), { recursive: true })
    await writeFile(files.peaks, outline(size.durationMs))
    await copyFile(original, files.proxy)
    await library.saveTrack({
      recordingId: recording.id,
      index: 0,
      durationMs: size.durationMs,
      sampleCount: size.durationMs * 16,
      pcmSha256: sha256,
      codec: 'opus',
    })
    const job = await library.requestJob({
      recordingId: recording.id,
      kind: 'transcribe',
      settings: { language: 'en', model: 'whisper-base', speakers: null, quick: false, track: 0 },
      settingsKey: 'synthetic',
    })
    const claim = await library.claimJob(job.id, library.self)
    if (!('lease' in claim)) throw new Error('the new library is not free')
    const { lease } = claim
    const { id: transcriptId } = await library.startTranscript({
      recordingId: recording.id,
      jobId: job.id,
      language: 'en',
      run: { program: 'parolo', version: '0', models: [], settings: {} },
      settingsKey: 'synthetic',
      lease,
    })
    const text = syntheticText(size)
    await library.saveSpeakersAndTurns(transcriptId, text.speakers, text.turns, [], lease)
    await library.arrangeParagraphs(transcriptId, {
      order: text.paragraphs.map((paragraph) => paragraph.id),
      changed: text.paragraphs,
      editNumber: 0,
      lease,
    })
    await library.finishTranscript(transcriptId, lease)
    await library.finishJob(lease)
    if (cuts > 0) await cutWords(library, transcriptId, text.paragraphs, cuts)
    return { recordingId: recording.id, transcriptId }
  } finally {
    await library.close()
  }
}

async function cutWords(
  library: Library,
  transcriptId: string,
  paragraphs: readonly Paragraph[],
  count: number,
): Promise<void> {
  const words = paragraphs.flatMap((paragraph) => paragraph.words)
  const edits = Array.from({ length: count }, (_, index): Edit[] => {
    const word = words[Math.floor((index * words.length) / count)]
    if (word === undefined) return []
    const of = { fromWordId: word.id, toWordId: word.id, value: { reason: 'person' } } as const
    return [{ kind: 'set-mark', id: `cut ${index}`, mark: { id: `cut ${index}`, kind: 'cut', ...of } }]
  }).flat()
  const facts = await library.transcriptFacts(transcriptId)
  await library.applyEdits(transcriptId, edits, { baseNumber: facts?.editNumber ?? 0, stepId: 'cuts' })
}

/** One minute is encoded and then repeated without encoding: three hours would take minutes. */
async function hum(file: string, seconds: number): Promise<void> {
  const minute = `${file}.minute.webm`
  const source = 'sine=frequency=220:sample_rate=16000:duration=60'
  const opus = ['-filter:a', 'volume=0.05', '-c:a', 'libopus', '-b:a', '12k']
  await ffmpeg('-f', 'lavfi', '-i', source, ...opus, minute)
  await ffmpeg('-stream_loop', '-1', '-i', minute, '-t', String(seconds), '-c', 'copy', '-f', 'webm', file)
  await rm(minute)
}

/** Lowest and highest sample of each 10 ms, as from the decoder: it rises and falls like speech. */
function outline(durationMs: number): Int8Array {
  const pairs = new Int8Array(Math.ceil(durationMs / 10) * 2)
  for (let index = 0; index < pairs.length; index += 2) {
    const height = Math.round(60 * Math.abs(Math.sin(index / 61) * Math.sin(index / 733)))
    pairs[index] = -height
    pairs[index + 1] = height
  }
  return pairs
}
