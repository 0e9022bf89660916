import { cutDocument } from '#core/cut/cut-document'
import { findKeptSpans } from '#core/cut/find-kept-spans'
import type { DocumentWithExtras } from '#core/formats/format'
import type { Mark, Paragraph, Transcript, Word } from '#core/transcript/transcript'
import { table } from '../report/table.ts'
import type { BenchContext } from './section.ts'

const PARAGRAPHS = 5_000
const WORDS_EACH = 20
const WORD_MS = 280
const TIMES = 60

/**
 * What an edit costs with 100,000 words of two speakers and 5,000 cuts: the kept spans after it (at most 5 ms), and the document
 * of the cut (at most 150 ms).
 */
export function measureCut({ say }: BenchContext): Promise<string> {
  const { transcript, durationMs } = longTalk()
  const levels = Uint8Array.from({ length: durationMs / 10 }, (_, at) => (at * 7_919) % 97)
  const loudness = { grainMs: 10, levels }
  let now: Transcript = transcript
  const find = () => findKeptSpans({ transcript: now, durationMs, rate: 48_000, loudness })
  const first = timed(find)
  const rows: (string | number)[][] = [['kept spans, the first time', first, first, first]]
  const edits: readonly (readonly [name: string, change: (at: number) => Transcript])[] = [
    ['after a word is cut', (at) => ({ ...now, marks: [...now.marks, cutMark(at, 9, 9)] })],
    ['after a word is typed', (at) => withTyped(now, at)],
    ['after a cut is restored', (at) => ({ ...now, marks: now.marks.toSpliced(at, 1) })],
  ]
  for (const [name, change] of edits) {
    say(name)
    const ms = Array.from({ length: TIMES }, (_, at) => {
      now = change(1_000 + 7 * at)
      return timed(find)
    })
    rows.push([`kept spans ${name}`, ...statistics(ms)])
  }
  const document: DocumentWithExtras = {
    recording: { title: '', fileName: '', durationMs, sha256: '' },
    transcript: now,
  }
  say('document')
  const { kept } = find()
  rows.push([
    'the document of the cut',
    ...statistics(Array.from({ length: 20 }, () => timed(() => cutDocument(document, kept)))),
  ])
  return Promise.resolve(table(['100,000 words, 5,000 cuts', 'median, ms', '95 %, ms', 'most, ms'], rows))
}

function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return Number((performance.now() - start).toFixed(1))
}

function statistics(ms: readonly number[]): [median: number, most95: number, most: number] {
  const sorted = ms.toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0
  return [at(0.5), at(0.95), at(1)]
}

function cutMark(paragraph: number, from: number, to: number): Mark {
  const id = `p${paragraph}`
  return {
    id: `cut ${id}.${from}`,
    kind: 'cut',
    fromWordId: `${id}.${from}`,
    toWordId: `${id}.${to}`,
    value: { reason: 'person' },
  }
}

function withTyped(transcript: Transcript, at: number): Transcript {
  const paragraph = transcript.paragraphs[at]
  if (paragraph === undefined) return transcript
  const words = paragraph.words.map((word, place) =>
    place === 3 ? { ...word, text: `${word.text}s` } : word,
  )
  return { ...transcript, paragraphs: transcript.paragraphs.with(at, { ...paragraph, words }) }
}

function longTalk(): { readonly transcript: Transcript; readonly durationMs: number } {
  let atMs = 0
  const paragraphs = Array.from({ length: PARAGRAPHS }, (_, number): Paragraph => {
    const words = Array.from({ length: WORDS_EACH }, (_word, place): Word => {
      const startMs = atMs
      atMs += WORD_MS + (place % 5 === 0 ? 200 : 0)
      return {
        id: `p${number}.${place}`,
        before: ' ',
        text: place === WORDS_EACH - 1 ? 'end.' : 'word',
        startMs,
        endMs: startMs + 250,
        confidence: 0.9,
        origin: 'recognised',
      }
    })
    return { id: `p${number}`, speakerId: `s${number % 2}`, language: 'en', kind: 'speech', words }
  })
  const transcript: Transcript = {
    id: '',
    recordingId: '',
    language: 'en',
    run: { program: '', version: '', models: [], settings: {} },
    speakers: [],
    turns: [],
    paragraphs,
    marks: paragraphs.map((_, number) => cutMark(number, 5, 6)),
  }
  return { transcript, durationMs: atMs }
}
