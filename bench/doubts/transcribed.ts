import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { transcriptEvidence } from '#studio/doubt/transcript-evidence'
import { sha256OfFile } from '#studio/files/sha256-of-file'
import { openStudio } from '#studio/studio'
import type { DoubtEvidence } from '#core/doubt/evidence'
import type { Transcript } from '#core/transcript/transcript'
import { runParolo } from '../measure/parolo.ts'
import type { DoubtRecording } from './doubt-recordings.ts'

const run = promisify(execFile)

/** A recording, at its own or another speed, as transcribed by Parolo. */
export interface Transcribed {
  readonly recording: DoubtRecording
  /** 1: unchanged. */
  readonly speed: number
  readonly transcript: Transcript
  readonly evidence: DoubtEvidence
}

/**
 * Transcribes recordings at some speeds, with their language given, in a library in `folder`. Results of an
 * earlier run are reused.
 */
export async function transcribeAll(
  recordings: readonly DoubtRecording[],
  speeds: readonly number[],
  folder: string,
  say: (line: string) => void,
): Promise<Transcribed[]> {
  const library = path.join(folder, 'library')
  await mkdir(path.join(folder, 'sound'), { recursive: true })
  const files: { readonly recording: DoubtRecording; readonly speed: number; readonly file: string }[] = []
  for (const speed of speeds) {
    for (const recording of recordings) {
      files.push({ recording, speed, file: await atSpeed(recording, speed, folder) })
    }
  }
  for (const [language, its] of Map.groupBy(files, ({ recording }) => recording.language)) {
    say(`  ${its.length} recordings in ${language} …`)
    const paths = its.map(({ file }) => file)
    await runParolo(paths, { data: library, out: path.join(folder, 'out'), language })
  }
  const studio = await openStudio(library)
  try {
    const rows = await studio.library.recordings()
    const made: Transcribed[] = []
    for (const { recording, speed, file } of files) {
      // By its content: the library may know the same sound from another path.
      const sha256 = await sha256OfFile(file)
      const row = rows.find((one) => one.sha256 === sha256)
      const [facts] = row === undefined ? [] : await studio.library.transcriptsOf(row.id)
      if (facts === undefined) throw new Error(`${file} has no transcript`)
      const transcript = await studio.library.transcript(facts.id)
      made.push({ recording, speed, transcript, evidence: await transcriptEvidence(studio, transcript) })
    }
    return made
  } finally {
    await studio.close()
  }
}

/** The recording's own file, or one played faster or slower, including pitch. */
async function atSpeed(recording: DoubtRecording, speed: number, folder: string): Promise<string> {
  if (speed === 1) return recording.path
  const file = path.join(folder, 'sound', `${recording.name}@${speed}.wav`)
  const filter = `aresample=16000,asetrate=16000*${speed},aresample=16000`
  if (!existsSync(file)) {
    await run('ffmpeg', [
      '-nostdin',
      '-loglevel',
      'error',
      '-i',
      recording.path,
      '-ac',
      '1',
      '-af',
      filter,
      file,
    ])
  }
  return file
}
