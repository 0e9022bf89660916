import type { FoundCorrection, ProposedCorrection } from '../corrections/proposed-corrections.ts'
import { type Transcript, transcriptWords } from '../transcript/transcript.ts'
import { answeredWords, areAsInPage } from './answered-words.ts'
import { type PresentWords, presentWords } from './present-words.ts'
import type { ReviewAnswer } from './review-answer.ts'

/**
 * The answers of a review page as corrections of the transcript as it is now, in the order of its text. Words that were
 * changed here since the page was made have both texts; a place that was changed is no longer confirmed.
 */
export function answerCorrections(transcript: Transcript, answer: ReviewAnswer): ProposedCorrection[] {
  const present = presentWords(transcript)
  const speakers = new Map(transcript.speakers.map((speaker) => [speaker.id, speaker]))
  const found: readonly FoundCorrection[] = [
    ...answer.voices.flatMap(({ id, was, name }): FoundCorrection[] => {
      const speaker = speakers.get(id)
      if (speaker === undefined || speaker.name === name) return []
      return [{ kind: 'speaker-name', speakerId: id, expected: was, name }]
    }),
    ...answer.paragraphs.flatMap((paragraph) => answeredWords(present, paragraph)),
    ...answer.right.flatMap(({ words }): FoundCorrection[] => {
      const there = words.map(([id]) => present.byId.get(id))
      const [first, last] = [there[0], there.at(-1)]
      if (first === undefined || last === undefined || !areAsInPage(there, words)) return []
      const own = present.wordsOf(first.paragraph).slice(first.from, last.to)
      return [{ kind: 'right', expected: own.map(({ id, text }) => ({ id, text })) }]
    }),
    ...answer.comments.map(({ fromWordId, toWordId, text }): FoundCorrection => {
      const [from, to] = [present.byId.get(fromWordId), present.byId.get(toWordId)]
      const isThere = from !== undefined && to !== undefined && from.paragraph <= to.paragraph
      return isThere
        ? { kind: 'comment', fromWordId, toWordId, text }
        : { kind: 'told', about: 'note', text, nearWordId: from === undefined ? null : fromWordId }
    }),
  ]
  return inOrder(present, found).map((item, index) => ({ ...item, id: String(index + 1) }))
}

/** By the word that each concerns; names first. */
function inOrder({ transcript }: PresentWords, found: readonly FoundCorrection[]): FoundCorrection[] {
  const order = new Map(transcriptWords(transcript).map(({ id }, index) => [id, index]))
  const wordOf = (item: FoundCorrection): string | null => {
    switch (item.kind) {
      case 'words':
        return item.expected[0]?.id ?? item.wordBeforeId ?? item.wordAfterId
      case 'right':
        return item.expected[0]?.id ?? null
      case 'comment':
        return item.fromWordId
      case 'told':
        return item.nearWordId
      case 'speaker-name':
      case 'wording':
        return null
    }
  }
  const orderOf = (item: FoundCorrection): number => order.get(wordOf(item) ?? '') ?? -1
  return found.toSorted((a, b) => orderOf(a) - orderOf(b))
}

/** What share of the words that an answer names are in the transcript, 0 to 1; 1 if it names none. */
export function knownShare(transcript: Transcript, { paragraphs, right, comments }: ReviewAnswer): number {
  const known = new Set(transcriptWords(transcript).map(({ id }) => id))
  const named = [
    ...[...paragraphs, ...right].flatMap(({ words }) => words.map(([id]) => id)),
    ...comments.map(({ fromWordId }) => fromWordId),
  ]
  return named.length === 0 ? 1 : named.filter((id) => known.has(id)).length / named.length
}
