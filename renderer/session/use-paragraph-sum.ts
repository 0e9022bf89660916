import { useEffect, useState } from 'react'
import { asSaidWords } from '#core/transcript/as-said-words'
import type { Paragraph, Transcript } from '#core/transcript/transcript'
import { runInSlices } from './run-in-slices.ts'
import type { TranscriptSession } from './transcript-session.ts'
import { useTranscriptAfterTyping } from './use-transcript-after-typing.ts'

/** Time for counting before the task yields. */
const SLICE_MS = 8

/** `kept`: ids of words that are written as spoken. */
type CountIn = (paragraph: Paragraph, language: string, kept: ReadonlySet<string> | null) => number

/**
 * The sum of a count over all paragraphs of an open transcript; null until all of a new one is counted: some
 * tenths of a second for hours of speech, in slices, so that the view that shows it opens immediately.
 * @param countIn the same function at each call
 */
export function useParagraphSum(session: TranscriptSession, countIn: CountIn): number | null {
  const transcript = useTranscriptAfterTyping(session)
  const [sum, setSum] = useState<number | null>(null)
  useEffect(() => runInSlices(sumUp(transcript, countIn), SLICE_MS, setSum), [transcript, countIn])
  return sum
}

interface Known {
  readonly language: string
  readonly count: number
}

/** Paragraphs never change in place, so only new ones are counted after an edit. */
const known = new WeakMap<CountIn, WeakMap<Paragraph, Known>>()

function* sumUp({ paragraphs, language, marks }: Transcript, countIn: CountIn): Generator<undefined, number> {
  const counts = known.get(countIn) ?? new WeakMap<Paragraph, Known>()
  known.set(countIn, counts)
  let sum = 0
  for (const paragraph of paragraphs) {
    const kept = asSaidWords(paragraph.words, marks)
    if (kept !== null) {
      sum += countIn(paragraph, language, kept)
      continue
    }
    const before = counts.get(paragraph)
    if (before?.language === language) {
      sum += before.count
      continue
    }
    const count = countIn(paragraph, language, null)
    counts.set(paragraph, { language, count })
    sum += count
    yield
  }
  return sum
}
