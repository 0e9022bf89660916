import type { Paragraph, Word } from '../../transcript/transcript.ts'
import { orderTimes } from '../../words/align/order-times.ts'
import type { RestoredWords } from '../edit.ts'
import { paragraphSpan } from '../places.ts'

/** A paragraph at an index whose words change. */
export interface ParagraphChange {
  readonly place: number
  readonly before: Paragraph
  /** Without words, the paragraph is removed. */
  readonly after: Paragraph
}

/** The paragraphs with each run of words restored, wherever the words that replaced it are now. */
export function putBackWords(
  paragraphs: readonly Paragraph[],
  runs: readonly RestoredWords[],
): readonly Paragraph[] {
  if (runs.length === 0) return paragraphs
  const list = [...paragraphs]
  const places = new Map(list.map(({ id }, index) => [id, index]))
  const emptied = new Set<Paragraph>()
  for (const run of runs) {
    const change = runPutBack(list, run, places.get(run.paragraphId))
    if (change === null) continue
    const { place, after } = change
    list[place] = after
    if (after.words.length === 0) emptied.add(after)
  }
  return emptied.size === 0 ? list : list.filter((paragraph) => !emptied.has(paragraph))
}

/**
 * One run of words restored in the paragraph where the words that replaced it are now; null if there is none.
 * @param known index of the paragraph that the run was in
 */
export function runPutBack(
  paragraphs: readonly Paragraph[],
  run: RestoredWords,
  known: number | undefined,
): ParagraphChange | null {
  const own = known === undefined ? undefined : paragraphs[known]
  const isOwn = own !== undefined && (run.remove.length === 0 || hasAny(own, run.remove))
  const place = isOwn ? known : homeOf(paragraphs, run, known)
  const before = place === undefined ? undefined : paragraphs[place]
  if (place === undefined || before === undefined) return null
  return { place, before, after: withWordsPutBack(before, run) }
}

/** The paragraph with the restored run; words typed into it since are kept. */
function withWordsPutBack(paragraph: Paragraph, { afterWordId, remove, put }: RestoredWords): Paragraph {
  const { words } = paragraph
  const gone = new Set(remove)
  const isPut = new Set(put.map((word) => word.id))
  const first = words.findIndex((word) => gone.has(word.id))
  const after = first >= 0 ? first : placeAfter(words, afterWordId, put)
  const isKept = (word: Word): boolean => !gone.has(word.id) && !isPut.has(word.id)
  const before = words.slice(0, after).filter(isKept)
  const rest = words.slice(after).filter(isKept)
  const restored = [...before, ...put, ...rest]
  const isInPlace = remove.every((id, index) => words[after + index]?.id === id)
  return { ...paragraph, words: isInPlace ? restored : orderTimes(restored) }
}

function placeAfter(words: readonly Word[], afterWordId: string | null, put: readonly Word[]): number {
  if (afterWordId === null) return 0
  const index = words.findIndex((word) => word.id === afterWordId)
  if (index >= 0) return index + 1
  const startMs = put[0]?.startMs ?? 0
  return words.findLastIndex((word) => word.startMs <= startMs) + 1
}

/** Where the run is now: with its replacement, else after the word before it, else by its time. */
function homeOf(
  paragraphs: readonly Paragraph[],
  { remove, afterWordId, put }: RestoredWords,
  known: number | undefined,
): number | undefined {
  const removed = paragraphs.findIndex((paragraph) => hasAny(paragraph, remove))
  if (removed >= 0) return removed
  if (put.length === 0) return undefined
  if (known !== undefined) return known
  const neighbor = paragraphs.findIndex((paragraph) => hasAny(paragraph, [afterWordId ?? '']))
  if (neighbor >= 0) return neighbor
  const startMs = put[0]?.startMs ?? 0
  const before = paragraphs.findLastIndex((each) => (paragraphSpan(each)?.startMs ?? Infinity) <= startMs)
  return before >= 0 ? before : paragraphs.length > 0 ? 0 : undefined
}

function hasAny({ words }: Paragraph, ids: readonly string[]): boolean {
  return ids.length > 0 && words.some((word) => ids.includes(word.id))
}
