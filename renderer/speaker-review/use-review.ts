import { useMemo } from 'react'
import { addedSpeakerId } from '#core/edits/kinds/add-speaker'
import type { Edit } from '#core/edits/edit'
import { type ReviewEvidence, type ReviewQuestion, reviewQuestions } from '#core/speaker-review/questions'
import { giveSpeaker, keepSpeaker, onePerson, twoPeople } from '#core/speaker-review/settle-edits'
import type { Transcript } from '#core/transcript/transcript'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { useTranscriptAfterTyping } from '../session/use-transcript-after-typing.ts'

/**
 * An answer to a question; `speakerId` null: the speaker is unknown, `new`: somebody who is not a speaker
 * yet.
 */
export type Answer =
  | { readonly kind: 'keep' }
  | { readonly kind: 'speaker'; readonly speakerId: string | null }
  | { readonly kind: 'new' }
  | { readonly kind: 'one' }
  | { readonly kind: 'two' }

const nothingKnown: ReviewEvidence = { voices: [], decided: [] }

/** The open questions, and how to settle one: one step of undo; false if the text there has changed. */
export function useReview(
  session: TranscriptSession,
  evidence: ReviewEvidence | null,
): {
  readonly questions: readonly ReviewQuestion[]
  readonly settle: (question: ReviewQuestion, answer: Answer) => boolean
} {
  const transcript = useTranscriptAfterTyping(session)
  const known = evidence ?? nothingKnown
  const questions = useMemo(() => reviewQuestions(transcript, known), [transcript, known])
  return {
    questions,
    settle({ key }, answer) {
      const now = session.state.transcript
      const question = reviewQuestions(now, known).find((each) => each.key === key)
      if (question === undefined) return false
      const edits = answerEdits(now, question, answer, () => session.newId())
      if (edits.length > 0) session.apply(edits, { origin: 'speaker-review', stepId: session.newId() })
      return edits.length > 0
    },
  }
}

function answerEdits(
  transcript: Transcript,
  question: ReviewQuestion,
  answer: Answer,
  newId: () => string,
): Edit[] {
  if (question.kind === 'pair') {
    if (answer.kind === 'one') return onePerson(transcript, question, newId)
    return answer.kind === 'two' ? twoPeople(transcript, question, newId) : []
  }
  switch (answer.kind) {
    case 'keep':
      return keepSpeaker(transcript, question, newId)
    case 'speaker':
      return giveSpeaker(transcript, question, answer.speakerId, newId)
    case 'new': {
      const id = newId()
      const added = { kind: 'add-speaker', id, name: null } as const
      return [added, ...giveSpeaker(transcript, question, addedSpeakerId({ id }), newId)]
    }
    default:
      return []
  }
}
