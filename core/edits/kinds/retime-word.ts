import type { Transcript, Word } from '../../transcript/transcript.ts'
import { formerNow } from '../../words/align/former-words.ts'
import { byPerson } from '../by-person.ts'
import type { RetimeWordEdit } from '../edit.ts'
import { paragraphAt, withParagraphs, wordPlace } from '../places.ts'
import { checkedSpan, type EditLimits } from '../times.ts'

/**
 * The edges are limited by the neighboring words. The word counts as changed by a person afterwards (origin
 * `edited`), so that no second decode moves it back; its confidence stays.
 */
export function applyRetimeWord(
  transcript: Transcript,
  edit: RetimeWordEdit,
  limits: EditLimits,
): Transcript {
  const place = wordPlace(transcript, edit.wordId)
  const span = checkedSpan(edit, limits)
  const paragraph = paragraphAt(transcript, place.paragraph)
  const earliest = paragraph.words[place.word - 1]?.endMs ?? 0
  const latest = paragraph.words[place.word + 1]?.startMs ?? span.endMs
  const clamp = (ms: number): number => Math.max(earliest, Math.min(latest, ms))
  const words = paragraph.words.map((word): Word => {
    if (word.id !== edit.wordId) return word
    const moved = { ...word, startMs: clamp(span.startMs), endMs: clamp(span.endMs), origin: byPerson(word) }
    // Its former words move with it and count as moved by a person: when restored, they keep the new times.
    const was = formerNow(moved)?.map((former) => ({ ...former, origin: byPerson(former) }))
    return was === undefined ? moved : { ...moved, was }
  })
  return withParagraphs(transcript, place.paragraph, 1, [{ ...paragraph, words }])
}
