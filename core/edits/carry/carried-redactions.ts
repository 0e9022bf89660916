import { silencesOf } from '../../transcript/marks/mark-behavior.ts'
import { redactedWords } from '../../transcript/redacted-words.ts'
import type { TimeSpan } from '../../transcript/time-span.ts'
import type { Transcript } from '../../transcript/transcript.ts'
import { type Gap, pairTexts } from '../../words/align/pairs.ts'
import { splitText } from '../../words/align/split-text.ts'
import type { Edit, ReplaceTextEdit } from '../edit.ts'

/**
 * The carried-over text edit, with a redaction on what it typed for words that are redacted here, or that were and are
 * gone: the text may end up next to them as words of its own, and contains their letters.
 */
export function withCarriedRedactions(
  sent: ReplaceTextEdit,
  carried: Edit | null,
  transcript: Transcript,
): Edit | null {
  const { base } = sent
  if (carried === null || base === undefined) return carried
  if (carried.kind !== 'replace-text' && carried.kind !== 'insert-sound') return carried
  const { marks, paragraphs, language } = transcript
  const redacted = redactedWords(transcript)
  const sounds = silencesOf(marks)
  if (sounds.length === 0 && redacted.size === 0) return carried
  const wanted = new Set(base.words.map(({ id }) => id))
  const there = new Set<string>()
  const isThen = ({ startMs, endMs }: TimeSpan): boolean => startMs < base.endMs && endMs > base.startMs
  let isRedactedThen = sounds.some(isThen)
  for (const word of paragraphs.flatMap(({ words }) => words)) {
    if (wanted.has(word.id)) there.add(word.id)
    isRedactedThen ||= redacted.has(word.id) && isThen(word)
  }
  const isSecret = (index: number): boolean => {
    const word = base.words[index]
    if (word === undefined || redacted.has(word.id)) return word !== undefined
    return !there.has(word.id) && (word.redacted === true || isRedactedThen)
  }
  const pieces = splitText(base.text, language).map(({ text }) => text.trim())
  const words = base.words.map(({ text }) => text.trim())
  const typed = differences(words, pieces).flatMap(({ oldFrom, oldTo, newFrom, newTo }) => {
    let isAny = oldFrom === oldTo && (isSecret(oldFrom - 1) || isSecret(oldTo))
    for (let index = oldFrom; index < oldTo; index += 1) isAny ||= isSecret(index)
    return isAny ? pieces.slice(newFrom, newTo) : []
  })
  return typed.length === 0 ? carried : { ...carried, fromRedacted: [...(sent.fromRedacted ?? []), ...typed] }
}

/** Where texts differ; adjacent differences are one, as the letters of one word may be in the next. */
function differences(words: readonly string[], pieces: readonly string[]): Gap[] {
  const gaps: Gap[] = []
  for (const { kind, ...gap } of pairTexts(words, pieces)) {
    if (kind === 'equal') continue
    const last = gaps.at(-1)
    if (last?.oldTo !== gap.oldFrom || last.newTo !== gap.newFrom) gaps.push(gap)
    else gaps[gaps.length - 1] = { ...gap, oldFrom: last.oldFrom, newFrom: last.newFrom }
  }
  return gaps
}
