import { endsSentence } from '../fillers/find-fillers.ts'
import type { TimeSpan } from '../transcript/time-span.ts'
import type { CutParagraph, SpokenTimes } from './cut-runs.ts'
import { firstAbove } from './first-above.ts'

/** When words that are not cut are said, of whatever speaker or track. */
export class KeptWords {
  /** By start. */
  readonly #paragraphs: readonly CutParagraph[]
  /** The latest end of the paragraphs up to each. */
  readonly #reaches: Float64Array

  constructor(paragraphs: readonly CutParagraph[]) {
    this.#paragraphs = inOrder(paragraphs)
    this.#reaches = new Float64Array(paragraphs.length)
    let reach = -Infinity
    for (let place = 0; place < this.#paragraphs.length; place += 1) {
      reach = Math.max(reach, this.#paragraphs[place]?.endMs ?? reach)
      this.#reaches[place] = reach
    }
  }

  /** The times between two times in which kept words are said, in order and united; not clipped. */
  between(startMs: number, endMs: number): readonly TimeSpan[] {
    const found: { startMs: number; endMs: number }[] = []
    this.#each(startMs, endMs, (times, at) =>
      found.push({ startMs: times.starts[at] ?? 0, endMs: times.ends[at] ?? 0 }),
    )
    found.sort((a, b) => a.startMs - b.startMs)
    const united: { startMs: number; endMs: number }[] = []
    for (const span of found) {
      const last = united.at(-1)
      if (last !== undefined && span.startMs <= last.endMs) last.endMs = Math.max(last.endMs, span.endMs)
      else united.push(span)
    }
    return united
  }

  /** The paragraphs that are said between two times: as long as they are the same objects, so are their words. */
  paragraphsBetween(startMs: number, endMs: number): readonly CutParagraph[] {
    const found: CutParagraph[] = []
    for (let place = firstAbove(this.#reaches, startMs); place < this.#paragraphs.length; place += 1) {
      const paragraph = this.#paragraphs[place] as CutParagraph
      if (paragraph.startMs >= endMs) break
      if (paragraph.endMs > startMs) found.push(paragraph)
    }
    return found
  }

  /** Whether the same paragraphs are said between two times as at another time. */
  hasSameBetween(startMs: number, endMs: number, before: readonly CutParagraph[]): boolean {
    let count = 0
    for (let place = firstAbove(this.#reaches, startMs); place < this.#paragraphs.length; place += 1) {
      const paragraph = this.#paragraphs[place] as CutParagraph
      if (paragraph.startMs >= endMs) break
      if (paragraph.endMs <= startMs) continue
      if (before[count] !== paragraph) return false
      count += 1
    }
    return count === before.length
  }

  /** Whether a kept word is said between two times. */
  hasBetween(startMs: number, endMs: number): boolean {
    let has = false
    this.#each(startMs, endMs, () => (has = true))
    return has
  }

  /** Whether a kept word that starts at this time begins a sentence. */
  beginsSentence(startMs: number): boolean {
    let begins = false
    this.#each(startMs, startMs + 1, ({ starts, places, words }, at) => {
      const before = words[(places[at] ?? 0) - 1]
      begins ||= starts[at] === startMs && (before === undefined || endsSentence(before.text))
    })
    return begins
  }

  #each(startMs: number, endMs: number, take: (times: SpokenTimes, at: number) => void): void {
    for (const { kept } of this.paragraphsBetween(startMs, endMs)) {
      const { starts, ends, reaches } = kept
      for (let at = firstAbove(reaches, startMs); at < starts.length && (starts[at] ?? 0) < endMs; at += 1)
        if ((ends[at] ?? 0) > startMs) take(kept, at)
    }
  }
}

/** Paragraphs of several speakers are in the order of reading, which is mostly that of time. */
function inOrder(paragraphs: readonly CutParagraph[]): readonly CutParagraph[] {
  let last = -Infinity
  for (const { startMs } of paragraphs) {
    if (!(startMs >= last && startMs < Infinity))
      return paragraphs
        .filter((paragraph) => paragraph.startMs < Infinity)
        .toSorted((a, b) => a.startMs - b.startMs)
    last = startMs
  }
  return paragraphs
}
