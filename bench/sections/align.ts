import { alignWords, type TimedText } from '#core/align/align-words'
import { table } from '../report/table.ts'
import type { BenchContext } from './section.ts'

/** Two hours of speech. */
const WORDS = 20_000
const UNSPOKEN = 1_000
const WORD_MS = 350

/**
 * A text of two hours aligned with the recognized text, at several error rates; words as frequent as in
 * speech.
 */
export async function measureAlign({ say }: BenchContext): Promise<string> {
  const rows: (string | number)[][] = []
  for (const errors of [0, 0.05, 0.3, 1]) {
    say(`${errors * 100} % errors`)
    const random = pseudorandom(7)
    const word = (): string => `w${Math.floor(5_000 ** random())}`
    const spoken = Array.from({ length: WORDS }, word)
    const recognized = spoken.flatMap((text, index): TimedText[] => {
      const startMs = index * WORD_MS
      const timed = (own: string): TimedText => ({ text: own, startMs, endMs: startMs + 300 })
      const kind = random()
      if (kind < errors / 3) return []
      return [timed(kind < errors ? word() : text)]
    })
    const given = spoken.toSpliced(WORDS / 2, 0, ...Array.from({ length: UNSPOKEN }, word))
    const start = performance.now()
    const { words, unspoken } = alignWords(given, recognized, { durationMs: WORDS * WORD_MS })
    const ms = Math.round(performance.now() - start)
    const right = words.filter((each, index) => {
      const place = index < WORDS / 2 ? index : index - UNSPOKEN
      const isAdded = index >= WORDS / 2 && index < WORDS / 2 + UNSPOKEN
      return isAdded ? each.isUnspoken : !each.isUnspoken && Math.abs(each.startMs - place * WORD_MS) <= 1_000
    })
    const share = `${((100 * right.length) / given.length).toFixed(1)} %`
    rows.push([`${errors * 100} %`, ms, share, Math.max(0, ...unspoken.map(({ from, to }) => to - from))])
  }
  return table(
    [
      'recognition errors',
      'ms',
      'words within 1 s, or rightly unspoken',
      'longest unspoken passage (1,000 words)',
    ],
    rows,
  )
}

/** The same numbers in every run. */
function pseudorandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
