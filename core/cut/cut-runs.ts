import { paragraphSpan } from '../transcript/paragraph-span.ts'
import type { TimeSpan } from '../transcript/time-span.ts'
import type { Paragraph, Transcript, Word } from '../transcript/transcript.ts'
import { type CutMark, cutMarkIndex } from './cut-mark-index.ts'

/** Words of one paragraph that follow one another and that one mark cuts; places in its words, both included. */
export interface CutRun {
  readonly mark: CutMark
  readonly from: number
  readonly to: number
  /** Whether the mark begins, and ends, with it: otherwise it goes on in another paragraph. */
  readonly isFirst: boolean
  readonly isLast: boolean
}

/** A paragraph's cut words, and when its others are said. From the first start to the last end of all its words. */
export interface CutParagraph extends TimeSpan {
  readonly runs: readonly CutRun[]
  readonly kept: SpokenTimes
}

/** When words are said, by start. */
export interface SpokenTimes {
  readonly starts: Float64Array
  readonly ends: Float64Array
  /** The latest end up to each word: words of an imported text may be nested in one another. */
  readonly reaches: Float64Array
  /** Places in the paragraph's words. */
  readonly places: Int32Array
  readonly words: readonly Word[]
}

interface Known {
  readonly marks: readonly CutMark[]
  readonly made: CutParagraph
}

/** Neither paragraphs nor marks change in place. */
const known = new WeakMap<Paragraph, Known>()

/** The cut words of single paragraphs; after an edit only those that are new are read. */
export function cutParagraphs({
  paragraphs,
  marks,
}: Pick<Transcript, 'paragraphs' | 'marks'>): (paragraph: Paragraph) => CutParagraph {
  const marksOf = cutMarkIndex(paragraphs, marks)
  return (paragraph) => {
    const own = marksOf(paragraph)
    const before = known.get(paragraph)
    if (before !== undefined && hasSame(before.marks, own)) return before.made
    const made = readParagraph(paragraph, own)
    known.set(paragraph, { marks: own, made })
    return made
  }
}

const hasSame = (a: readonly CutMark[], b: readonly CutMark[]): boolean =>
  a === b || (a.length === b.length && a.every((mark, place) => mark === b[place]))

/** Up to so many marks are looked for one by one. */
const FEW = 4

function readParagraph(paragraph: Paragraph, marks: readonly CutMark[]): CutParagraph {
  const { words } = paragraph
  const span = paragraphSpan(paragraph)
  if (marks.length === 0) return { ...span, runs: [], kept: spokenTimes(paragraph, null) }
  const places = marks.length <= FEW ? null : new Map(words.map(({ id }, place) => [id, place]))
  const placeOf = (wordId: string): number =>
    places?.get(wordId) ?? words.findIndex(({ id }) => id === wordId)
  const isCut = new Uint8Array(words.length)
  const runs = marks.flatMap((mark): CutRun[] => {
    const [from, to] = [placeOf(mark.fromWordId), placeOf(mark.toWordId)]
    const run = { from: Math.max(0, from), to: to < 0 ? words.length - 1 : to }
    if (run.to < run.from) return []
    isCut.fill(1, run.from, run.to + 1)
    return [{ ...run, mark, isFirst: from >= 0, isLast: to >= 0 }]
  })
  // Whatever was edited before, the same marks are in the same order.
  runs.sort((a, b) => a.from - b.from || a.to - b.to || (a.mark.id < b.mark.id ? -1 : 1))
  return { ...span, runs, kept: spokenTimes(paragraph, isCut) }
}

/** Notes and descriptions of sounds are not said: they keep no sound. */
function spokenTimes({ kind, words }: Paragraph, isCut: Uint8Array | null): SpokenTimes {
  const places: number[] = []
  let isSorted = true
  let last = -Infinity
  if (kind === 'speech')
    for (const [place, { startMs, endMs }] of words.entries()) {
      if (isCut?.[place] === 1 || endMs <= startMs) continue
      places.push(place)
      isSorted &&= startMs >= last
      last = startMs
    }
  const startOf = (place: number): number => words[place]?.startMs ?? 0
  if (!isSorted) places.sort((a, b) => startOf(a) - startOf(b))
  const times = {
    starts: new Float64Array(places.length),
    ends: new Float64Array(places.length),
    reaches: new Float64Array(places.length),
    places: Int32Array.from(places),
    words,
  }
  let reach = -Infinity
  for (const [at, place] of places.entries()) {
    const { startMs, endMs } = words[place] as Word
    reach = Math.max(reach, endMs)
    times.starts[at] = startMs
    times.ends[at] = endMs
    times.reaches[at] = reach
  }
  return times
}

/** Ids of all words that are cut. */
export function cutWordIds(transcript: Pick<Transcript, 'paragraphs' | 'marks'>): ReadonlySet<string> {
  const ids = new Set<string>()
  const cutOf = cutParagraphs(transcript)
  for (const paragraph of transcript.paragraphs)
    for (const { from, to } of cutOf(paragraph).runs)
      for (const { id } of paragraph.words.slice(from, to + 1)) ids.add(id)
  return ids
}
