import { endsSentence } from '../language/line-breaks.ts'
import type { Paragraph, Word } from '../transcript/transcript.ts'

/** After a sentence end, a longer pause begins a new paragraph. */
const LONG_PAUSE_MS = 2000
/** A longer paragraph ends at the next sentence end. */
const LONG_PARAGRAPH_CHARACTERS = 600

/**
 * Groups words into paragraphs: a new one begins at a change of speaker, at a long pause after a sentence end, and at
 * a sentence end once a paragraph is long. Ids come from the first word, so the same words produce the same ids.
 * @param words in order of time
 * @param speakerIds one for each word, from `assignSpeakers`
 * @param language ISO 639-1
 */
export function makeParagraphs(
  words: readonly Word[],
  speakerIds: readonly (string | null)[],
  language: string,
): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let from = 0
  let characters = 0
  for (const [index, word] of words.entries()) {
    characters += word.before.length + word.text.length
    const isLast = index === words.length - 1
    if (!isLast && !isParagraphEnd(words, speakerIds, index, characters, language)) continue
    // A paragraph's text begins with its first letter, without the space between chunks.
    const own = words.slice(from, index + 1).map((each, at) => (at === 0 ? { ...each, before: '' } : each))
    const speakerId = speakerIds[from] ?? null
    paragraphs.push({ id: `p:${words[from]?.id}`, speakerId, language, kind: 'speech', words: own })
    from = index + 1
    characters = 0
  }
  return paragraphs
}

function isParagraphEnd(
  words: readonly Word[],
  speakerIds: readonly (string | null)[],
  index: number,
  characters: number,
  language: string,
): boolean {
  const word = words[index]
  const next = words[index + 1]
  if (speakerIds[index] !== speakerIds[index + 1] || word === undefined || next === undefined) return true
  return endsParagraph(word, next, characters, language)
}

/** Whether one speaker's paragraph ends between two words. `characters`: the length of its text so far. */
export function endsParagraph(word: Word, next: Word, characters: number, language: string): boolean {
  if (!endsSentence(word.text, next.text, language)) return false
  return next.startMs - word.endMs > LONG_PAUSE_MS || characters > LONG_PARAGRAPH_CHARACTERS
}
