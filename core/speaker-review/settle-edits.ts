import type { Edit } from '../edits/edit.ts'
import { setMarkEdit } from '../edits/kinds/set-mark.ts'
import type { Speaker, Transcript } from '../transcript/transcript.ts'
import type { PairQuestion } from './questions.ts'
import type { UnsureTurn } from './unsure-turns.ts'

/* Edits that settle a question, as one undo step. `newId` makes ids that are unique in the transcript. */

/** Words of one paragraph. */
export type AskedWords = Pick<UnsureTurn, 'fromWordId' | 'toWordId' | 'startMs' | 'endMs'>

/** Confirms the current speaker of the words, or that it is unknown. */
export function keepSpeaker(
  transcript: Transcript,
  { fromWordId, toWordId }: Pick<AskedWords, 'fromWordId' | 'toWordId'>,
  newId: () => string,
): Edit[] {
  const id = newId()
  const mark = { id: `${id}.0`, kind: 'speaker-checked' as const, fromWordId, toWordId, value: null }
  return [setMarkEdit(transcript, { id, mark })]
}

/** Assigns the words to this speaker; null: unknown. */
export function giveSpeaker(
  transcript: Transcript,
  asked: AskedWords,
  speakerId: string | null,
  newId: () => string,
): Edit[] {
  const { fromWordId, toWordId, startMs, endMs } = asked
  const target = { fromWordId, toWordId, near: { startMs, endMs } }
  const paragraph = transcript.paragraphs.find(({ words }) => words.some(({ id }) => id === fromWordId))
  const isNew = paragraph?.speakerId !== speakerId
  return [
    ...(isNew ? [{ kind: 'assign-speaker', id: newId(), target, speakerId } as const] : []),
    ...keepSpeaker(transcript, asked, newId),
  ]
}

/** Merges the two as one person: the one with a name stays, else the one who says more. */
export function onePerson(
  transcript: Pick<Transcript, 'paragraphs'>,
  { one, other }: PairQuestion,
  newId: () => string,
): Edit[] {
  const [from, into] = mergeOrder(one, other, (id) => wordsOf(transcript, id))
  return [{ kind: 'merge-speakers', id: newId(), fromSpeakerId: from.id, intoSpeakerId: into.id }]
}

/** Records that the two are two people, so that it is not asked again. Empty if neither says a word. */
export function twoPeople(transcript: Transcript, { one, other }: PairQuestion, newId: () => string): Edit[] {
  const isTheirs = (speakerId: string | null): boolean => speakerId === one.id || speakerId === other.id
  const word = transcript.paragraphs.find(({ speakerId, words }) => isTheirs(speakerId) && words.length > 0)
    ?.words[0]
  if (word === undefined) return []
  const id = newId()
  const value = [one.id, other.id] as const
  const mark = { id: `${id}.0`, kind: 'different-speakers' as const, value }
  return [setMarkEdit(transcript, { id, mark: { ...mark, fromWordId: word.id, toWordId: word.id } })]
}

/** Which of two speakers is merged into the other: the one with a name stays, else the one who says more. */
export function mergeOrder(
  one: Speaker,
  other: Speaker,
  amountOf: (speakerId: string) => number,
): [from: Speaker, into: Speaker] {
  if ((one.name === null) !== (other.name === null)) return one.name === null ? [one, other] : [other, one]
  return amountOf(one.id) <= amountOf(other.id) ? [one, other] : [other, one]
}

const wordsOf = ({ paragraphs }: Pick<Transcript, 'paragraphs'>, speakerId: string): number =>
  paragraphs.reduce((sum, own) => sum + (own.speakerId === speakerId ? own.words.length : 0), 0)
