import type { SampleRange } from '../chunks/plan.ts'
import type { Word } from '../transcript/transcript.ts'

const SAMPLES_A_MS = 16

/**
 * Words of one text of several chunks, by the chunk in which they are said: the middle of a word lies before or
 * after the middle of the pause between two chunks. Words keep their order, and as somebody speaks in each chunk,
 * each gets one at least where there are enough.
 * @param chunks in order of time, at least one
 */
export function handOut(words: readonly Word[], chunks: readonly SampleRange[]): Word[][] {
  const shares: Word[][] = chunks.map(() => [])
  const isEnough = words.length >= chunks.length
  let chunk = 0
  for (const [index, word] of words.entries()) {
    const middle = ((word.startMs + word.endMs) / 2) * SAMPLES_A_MS
    while (chunk < chunks.length - 1) {
      const isLater = middle >= borderAfter(chunks, chunk)
      const isEmpty = shares[chunk]?.length === 0
      const isNeeded = words.length - index < chunks.length - chunk
      if (isEnough ? isEmpty || !(isLater || isNeeded) : !isLater) break
      chunk++
    }
    shares[chunk]?.push(word)
  }
  return shares
}

function borderAfter(chunks: readonly SampleRange[], chunk: number): number {
  return ((chunks[chunk] as SampleRange).endSample + (chunks[chunk + 1] as SampleRange).startSample) / 2
}
