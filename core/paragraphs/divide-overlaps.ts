import { endsSentence } from '../language/line-breaks.ts'
import type { Word } from '../transcript/transcript.ts'
import { nearestSpan, type SpeakerSpans } from './speaker-spans.ts'

/**
 * Where one turn overlaps the next, words that both cover are divided at a sentence end: the one nearest to
 * the start of the next turn. Returns speakers by index of the word; without a sentence end the words are
 * omitted.
 * @param candidates possible speakers of each word
 * @param language ISO 639-1: distinguishes a sentence end from a title ("Mr.")
 */
export function divideOverlaps(
  words: readonly Word[],
  candidates: readonly (readonly string[])[],
  speakers: readonly SpeakerSpans[],
  language: string,
): Map<number, string> {
  const divided = new Map<number, string>()
  for (let from = 1; from < words.length; from++) {
    if (candidates[from]?.length === 1 || candidates[from]?.length === 0) continue
    let until = from
    while ((candidates[until]?.length ?? 0) > 1) until++
    const [before, after] = [only(candidates[from - 1]), only(candidates[until])]
    const isBoth = candidates
      .slice(from, until)
      .every((own) => before !== null && after !== null && own.includes(before) && own.includes(after))
    if (before !== null && after !== null && before !== after && isBoth) {
      const change = nearestSentence(words, from, until, startOf(after, words[until], speakers), language)
      if (change !== null) {
        for (let index = from; index < until; index++) divided.set(index, index < change ? before : after)
      }
    }
    from = until
  }
  return divided
}

const only = (own: readonly string[] | undefined): string | null =>
  own?.length === 1 ? (own[0] ?? null) : null

/** Start of the turn in which a speaker says a word. */
function startOf(speakerId: string, word: Word | undefined, speakers: readonly SpeakerSpans[]): number {
  const speaker = speakers.find((each) => each.speakerId === speakerId)
  const span = speaker === undefined || word === undefined ? null : nearestSpan(speaker, word)
  return span?.startMs ?? word?.startMs ?? 0
}

/** Index of the sentence's first word, from `from` to `until`, nearest to a time; null if there is none. */
function nearestSentence(
  words: readonly Word[],
  from: number,
  until: number,
  ms: number,
  language: string,
): number | null {
  let nearest: number | null = null
  let shortest = Infinity
  for (let index = from; index <= until; index++) {
    const word = words[index]
    if (word === undefined || !endsSentence(words[index - 1]?.text ?? '', word.text, language)) continue
    const away = Math.abs(word.startMs - ms)
    if (away >= shortest) continue
    shortest = away
    nearest = index
  }
  return nearest
}
