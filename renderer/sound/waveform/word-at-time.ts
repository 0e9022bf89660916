import type { Paragraph, Transcript } from '#core/transcript/transcript'

export interface WordAtTime {
  readonly paragraphIndex: number
  readonly paragraphId: string
  readonly wordIndex: number
  readonly wordId: string
  /** False in a pause: the word is the last one before it. */
  readonly sounding: boolean
}

interface WordTimes {
  readonly starts: Float64Array
  readonly ends: Float64Array
}

/** Paragraphs are immutable, so the columns of each are computed once. */
const columns = new WeakMap<Paragraph, WordTimes>()

function timesOf(paragraph: Paragraph): WordTimes {
  const known = columns.get(paragraph)
  if (known !== undefined) return known
  const { words } = paragraph
  const times = { starts: new Float64Array(words.length), ends: new Float64Array(words.length) }
  for (const [index, word] of words.entries()) {
    times.starts[index] = word.startMs
    times.ends[index] = word.endMs
  }
  columns.set(paragraph, times)
  return times
}

/** Number of values that are at most `value`; `values` is ascending. */
export function countUpTo(values: Float64Array, value: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] ?? Infinity) <= value) low = middle + 1
    else high = middle
  }
  return low
}

/** Finds the word at a time: two binary searches over flat arrays, rebuilt only for what changed. */
export class WordIndex {
  #paragraphs: readonly Paragraph[] = []
  /** Paragraphs that have words, in order of start. */
  #order = new Int32Array()
  #starts = new Float64Array()
  /** The latest end of this paragraph and all before it: speakers overlap. */
  #latestEnds = new Float64Array()

  update({ paragraphs }: Pick<Transcript, 'paragraphs'>): void {
    if (paragraphs === this.#paragraphs) return
    this.#paragraphs = paragraphs
    const spoken = paragraphs
      .map((paragraph, index) => ({ index, startMs: paragraph.words[0]?.startMs }))
      .filter((entry): entry is { index: number; startMs: number } => entry.startMs !== undefined)
      .sort((a, b) => a.startMs - b.startMs)
    this.#order = Int32Array.from(spoken, ({ index }) => index)
    this.#starts = Float64Array.from(spoken, ({ startMs }) => startMs)
    this.#latestEnds = new Float64Array(spoken.length)
    let latest = -Infinity
    for (const [place, { index }] of spoken.entries()) {
      latest = Math.max(latest, paragraphs[index]?.words.at(-1)?.endMs ?? latest)
      this.#latestEnds[place] = latest
    }
  }

  /**
   * The word at `ms`; during overlap, that of the paragraph that began last; in a pause, the last word before it. Null
   * before the first word.
   */
  at(ms: number): WordAtTime | null {
    const last = countUpTo(this.#starts, ms) - 1
    let latest: WordAtTime | null = null
    let transcribedUntilMs = -Infinity
    for (let place = last; place >= 0; place--) {
      const paragraphIndex = this.#order[place] ?? 0
      const paragraph = this.#paragraphs[paragraphIndex]
      if (paragraph === undefined) break
      const { starts, ends } = timesOf(paragraph)
      const wordIndex = countUpTo(starts, ms) - 1
      const endMs = ends[wordIndex] ?? -Infinity
      if (latest === null || endMs > transcribedUntilMs) {
        const wordId = paragraph.words[wordIndex]?.id ?? ''
        latest = { paragraphIndex, paragraphId: paragraph.id, wordIndex, wordId, sounding: ms < endMs }
        transcribedUntilMs = endMs
      }
      // No earlier word is still being said, or was said later than this one.
      if (latest.sounding || (this.#latestEnds[place - 1] ?? -Infinity) <= transcribedUntilMs) break
    }
    return latest
  }
}
