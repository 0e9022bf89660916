import { behaviorOf } from '../transcript/marks/mark-behavior.ts'
import { withMappedTimes } from '../transcript/marks/mark-times.ts'
import { redactedWords, type RedactedWords } from '../transcript/redacted-words.ts'
import { shortestWordMs } from '../transcript/shortest-word.ts'
import type { TimeSpan } from '../transcript/time-span.ts'
import type { Mark, Paragraph, Transcript, Word } from '../transcript/transcript.ts'

export type TrimmableText = Pick<Transcript, 'paragraphs' | 'marks' | 'speakers'>

export interface KeptText {
  readonly paragraphs: readonly Paragraph[]
  readonly marks: readonly Mark[]
}

/**
 * What is left of a text in the kept part of its recording: words by their midpoint, with the part of their time
 * that is kept; marks on the words that are left, captions' times within the part. Unchanged paragraphs and marks
 * stay the same objects.
 * @param keeps other conditions for a word
 */
export function keptText(
  text: TrimmableText,
  part: TimeSpan,
  keeps: (word: Word) => boolean = keepsAll,
): KeptText {
  const paragraphs = text.paragraphs.flatMap((paragraph): Paragraph[] => {
    const kept = keptParagraph(paragraph, part, keeps)
    return kept === null ? [] : [kept]
  })
  const redacted = redactedWords(text)
  const marks = [
    ...marksOnLeftWords(withoutTextsOfGone(text, paragraphs, redacted), paragraphs, part),
    ...soundOfGone(text, paragraphs, part, redacted),
  ]
  return { paragraphs, marks }
}

/** Texts on redacted words that are not left may repeat them, and nothing else tells later: they are not left either. */
function withoutTextsOfGone(
  { paragraphs, marks }: KeptText,
  left: readonly Paragraph[],
  redacted: RedactedWords,
): KeptText {
  const holdsText = (mark: Mark): boolean => behaviorOf(mark)?.holdsText ?? true
  if (redacted.size === 0 || !marks.some(holdsText)) return { paragraphs, marks }
  const there = new Set(left.flatMap(({ words }) => words.map(({ id }) => id)))
  const places = new Map<string, number>()
  const goneBefore = [0]
  for (const { words } of paragraphs) {
    for (const { id } of words) {
      places.set(id, places.size)
      goneBefore.push((goneBefore.at(-1) ?? 0) + (redacted.has(id) && !there.has(id) ? 1 : 0))
    }
  }
  const hasGone = ({ fromWordId, toWordId }: Mark): boolean =>
    (goneBefore[(places.get(toWordId) ?? -1) + 1] ?? 0) > (goneBefore[places.get(fromWordId) ?? 0] ?? 0)
  return { paragraphs, marks: marks.filter((mark) => !holdsText(mark) || !hasGone(mark)) }
}

const keepsAll = (): boolean => true

interface Known<Kept> {
  readonly part: TimeSpan
  readonly made: Kept
}

const knownParagraphs = new WeakMap<Paragraph, Known<Paragraph | null>>()

/** Null if nothing is left of it. */
function keptParagraph(
  paragraph: Paragraph,
  part: TimeSpan,
  keeps: (word: Word) => boolean,
): Paragraph | null {
  const known = keeps === keepsAll ? knownParagraphs.get(paragraph) : undefined
  if (known !== undefined && isSameSpan(known.part, part)) return known.made
  const isWhole = paragraph.words.every((word) => isInside(word, part) && keeps(word))
  const words = isWhole ? paragraph.words : keptWords(paragraph.words, part, keeps)
  const made = words.length === 0 ? null : isWhole ? paragraph : { ...paragraph, words }
  if (keeps === keepsAll) knownParagraphs.set(paragraph, { part, made })
  return made
}

const isSameSpan = (a: TimeSpan, b: TimeSpan): boolean => a.startMs === b.startMs && a.endMs === b.endMs

const isInside = ({ startMs, endMs }: TimeSpan, part: TimeSpan): boolean =>
  startMs >= part.startMs && endMs <= part.endMs && (startMs + endMs) / 2 < part.endMs

function keptWords(words: readonly Word[], part: TimeSpan, keeps: (word: Word) => boolean): Word[] {
  return words.flatMap((word): Word[] => {
    const middleMs = (word.startMs + word.endMs) / 2
    if (middleMs < part.startMs || middleMs >= part.endMs || !keeps(word)) return []
    if (isInside(word, part)) return [word]
    const startMs = Math.max(word.startMs, part.startMs)
    const endMs = Math.min(word.endMs, part.endMs)
    // A shorter word cannot be heard: no transcript has one.
    const isTooShort = word.origin === 'recognised' && endMs - startMs < shortestWordMs
    return [isTooShort ? word : { ...word, startMs, endMs }]
  })
}

