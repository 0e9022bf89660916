import { paragraphText, type Transcript, type Word } from '../../transcript/transcript.ts'
import { carryText } from './carry-text.ts'
import { withCarriedRedactions } from './carried-redactions.ts'
import { carryDeletion } from '../kinds/delete-paragraphs.ts'
import type { AssignSpeakerEdit, DeleteParagraphEdit, Edit, NearTime, SetMarkEdit } from '../edit.ts'
import { carryInsertion } from '../kinds/insert-paragraphs.ts'
import { findWord } from '../places.ts'

/**
 * Carries an edit that was made on an older state over to this one, by the ids of its words. Returns the edit
 * itself when it applies unchanged, and null when nothing is left to do. No typed text is lost: text whose
 * words no longer exist is inserted at the nearest place, a mark moves to the nearest words, and a paragraph
 * in which somebody else has typed since is not deleted. Edits that no longer make sense (a split in a
 * deleted word) are left for `applyEdit` to refuse.
 */
export function rebase(edit: Edit, transcript: Transcript): Edit | null {
  switch (edit.kind) {
    case 'replace-text':
      return withCarriedRedactions(edit, carryText(edit, transcript), transcript)
    case 'set-mark':
      return carryMark(edit, transcript)
    case 'assign-speaker':
      return carryAssignment(edit, transcript)
    case 'delete-paragraph':
      return isAsItWas(edit, transcript) ? edit : null
    case 'delete-paragraphs':
      return carryDeletion(edit, transcript)
    case 'insert-paragraphs':
      return carryInsertion(edit, transcript)
    default:
      return edit
  }
}

function isAsItWas({ paragraphId, text }: DeleteParagraphEdit, { paragraphs }: Transcript): boolean {
  const paragraph = paragraphs.find((each) => each.id === paragraphId)
  return text === undefined || paragraph === undefined || paragraphText(paragraph) === text
}

function carryMark(edit: SetMarkEdit, transcript: Transcript): Edit {
  const { mark } = edit
  const range = carryRange(transcript, mark.fromWordId, mark.toWordId, edit.near)
  return range === null ? edit : { ...edit, mark: { ...mark, ...range } }
}

function carryAssignment(edit: AssignSpeakerEdit, transcript: Transcript): Edit {
  const { target } = edit
  if ('paragraphId' in target) return edit
  const range = carryRange(transcript, target.fromWordId, target.toWordId, target.near)
  return range === null ? edit : { ...edit, target: { ...target, ...range } }
}

interface WordRange {
  readonly fromWordId: string
  readonly toWordId: string
}

/** Null when both ends still exist, or when their former time is unknown. */
function carryRange(
  transcript: Transcript,
  fromWordId: string,
  toWordId: string,
  near: NearTime | undefined,
): WordRange | null {
  const hasFrom = findWord(transcript, fromWordId) !== null
  const hasTo = findWord(transcript, toWordId) !== null
  if (near === undefined || (hasFrom && hasTo)) return null
  const words = transcript.paragraphs.flatMap((paragraph) => paragraph.words)
  const from = hasFrom
    ? words.findIndex((word) => word.id === fromWordId)
    : nearest(words, near.startMs, 'startMs')
  const to = hasTo ? words.findIndex((word) => word.id === toWordId) : nearest(words, near.endMs, 'endMs')
  // One end still exists: the other, found by time, must not end up on its far side.
  const first = words[hasFrom ? from : Math.min(from, to)]
  const last = words[hasTo ? to : Math.max(from, to)]
  return first && last ? { fromWordId: first.id, toWordId: last.id } : null
}

function nearest(words: readonly Word[], ms: number, edge: 'startMs' | 'endMs'): number {
  let best = -1
  let distance = Infinity
  words.forEach((word, index) => {
    const away = Math.abs(word[edge] - ms)
    if (away < distance) {
      best = index
      distance = away
    }
  })
  return best
}
