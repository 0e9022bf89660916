import type { Paragraph, Transcript, Word } from '../../transcript/transcript.ts'
import type { CountSpeakersEdit } from '../edit.ts'
import { closingWords, joinedWords, openingWords } from '../places.ts'
import { EditRefused } from '../refused.ts'

/**
 * A speaker change at a paragraph's first word changes its speaker; one at a word that no longer exists is
 * ignored. A paragraph is joined to the one before it only if that one still exists and both have the same
 * speaker.
 */
export function applyCountSpeakers(transcript: Transcript, edit: CountSpeakersEdit): Transcript {
  const known = new Set(edit.speakers.map((speaker) => speaker.id))
  const check = (speakerId: string | null): void => {
    if (speakerId !== null && !known.has(speakerId)) throw new EditRefused('speaker-gone', speakerId)
  }
  for (const turn of edit.turns) check(turn.speakerId)
  for (const counted of edit.paragraphs) {
    check(counted.speakerId)
    for (const change of counted.changes ?? []) check(change.speakerId)
  }

  const countedById = new Map(edit.paragraphs.map((counted) => [counted.paragraphId, counted]))
  let made = 0
  const countedParts = (paragraph: Paragraph): Paragraph[] => {
    const counted = countedById.get(paragraph.id)
    if (counted === undefined) {
      const stays = paragraph.speakerId === null || known.has(paragraph.speakerId)
      return [stays ? paragraph : { ...paragraph, speakerId: null }]
    }
    const parts = partsBySpeaker(paragraph.words, counted.speakerId, counted.changes ?? [])
    const [only] = parts
    if (only !== undefined && parts.length === 1) {
      return [
        paragraph.speakerId === only.speakerId ? paragraph : { ...paragraph, speakerId: only.speakerId },
      ]
    }
    return parts.map((part, index) => {
      const opened = index === 0 ? part.words : openingWords(part.words)
      return {
        ...paragraph,
        id: index === 0 ? paragraph.id : `${edit.id}.${made++}`,
        speakerId: part.speakerId,
        words: index === parts.length - 1 ? opened : closingWords(opened),
      }
    })
  }
  const paragraphs: Paragraph[] = []
  for (const [index, paragraph] of transcript.paragraphs.entries()) {
    const [first, ...rest] = countedParts(paragraph)
    const last = paragraphs.at(-1)
    const before = countedById.get(paragraph.id)?.goesOnFrom
    const goesOn = before !== undefined && before === transcript.paragraphs[index - 1]?.id
    if (goesOn && first !== undefined && last !== undefined && isOneSpeech(last, first)) {
      paragraphs[paragraphs.length - 1] = { ...last, words: joinedWords(last.words, first.words) }
      paragraphs.push(...rest)
    } else if (first !== undefined) paragraphs.push(first, ...rest)
  }
  return { ...transcript, speakers: edit.speakers, turns: edit.turns, paragraphs }
}

function isOneSpeech(a: Paragraph, b: Paragraph): boolean {
  return a.kind === b.kind && a.speakerId === b.speakerId
}

interface SpeakerPart {
  readonly speakerId: string | null
  readonly words: Word[]
}

function partsBySpeaker(
  words: readonly Word[],
  speakerId: string | null,
  changes: readonly { readonly wordId: string; readonly speakerId: string | null }[],
): SpeakerPart[] {
  const speakerFrom = new Map(changes.map((change) => [change.wordId, change.speakerId]))
  const parts: SpeakerPart[] = []
  let current = speakerId
  for (const word of words) {
    current = speakerFrom.has(word.id) ? (speakerFrom.get(word.id) ?? null) : current
    const last = parts.at(-1)
    if (last !== undefined && last.speakerId === current) last.words.push(word)
    else parts.push({ speakerId: current, words: [word] })
  }
  return parts.length === 0 ? [{ speakerId, words: [] }] : parts
}
