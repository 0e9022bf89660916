import type { DoubtEvidence } from '#core/doubt/evidence'
import { type WordTraits, wordTraits } from '#core/doubt/word-traits'
import { type Transcript, transcriptWords, type Word } from '#core/transcript/transcript'
import { comparableText } from '../scoring/comparable-text.ts'
import { alignWords } from '../scoring/word-errors.ts'

/** A recognized word with its traits, and whether it is correct. */
export interface JudgedWord {
  readonly word: Word
  readonly traits: WordTraits
  readonly isWrong: boolean
}

/**
 * Every recognized word of a transcript compared with the reference: wrong if the alignment with the fewest
 * errors has another word in its place, or none. Words without a letter or digit are ignored.
 * @param reference what was said, as plain text
 */
export function judgeWords(transcript: Transcript, evidence: DoubtEvidence, reference: string): JudgedWord[] {
  const traits = wordTraits(transcript, evidence)
  const words = transcriptWords(transcript)
  const said = comparableText(reference)
  const written = words.map(({ text }) => comparableText(text))
  const flat = written.flatMap((parts, index) => parts.map((part) => ({ part, index })))
  const wrong = new Set<number>()
  const aligned = alignWords(
    said,
    flat.map(({ part }) => part),
  )
  for (const { reference: place, hypothesis } of aligned) {
    const own = hypothesis === null ? undefined : flat[hypothesis]
    if (own !== undefined && (place === null || said[place] !== own.part)) wrong.add(own.index)
  }
  return words.flatMap((word, index): JudgedWord[] => {
    const known = traits.get(word.id)
    if (known === undefined || (written[index] ?? []).length === 0) return []
    return [{ word, traits: known, isWrong: wrong.has(index) }]
  })
}
