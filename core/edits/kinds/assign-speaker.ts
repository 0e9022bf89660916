import type { Paragraph, Transcript } from '../../transcript/transcript.ts'
import type { AssignSpeakerEdit } from '../edit.ts'
import {
  checkSpeaker,
  closingWords,
  comparePlaces,
  openingWords,
  paragraphAt,
  paragraphIndex,
  paragraphSpan,
  wordPlace,
  type WordPlace,
} from '../places.ts'
import { EditRefused } from '../refused.ts'
import { reassignTurns } from '../turns-follow.ts'

/**
 * Paragraphs are split where the range begins or ends inside one; the first part keeps the id. Sounds and
 * notes inside a range of words are unchanged. The turns of the old speaker are reassigned from the first to
 * the last word of every run of one speaker.
 */
export function applyAssignSpeaker(transcript: Transcript, edit: AssignSpeakerEdit): Transcript {
  if (edit.speakerId !== null) checkSpeaker(transcript, edit.speakerId)
  const [from, to] = rangeOf(transcript, edit)
  const paragraphs: Paragraph[] = transcript.paragraphs.slice(0, from.paragraph)
  const stretches: Stretch[] = []
  let made = 0
  for (let index = from.paragraph; index <= to.paragraph; index += 1) {
    const paragraph = paragraphAt(transcript, index)
    const first = index === from.paragraph ? from.word : 0
    const last = index === to.paragraph ? to.word : paragraph.words.length - 1
    const whole = 'paragraphId' in edit.target
    if (paragraph.speakerId === edit.speakerId || (paragraph.kind !== 'speech' && !whole)) {
      paragraphs.push(paragraph)
      continue
    }
    for (const part of partsOf(paragraph, first, last)) {
      const id = part.isFirst ? paragraph.id : `${edit.id}.${made++}`
      const speakerId = part.isAssigned ? edit.speakerId : paragraph.speakerId
      paragraphs.push({ ...paragraph, id, speakerId, words: part.words })
      const span = part.isAssigned && paragraph.kind === 'speech' ? paragraphSpan(part) : null
      if (span !== null) addStretch(stretches, { ...span, speakerId: paragraph.speakerId, index })
    }
  }
  paragraphs.push(...transcript.paragraphs.slice(to.paragraph + 1))
  let { turns } = transcript
  for (const stretch of stretches) turns = reassignTurns(turns, stretch, stretch.speakerId, edit.speakerId)
  return { ...transcript, paragraphs, turns }
}

/** A run of the range that previously had one speaker. */
interface Stretch {
  startMs: number
  endMs: number
  readonly speakerId: string | null
  /** Index of its last paragraph. */
  index: number
}

function addStretch(stretches: Stretch[], stretch: Stretch): void {
  const last = stretches.at(-1)
  const continues =
    last !== undefined &&
    last.speakerId === stretch.speakerId &&
    last.index === stretch.index - 1 &&
    stretch.startMs >= last.endMs
  if (!continues) {
    stretches.push(stretch)
    return
  }
  last.endMs = stretch.endMs
  last.index = stretch.index
}

function rangeOf(transcript: Transcript, { target }: AssignSpeakerEdit): [from: WordPlace, to: WordPlace] {
  if ('paragraphId' in target) {
    const paragraph = paragraphIndex(transcript, target.paragraphId)
    const last = paragraphAt(transcript, paragraph).words.length - 1
    return [
      { paragraph, word: 0 },
      { paragraph, word: last },
    ]
  }
  const from = wordPlace(transcript, target.fromWordId)
  const to = wordPlace(transcript, target.toWordId)
  if (comparePlaces(from, to) > 0) throw new EditRefused('backwards', target.toWordId)
  return [from, to]
}

interface Part {
  readonly words: Paragraph['words']
  readonly isAssigned: boolean
  readonly isFirst: boolean
}

function partsOf(paragraph: Paragraph, first: number, last: number): Part[] {
  const { words } = paragraph
  const pieces = [
    { words: words.slice(0, first), isAssigned: false },
    { words: words.slice(first, last + 1), isAssigned: true },
    { words: words.slice(last + 1), isAssigned: false },
  ].filter((piece) => piece.words.length > 0)
  // A paragraph that is assigned whole keeps its word objects, so its inverse need not contain them.
  if (pieces.length <= 1) return [{ words, isAssigned: true, isFirst: true }]
  return pieces.map((piece, index) => {
    const opened = index === 0 ? piece.words : openingWords(piece.words)
    const closed = index === pieces.length - 1 ? opened : closingWords(opened)
    return { words: closed, isAssigned: piece.isAssigned, isFirst: index === 0 }
  })
}
