import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { SAMPLES } from '../doubts/doubt-recordings.ts'
import { readRecordings, readTable, field } from '../evaldata/recordings.ts'
import { parseRttm, readTurns } from '../evaldata/turns.ts'
import { projectRoot } from '../project-root.ts'
import type { ScoredSpan, SpeakerTurn } from '../scoring/diarization-error.ts'
import type { SpokenWord } from '../scoring/wrong-speakers.ts'

/** A recording with known speaker turns. */
export interface SpeakerRecording {
  readonly name: string
  readonly path: string
  readonly language: string
  readonly seconds: number
  readonly turns: readonly SpeakerTurn[]
  readonly scored: readonly ScoredSpan[]
  readonly speakers: number
  /** Words with their speakers, in order of time; null if not annotated. */
  readonly words: readonly SpokenWord[] | null
  /** The voice of each speaker, for synthetic ones. */
  readonly voiceOf: ReadonlyMap<string, string>
}

interface SampleFacts {
  readonly language: string
  readonly durationMs: number
  readonly speakers: readonly { readonly id: string; readonly voice: string }[]
  readonly words: readonly { readonly text: string; readonly startMs: number; readonly speaker: string }[]
}

/** Our own samples. */
export function readSpeakerSamples(): SpeakerRecording[] {
  return SAMPLES.map(([folder, name]) => {
    const file = path.join(projectRoot, folder, name)
    const facts = JSON.parse(readFileSync(`${file}.json`, 'utf8')) as SampleFacts
    const turns = parseRttm(readFileSync(`${file}.rttm`, 'utf8'), name)
    const seconds = facts.durationMs / 1000
    return {
      name,
      path: `${file}.opus`,
      language: facts.language,
      seconds,
      turns,
      scored: [{ start: 0, end: seconds }],
      speakers: facts.speakers.length,
      words: facts.words.map(({ text, speaker }) => ({ text, speaker })),
      voiceOf: new Map(facts.speakers.map(({ id, voice }) => [id, voice])),
    }
  })
}

/** The meetings and the phone call of the open set. */
export function readSpeakerSet(evaldata: string): SpeakerRecording[] {
  return readRecordings(evaldata).flatMap((recording) => {
    const reference = readTurns(evaldata, recording)
    if (reference === null) return []
    const { name, path: file, language, seconds } = recording
    const words = file.replace(/\.wav$/u, '.words.tsv')
    return [
      {
        name,
        path: file,
        language,
        seconds,
        ...reference,
        words: existsSync(words)
          ? readTable(words).map((row) => ({ text: field(row, 'word'), speaker: field(row, 'speaker') }))
          : null,
        voiceOf: new Map<string, string>(),
      },
    ]
  })
}
