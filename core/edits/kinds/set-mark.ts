import { lintMark } from '../../transcript/marks/lint-mark.ts'
import type { Mark, Transcript, Word } from '../../transcript/transcript.ts'
import type { SetMarkEdit } from '../edit.ts'
import { comparePlaces, wordPlace, type WordPlace } from '../places.ts'
import { EditRefused } from '../refused.ts'
import type { EditLimits } from '../times.ts'

/** The edit that sets a mark, with a nearby time, so that it can be placed when its words no longer exist. */
export function setMarkEdit(transcript: Transcript, edit: Pick<SetMarkEdit, 'id' | 'mark'>): SetMarkEdit {
  const { fromWordId, toWordId } = edit.mark
  const wordOf = (wordId: string): Word | undefined => wordAt(transcript, wordPlace(transcript, wordId))
  const near = { startMs: wordOf(fromWordId)?.startMs ?? 0, endMs: wordOf(toWordId)?.endMs ?? 0 }
  return { kind: 'set-mark', ...edit, near }
}

/**
 * @throws EditRefused when its words no longer exist or are in reverse order, or the rules of its kind are
 * violated
 */
export function applySetMark(transcript: Transcript, edit: SetMarkEdit, limits: EditLimits): Transcript {
  const { mark } = edit
  const from = wordPlace(transcript, mark.fromWordId)
  const to = wordPlace(transcript, mark.toWordId)
  if (comparePlaces(from, to) > 0) throw new EditRefused('backwards', mark.id)
  if (!keepsRules(transcript, mark, { from, to, limits })) throw new EditRefused('bad-mark', mark.id)
  const index = transcript.marks.findIndex((each) => each.id === mark.id)
  const marks = index < 0 ? [...transcript.marks, mark] : transcript.marks.with(index, mark)
  return { ...transcript, marks }
}

interface Span {
  readonly from: WordPlace
  readonly to: WordPlace
  readonly limits: EditLimits
}

function keepsRules(transcript: Transcript, mark: Mark, { from, to, limits }: Span): boolean {
  // A value that it already has stays, also if captions were moved since.
  const before = transcript.marks.find(({ id }) => id === mark.id)
  const words = {
    count: countWords(transcript, from, to),
    durationMs: before?.value === mark.value ? undefined : limits.durationMs,
    captionTiming: transcript.captionTiming,
  }
  return lintMark(mark, words).length === 0
}

function countWords({ paragraphs }: Transcript, from: WordPlace, to: WordPlace): number {
  let count = to.word - from.word + 1
  for (let index = from.paragraph; index < to.paragraph; index += 1) {
    count += paragraphs[index]?.words.length ?? 0
  }
  return count
}

function wordAt({ paragraphs }: Transcript, { paragraph, word }: WordPlace): Word | undefined {
  return paragraphs[paragraph]?.words[word]
}
