import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readRecordings } from '../evaldata/recordings.ts'
import { projectRoot } from '../project-root.ts'

/** A recording with its reference text, for doubts. */
export interface DoubtRecording {
  readonly name: string
  readonly path: string
  readonly language: string
  readonly seconds: number
  readonly reference: string
  /** Distant or overlapping voices, noise, accents: where the recognizer makes most errors. */
  readonly isHard: boolean
}

/** Conversations without a real person's voice, written for this project. */
export const SAMPLES: readonly (readonly [folder: string, name: string])[] = [
  ['resources/samples', 'conversation-en'],
  ['resources/samples', 'conversation-fr'],
  ['fixtures/speech', 'meeting-en'],
  ['fixtures/speech', 'one-voice-20s-en'],
  ['fixtures/speech', 'one-voice-20s-fr'],
  ['fixtures/speech', 'two-voices-8s-en'],
]

interface SampleFacts {
  readonly language: string
  readonly durationMs: number
  readonly words: readonly { readonly text: string; readonly startMs: number }[]
}

/** Our own samples, whose words are known exactly. */
export function readSamples(): DoubtRecording[] {
  return SAMPLES.map(([folder, name]) => {
    const file = path.join(projectRoot, folder, name)
    const { language, durationMs, words } = JSON.parse(readFileSync(`${file}.json`, 'utf8')) as SampleFacts
    return {
      name,
      path: `${file}.opus`,
      language,
      seconds: durationMs / 1000,
      reference: words.map(({ text }) => text).join(' '),
      isHard: false,
    }
  })
}

/** The open set; meetings and phone calls count as hard. */
export function readOpenSet(evaldata: string): DoubtRecording[] {
  return readRecordings(evaldata)
    .filter(({ path: file }) => existsSync(file))
    .map(({ name, path: file, language, seconds, reference, kind }) => ({
      name: path.parse(name).name,
      path: file,
      language,
      seconds,
      reference,
      isHard: kind === 'meeting' || kind === 'phone',
    }))
}
