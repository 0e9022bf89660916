import type { Transcript } from '../../transcript/transcript.ts'
import type { MergeParagraphsEdit } from '../edit.ts'
import { joinedWords, paragraphAt, paragraphIndex, paragraphSpan, withParagraphs } from '../places.ts'
import { EditRefused } from '../refused.ts'
import { reassignTurns } from '../turns-follow.ts'

/**
 * Inserts one space between the two texts if there is none. Joining paragraphs of two speakers attributes all of the
 * text to the first, so the turns follow as they do for assign-speaker.
 */
export function applyMergeParagraphs(transcript: Transcript, edit: MergeParagraphsEdit): Transcript {
  const index = paragraphIndex(transcript, edit.firstParagraphId)
  const secondIndex = paragraphIndex(transcript, edit.secondParagraphId)
  if (secondIndex !== index + 1) throw new EditRefused('not-neighbours', edit.secondParagraphId)
  const first = paragraphAt(transcript, index)
  const second = paragraphAt(transcript, secondIndex)
  if (first.kind !== second.kind) throw new EditRefused('kinds-differ', second.id)

  const words = joinedWords(first.words, second.words)
  const merged = withParagraphs(transcript, index, 2, [{ ...first, words }])
  const span = paragraphSpan(second)
  if (span === null || first.kind !== 'speech') return merged
  return { ...merged, turns: reassignTurns(transcript.turns, span, second.speakerId, first.speakerId) }
}