/**
 * Sound of redacted words within the part that are not left in it, marked on the first remaining word: it
 * stays silent.
 */
function soundOfGone(
  transcript: TrimmableText,
  left: readonly Paragraph[],
  part: TimeSpan,
  redacted: RedactedWords,
): Mark[] {
  const isQuiet = redacted.size === 0 && !transcript.marks.some(({ kind }) => kind === 'redacted-sound')
  if (isQuiet) return []
  const there = new Set(left.flatMap(({ words }) => words.map(({ id }) => id)))
  const [first] = there
  const sounds = transcript.marks.flatMap((mark) => {
    const isGone = !there.has(mark.fromWordId) && !there.has(mark.toWordId)
    const behavior = behaviorOf(mark)
    const silence = behavior?.onTrim === 'moves' && isGone ? behavior.silenceOf?.(mark.value) : undefined
    return silence === undefined ? [] : [{ id: mark.id, ...silence }]
  })
  const gone = transcript.paragraphs
    .flatMap(({ words }) => words)
    .filter(({ id }) => redacted.has(id) && !there.has(id))
    .map(({ id, startMs, endMs }) => ({ id: `${id}/trimmed`, startMs, endMs }))
  if (first === undefined) return []
  return [...sounds, ...gone].flatMap(({ id, ...span }): Mark[] => {
    const startMs = Math.max(part.startMs, span.startMs)
    const endMs = Math.min(part.endMs, span.endMs)
    const place = { id, fromWordId: first, toWordId: first }
    return endMs > startMs ? [{ ...place, kind: 'redacted-sound', value: { startMs, endMs } }] : []
  })
}

/** Marks never change in place. */
const knownMarks = new WeakMap<Mark, Known<Mark>>()

/** A mark over several words stays on the remaining ones. */
function marksOnLeftWords(before: KeptText, left: readonly Paragraph[], part: TimeSpan): Mark[] {
  if (before.marks.length === 0) return []
  const keptBefore = keptBeforeGone(before.paragraphs, left)
  const idAt = idsByPlace(left)
  return before.marks.flatMap((mark): Mark[] => {
    const from = keptBefore.get(mark.fromWordId)
    const to = keptBefore.get(mark.toWordId)
    const isGone = from !== undefined && to !== undefined && from >= to
    const fromWordId = from === undefined ? mark.fromWordId : idAt(from)
    const toWordId = to === undefined ? mark.toWordId : idAt(to - 1)
    if (isGone || fromWordId === undefined || toWordId === undefined) return []
    return [keptMark(mark, { fromWordId, toWordId }, part)]
  })
}

/** How many words that are left precede each one that is not: thousands of others are not read after each key. */
function keptBeforeGone(before: readonly Paragraph[], left: readonly Paragraph[]): Map<string, number> {
  const gone = new Map<string, number>()
  let [next, count] = [0, 0]
  for (const paragraph of before) {
    const kept = left[next]?.id === paragraph.id ? left[next] : undefined
    if (kept !== undefined) next += 1
    if (kept === paragraph) {
      count += paragraph.words.length
      continue
    }
    let own = 0
    for (const { id } of paragraph.words) {
      if (kept?.words[own]?.id === id) own += 1
      else gone.set(id, count + own)
    }
    count += own
  }
  return gone
}

function idsByPlace(paragraphs: readonly Paragraph[]): (place: number) => string | undefined {
  return (place) => {
    let rest = place
    for (const { words } of paragraphs) {
      const id = words[rest]?.id
      if (id !== undefined) return id
      rest -= words.length
    }
    return undefined
  }
}

function keptMark(mark: Mark, ends: Pick<Mark, 'fromWordId' | 'toWordId'>, part: TimeSpan): Mark {
  const within = (ms: number): number => Math.min(Math.max(ms, part.startMs), part.endMs)
  const isOnSame = (kept: Mark): boolean =>
    kept.fromWordId === ends.fromWordId && kept.toWordId === ends.toWordId
  const isTime = mark.kind === 'cue-start' || mark.kind === 'cue-end'
  if (isOnSame(mark) && !(isTime && within(mark.value) !== mark.value)) return mark
  const known = knownMarks.get(mark)
  if (known !== undefined && isSameSpan(known.part, part) && isOnSame(known.made)) return known.made
  const made = { ...(isTime ? withMappedTimes(mark, within) : mark), ...ends }
  knownMarks.set(mark, { part, made })
  return made
}
