import type { Paragraph, Speaker, Transcript } from '../transcript/transcript.ts'
import type { AlikeVoices } from './alike-voices.ts'
import type { HeardVoices } from './heard-voices.ts'
import { checkedSpeakers } from './checked-speakers.ts'
import { type UnsureTurn, unsureTurns } from './unsure-turns.ts'

/** A question to a person about who speaks. `key` is stable while the question is. */
export type ReviewQuestion = PairQuestion | TurnQuestion | UnknownQuestion

/** Whether two speakers are one person. */
export interface PairQuestion extends Omit<AlikeVoices, 'speakerIds'> {
  readonly kind: 'pair'
  readonly key: string
  readonly one: Speaker
  readonly other: Speaker
}

/** Whether a turn belongs to its speaker. */
export interface TurnQuestion extends UnsureTurn {
  readonly kind: 'turn'
  readonly key: string
}

/** Who says a paragraph that has no speaker. */
export interface UnknownQuestion extends Pick<
  UnsureTurn,
  'paragraphId' | 'fromWordId' | 'toWordId' | 'startMs' | 'endMs'
> {
  readonly kind: 'unknown'
  readonly key: string
}

/** Evidence about the voices of a transcript, separately for each track. */
export interface ReviewEvidence {
  readonly voices: readonly HeardVoices[]
  /** Ids of paragraphs whose speaker a person set. */
  readonly decided: readonly string[]
}

/**
 * The open questions: first who may be one person, then turns, the least certain first, then paragraphs
 * without a speaker, in reading order. A question is settled by an edit, never by being asked.
 */
export function reviewQuestions(
  transcript: Transcript,
  { voices, decided }: ReviewEvidence,
): ReviewQuestion[] {
  const decidedIds = new Set(decided)
  const { pairs, unknown } = otherQuestions(transcript, { voices, decided })
  const turns = voices
    .flatMap((heard) => unsureTurns(transcript, heard, decidedIds))
    .sort((a, b) => b.estimate - a.estimate || a.startMs - b.startMs)
    .map((turn): TurnQuestion => ({
      kind: 'turn',
      key: `turn ${turn.fromWordId} ${turn.toWordId}`,
      ...turn,
    }))
  return [...pairs, ...turns, ...unknown]
}

/** Those that are not about turns: quick, as no voices are compared. */
export function otherQuestions(
  transcript: Transcript,
  { voices, decided }: ReviewEvidence,
): { readonly pairs: PairQuestion[]; readonly unknown: UnknownQuestion[] } {
  return {
    pairs: voices
      .flatMap(({ alike }) => alike.flatMap((pair) => pairQuestion(transcript, pair)))
      .sort((a, b) => b.similarity - b.bar - (a.similarity - a.bar)),
    unknown: unknownQuestions(transcript, new Set(decided)),
  }
}

/** None if a person named both: they are already distinguished. */
function pairQuestion({ speakers, marks }: Transcript, pair: AlikeVoices): PairQuestion[] {
  const { speakerIds, ...evidence } = pair
  const [one, other] = speakerIds.map((id) => speakers.find((speaker) => speaker.id === id))
  if (one === undefined || other === undefined || (one.name !== null && other.name !== null)) return []
  const isApart = marks.some(
    (mark) => mark.kind === 'different-speakers' && speakerIds.every((id) => mark.value.includes(id)),
  )
  return isApart ? [] : [{ kind: 'pair', key: `pair ${one.id} ${other.id}`, one, other, ...evidence }]
}

function unknownQuestions(transcript: Transcript, decided: ReadonlySet<string>): UnknownQuestion[] {
  const checked = checkedSpeakers(transcript)
  const isOpen = ({ id, kind, speakerId, words }: Paragraph): boolean =>
    kind === 'speech' && speakerId === null && !decided.has(id) && words.some((word) => !checked.has(word.id))
  return transcript.paragraphs.filter(isOpen).flatMap(({ id, words }): UnknownQuestion[] => {
    const [from, to] = [words[0], words.at(-1)]
    if (from === undefined || to === undefined) return []
    return [
      {
        kind: 'unknown',
        key: `unknown ${from.id} ${to.id}`,
        paragraphId: id,
        fromWordId: from.id,
        toWordId: to.id,
        startMs: from.startMs,
        endMs: to.endMs,
      },
    ]
  })
}
