import { endsSentence } from '../fillers/find-fillers.ts'
import type { Mark, Paragraph, Word } from '../transcript/transcript.ts'
import type { CutClock } from './cut-clock.ts'

/**
 * Marks by which captions end at joins, but for those within a sentence of one speaker. Captions whose times a person set
 * stay as they are.
 * @param paragraphs what is left, at the recording's times
 */
export function breaksAtJoins(
  paragraphs: readonly Paragraph[],
  marks: readonly Mark[],
  clock: CutClock,
): Mark[] {
  const isSet = wordsOfSetCues(paragraphs, marks)
  const breaks: Mark[] = []
  let before: Word | null = null
  for (const { kind, words } of paragraphs) {
    if (kind === 'note') continue
    for (const [place, word] of words.entries()) {
      const isApart = before !== null && clock.spanAt(before.startMs) !== clock.spanAt(word.startMs)
      const isWithin = place > 0 && before !== null && !endsSentence(before.text)
      if (isApart && !isWithin && !isSet(word.id))
        breaks.push({
          id: `join/${word.id}`,
          kind: 'break-before',
          fromWordId: word.id,
          toWordId: word.id,
          value: null,
        })
      before = word
    }
  }
  return breaks
}

/** Words that follow the first one of a caption of which start and end are set. */
function wordsOfSetCues(
  paragraphs: readonly Paragraph[],
  marks: readonly Mark[],
): (wordId: string) => boolean {
  const starts = new Set(marks.flatMap((mark) => (mark.kind === 'cue-start' ? [mark.fromWordId] : [])))
  const ends = new Set(marks.flatMap((mark) => (mark.kind === 'cue-end' ? [mark.toWordId] : [])))
  const inside = new Set<string>()
  if (starts.size === 0 || ends.size === 0) return () => false
  let open: string[] | null = null
  for (const { words } of paragraphs)
    for (const { id } of words) {
      if (starts.has(id)) open = []
      else open?.push(id)
      if (!ends.has(id)) continue
      for (const each of open ?? []) inside.add(each)
      open = null
    }
  return (wordId) => inside.has(wordId)
}
