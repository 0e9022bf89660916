import { readFileSync } from 'node:fs'
import type { Paragraph, Transcript } from '../../transcript/transcript.ts'

interface Sample {
  readonly language: string
  readonly durationMs: number
  readonly speakers: readonly { readonly id: string; readonly name: string }[]
  readonly turns: readonly { readonly speaker: string; readonly startMs: number; readonly endMs: number }[]
  readonly words: readonly SampleWord[]
}

interface SampleWord {
  readonly text: string
  readonly startMs: number
  readonly endMs: number
  readonly speaker: string
}

/** One of the project's own conversations (`resources/samples`, `fixtures/speech`) as a transcript. */
export function sampleTranscript(path: string): Transcript & { readonly durationMs: number } {
  const file = new URL(`../../../${path}`, import.meta.url)
  const sample: Sample = JSON.parse(readFileSync(file, 'utf8'))
  const paragraphs = sample.turns.map((turn, index): Paragraph => ({
    id: `p${index}`,
    speakerId: turn.speaker,
    language: sample.language,
    kind: 'speech',
    words: sample.words
      .filter((word) => isInTurn(word, turn))
      .map((word, place) => ({
        id: `p${index}.${place}`,
        before: place === 0 ? '' : ' ',
        text: word.text.replace(/ (?=[?!;:»])/g, '\u202F'),
        startMs: word.startMs,
        endMs: word.endMs,
        confidence: null,
        origin: 'recognised',
      })),
  }))
  return {
    id: 't',
    recordingId: 'r',
    language: sample.language,
    run: { program: 'parolo', version: '0', models: [], settings: {} },
    speakers: sample.speakers.map(({ id, name }, colour) => ({ id, name, colour, groupId: null })),
    turns: sample.turns.map(({ speaker, startMs, endMs }) => ({ speakerId: speaker, startMs, endMs })),
    paragraphs,
    marks: [],
    durationMs: sample.durationMs,
  }
}

const isInTurn = (word: SampleWord, turn: Sample['turns'][number]): boolean =>
  word.speaker === turn.speaker && word.startMs >= turn.startMs && word.startMs < turn.endMs
