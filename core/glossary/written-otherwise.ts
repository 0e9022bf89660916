import type { Transcript } from '../transcript/transcript.ts'
import { startsSentence } from './changed-words.ts'
import { corrections } from './corrections.ts'
import { type OtherPlace, otherPlaces } from './other-places.ts'

/** Words recognized as those that a person corrected to a name elsewhere. */
export interface WrittenOtherwise extends OtherPlace {
  readonly heard: string
  readonly name: string
}

/**
 * In reading order, each place once. Only corrections to names (with a capital letter) count, and not words that were
 * corrected to different ones.
 */
export function writtenOtherwise(transcript: Transcript): WrittenOtherwise[] {
  const byHeard = Map.groupBy(corrections(transcript), ({ heard }) => heard.toLowerCase())
  const found = [...byHeard.values()].flatMap((made): WrittenOtherwise[] => {
    const [first] = made
    if (first === undefined || made.some(({ text }) => text !== first.text)) return []
    if (!/\p{Lu}/u.test(first.text)) return []
    const { heard, text: name, wordId } = first
    const paragraph = transcript.paragraphs.find(({ words }) => words.some(({ id }) => id === wordId))
    const words = paragraph?.words ?? []
    const language = paragraph?.language === 'und' ? transcript.language : (paragraph?.language ?? '')
    const isAtStart = startsSentence(
      words,
      words.findIndex(({ id }) => id === wordId),
    )
    const correction = { heard: heard.split(' '), text: name, language, isAtStart }
    return otherPlaces(transcript, correction).map((place) => ({ ...place, heard, name }))
  })
  const order = new Map(transcript.paragraphs.map(({ id }, index) => [id, index]))
  const placeOf = ({ paragraphId }: OtherPlace): number => order.get(paragraphId) ?? 0
  return found.sort((a, b) => placeOf(a) - placeOf(b) || a.from - b.from)
}
