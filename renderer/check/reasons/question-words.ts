import { formatDecimals, formatFixed } from '#core/notation/numbers'
import type { ReviewQuestion } from '#core/speaker-review/questions'
import type { Transcript } from '#core/transcript/transcript'
import type { ProgramLanguage } from '#core/messages/messages'
import type { Say } from '../../ui/words.tsx'

type Names = ReadonlyMap<string, string>

/** The question in one sentence. */
export function questionTitle(question: ReviewQuestion, say: Say, names: Names): string {
  const nameOf = (id: string): string => names.get(id) ?? ''
  switch (question.kind) {
    case 'pair':
      return say('speaker-review.pair')
    case 'turn':
      return say(question.margin < 0 ? 'speaker-review.turn.over' : 'speaker-review.turn.near', {
        name: nameOf(question.speakerId),
        other: nameOf(question.otherSpeakerId),
      })
    case 'unknown':
      return say('speaker-review.unknown')
  }
}

/** The evidence for the question, as sentences. */
export function questionGrounds(
  question: ReviewQuestion,
  say: Say,
  names: Names,
  language: ProgramLanguage,
): string[] {
  const two = (value: number): string => formatFixed(value, language, 2)
  switch (question.kind) {
    case 'pair': {
      const { similarity, bar, within, one, other } = question
      const voices = [one, other].flatMap(({ id }, index) => {
        const own = within[index]
        if (own == null) return []
        return [say('speaker-review.pair.within', { name: names.get(id) ?? '', similarity: two(own) })]
      })
      return [
        say(similarity >= bar ? 'speaker-review.pair.over' : 'speaker-review.pair.near'),
        say('speaker-review.pair.figures', { similarity: two(similarity), bar: two(bar) }),
        ...voices,
      ]
    }
    case 'turn': {
      return [
        say('speaker-review.turn.figures', {
          // The formatter writes a hyphen, but running text needs a minus sign.
          margin: two(question.margin).replace('-', '−'),
          seconds: formatDecimals(question.seconds, language),
        }),
      ]
    }
    case 'unknown':
      return []
  }
}

/** The words that a question about a turn concerns. */
export function wordsAsked(
  { paragraphs }: Pick<Transcript, 'paragraphs'>,
  { paragraphId, fromWordId, toWordId }: Exclude<ReviewQuestion, { kind: 'pair' }>,
): string {
  const words = paragraphs.find(({ id }) => id === paragraphId)?.words ?? []
  const from = words.findIndex(({ id }) => id === fromWordId)
  const to = words.findIndex(({ id }) => id === toWordId)
  if (from < 0) return ''
  return words
    .slice(from, to + 1)
    .map(({ before, text }) => before + text)
    .join('')
    .trim()
}
