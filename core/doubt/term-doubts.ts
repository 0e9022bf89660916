import type { SuspectSpan } from './reasons.ts'
import type { Transcript } from '../transcript/transcript.ts'
import { foldWord } from '../words/align/fold.ts'
import type { DoubtedWords } from '../glossary/heard-words.ts'
import { type CommonWords, nearTerms } from '../glossary/near-terms.ts'
import { type PreparedTerms, prepareTerms } from '../glossary/prepared-terms.ts'
import type { Term } from '../glossary/term.ts'
import { correctedText } from '../glossary/word-parts.ts'

/** A word that is wrong less often counts as one that the recognizer knows. */
const SURE = 0.1

/**
 * Places where recognized words sound like a term, each with the text that would replace them.
 * @param estimates how likely each word of the transcript is wrong, 0 to 1, in reading order; null: not to be doubted
 */
export function termDoubts(
  transcript: Transcript,
  terms: readonly Term[],
  estimates: DoubtedWords['estimates'],
): SuspectSpan[] {
  if (terms.length === 0) return []
  const prepared = new Map<string, PreparedTerms>()
  const common = commonWords(transcript, estimates)
  let start = 0
  return transcript.paragraphs.flatMap(({ words, language, kind }) => {
    const own = estimates.slice(start, (start += words.length))
    if (kind !== 'speech') return []
    const spoken = language === 'und' ? transcript.language : language
    const ready = prepared.get(spoken) ?? prepareTerms(terms, spoken)
    prepared.set(spoken, ready)
    return nearTerms({ words, estimates: own }, ready, common).map(({ from, to, term }): SuspectSpan => {
      const texts = words.slice(from, to + 1).map(({ text }) => text)
      const ends = { fromWordId: words[from]?.id ?? '', toWordId: words[to]?.id ?? '' }
      const correction = correctedText(texts, term.text, spoken)
      return { ...ends, reasons: [{ reason: 'near-glossary-term', term: term.text, correction, ...ends }] }
    })
  })
}

function commonWords({ paragraphs }: Transcript, estimates: DoubtedWords['estimates']): CommonWords {
  const times = new Map<string, number>()
  let index = 0
  for (const { words } of paragraphs) {
    for (const { text } of words) {
      const estimate = estimates[index]
      index += 1
      if (typeof estimate !== 'number' || estimate > SURE) continue
      const key = foldWord(text)
      times.set(key, (times.get(key) ?? 0) + 1)
    }
  }
  return times
}
