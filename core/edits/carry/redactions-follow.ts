import { commonTextEnds, middleOf } from '../../sequences/common-ends.ts'
import { isRedactionMark } from '../../transcript/marks/mark-behavior.ts'
import { hasLength, hullOf, type TimeSpan } from '../../transcript/time-span.ts'
import type { Mark, Transcript, Word } from '../../transcript/transcript.ts'
import type { Edit } from '../edit.ts'
import { isGap, placesInGap, soundBetween, type SoundMark, withNeighbors } from './sound-follows.ts'
import { isFresh, isUnchanged, type WordMap } from './word-map.ts'

type RedactionMark = Extract<Mark, { kind: 'redaction' }>

/**
 * Redacts text that an edit took from redacted words and text that replaced some of them, and keeps their
 * time silent if they became shorter. An undo is not changed: it restores a state in which this was done.
 */
export function followRedactions(
  before: Transcript,
  after: Transcript,
  words: WordMap,
  edit: Edit,
): Transcript {
  if (edit.kind === 'restore') return after
  const pasted = 'fromRedacted' in edit ? (edit.fromRedacted ?? []) : []
  if (pasted.length === 0 && !before.marks.some(isRedactionMark)) return after
  const wanted = new Set([
    ...movedPlaces(before.marks, words),
    ...placesInGaps(before.marks, words),
    ...pastedPlaces(pasted, words),
  ])
  const covered = withRedacted(placedWithoutWords(after, words), wanted, words, `${edit.id}/redaction`)
  // A person who moves the edges of a word defines where it is, not where words were that are gone.
  const moved = edit.kind === 'retime-word' ? words.old.find(({ id }) => id === edit.wordId) : undefined
  return withSilence(before.marks, covered, words, { editId: edit.id, moved: moved ?? null })
}

/**
 * Places of words that were typed with letters of a redacted word changed by the same edit: letters were
 * moved.
 */
function movedPlaces(marks: readonly Mark[], words: WordMap): number[] {
  const said = new Set<string>()
  for (const mark of marks) {
    const range = mark.kind === 'redaction' ? rangeIn(mark, words.oldPlaces, words.old.length) : null
    if (range === null) continue
    for (let place = range.first; place <= range.last; place += 1) {
      if (!isUnchanged(words, place)) said.add(lettersOf(words.old[place]?.text ?? ''))
    }
  }
  said.delete('')
  if (said.size === 0) return []
  return words.now.flatMap((word, place) => {
    const typed = lettersOf(typedIn(word, words))
    const isMoved = typed !== '' && [...said].some((each) => each.includes(typed) || typed.includes(each))
    return isMoved ? [place] : []
  })
}

const lettersOf = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]+/gu, '').toLowerCase()

/** The text that the edit typed into a word. */
function typedIn({ id, text }: Word, words: WordMap): string {
  const was = words.old[words.oldPlaces.get(id) ?? -1]?.text ?? ''
  return middleOf(text, commonTextEnds(was, text))
}

function placesInGaps(marks: readonly Mark[], words: WordMap): number[] {
  const sounds = marks.filter((mark) => mark.kind === 'redacted-sound')
  const fresh = words.now.flatMap((word, place) => (isFresh(words, word) ? [place] : []))
  if (fresh.length === 0) return []
  // If no words are left, the next ones replace all of them.
  if (isWithoutWords(words)) return sounds.length === 0 ? [] : fresh
  return sounds
    .filter(isGap)
    .flatMap((mark) => [
      ...placesInGap(mark, words),
      ...fresh.filter((place) => isWithin(words.now[place], mark.value)),
    ])
}

const isWithoutWords = ({ old, wordBefore, wordAfter }: WordMap): boolean =>
  old.length === 0 && wordBefore === null && wordAfter === null

const isWithin = (word: Word | undefined, { startMs, endMs }: TimeSpan): boolean =>
  word !== undefined && word.startMs < endMs && word.endMs > startMs

/** Marks that remain without any words are placed at the end of the current ones. */
function placedWithoutWords(after: Transcript, words: WordMap): Transcript {
  const last = words.now.at(-1)
  if (last === undefined || !isWithoutWords(words)) return after
  const marks = after.marks.map((mark) =>
    mark.kind === 'redacted-sound' ? withNeighbors(mark, last, null) : mark,
  )
  return { ...after, marks }
}

/** Places of the words that contain text cut from redacted words; all new words if it is not found. */
function pastedPlaces(pasted: readonly string[], words: WordMap): number[] {
  const { now } = words
  let text = ''
  const starts = now.map((word) => {
    text += word.before
    const start = text.length
    text += word.text
    return start
  })
  return pasted.flatMap((piece) => {
    const wanted = piece.trim()
    const found: number[] = []
    let at = wanted === '' ? -1 : text.indexOf(wanted)
    for (; at >= 0; at = text.indexOf(wanted, at + 1)) {
      const end = at + wanted.length
      for (const [place, start] of starts.entries()) {
        const word = now[place]
        if (word === undefined || start >= end || start + word.text.length <= at) continue
        if (isFresh(words, word) || !isUnchanged(words, words.oldPlaces.get(word.id) ?? -1)) found.push(place)
      }
    }
    return found.length > 0 ? found : now.flatMap((word, place) => (isFresh(words, word) ? [place] : []))
  })
}

/** The transcript with redactions on these new words too; added ones get the ids `<idStart>.<n>`. */
export function withRedacted(
  after: Transcript,
  wanted: ReadonlySet<number>,
  { now, newPlaces }: Pick<WordMap, 'now' | 'newPlaces'>,
  idStart: string,
): Transcript {
  const isCovered = new Uint8Array(now.length)
  for (const mark of after.marks) {
    const range = mark.kind === 'redaction' ? rangeIn(mark, newPlaces, now.length) : null
    if (range !== null) isCovered.fill(1, range.first, range.last + 1)
  }
  const marks = [...after.marks]
  let made = 0
  for (let first = 0; first < now.length; first += 1) {
    if (!wanted.has(first) || isCovered[first] === 1) continue
    let last = first
    while (wanted.has(last + 1) && isCovered[last + 1] !== 1) last += 1
    const [from, to] = [now[first], now[last]]
    if (from !== undefined && to !== undefined) {
      const left = marks.findIndex((mark) => isUsual(mark) && mark.toWordId === now[first - 1]?.id)
      const right = marks.findIndex((mark) => isUsual(mark) && mark.fromWordId === now[last + 1]?.id)
      const [before, behind] = [marks[left], marks[right]]
      if (before !== undefined) marks[left] = { ...before, toWordId: to.id }
      else if (behind !== undefined) marks[right] = { ...behind, fromWordId: from.id }
      else {
        const id = `${idStart}.${made++}`
        marks.push({ id, kind: 'redaction', fromWordId: from.id, toWordId: to.id, value: null })
      }
    }
    first = last
  }
  const isSame = marks.length === after.marks.length && marks.every((mark, at) => mark === after.marks[at])
  return isSame ? after : { ...after, marks }
}

/** With the default placeholder. */
const isUsual = ({ kind, value }: Mark): boolean => kind === 'redaction' && value === null

const redactionsIn = (marks: readonly Mark[]): RedactionMark[] =>
  marks.filter((mark) => mark.kind === 'redaction')

/** Keeps silent the time that redacted words of the changed paragraphs no longer occupy, but for that of a moved one. */
function withSilence(
  before: readonly Mark[],
  after: Transcript,
  words: WordMap,
  { editId, moved }: { readonly editId: string; readonly moved: TimeSpan | null },
): Transcript {
  const added: SoundMark[] = []
  const marksNow = new Map(redactionsIn(after.marks).map((mark) => [mark.id, mark]))
  for (const mark of redactionsIn(before)) {
    const was = rangeIn(mark, words.oldPlaces, words.old.length)
    const markNow = marksNow.get(mark.id)
    if (was === null || markNow === undefined) continue
    const is = rangeIn(markNow, words.newPlaces, words.now.length)
    const old = hullOf(words.old.slice(was.first, was.last + 1))
    const sound = (whole: TimeSpan, wordId: string, place: number | null): void => {
      for (const value of without(whole, moved)) {
        const id = `${editId}/sound.${added.length}`
        const on: SoundMark = { id, kind: 'redacted-sound', fromWordId: wordId, toWordId: wordId, value }
        added.push(place === null ? on : soundBetween(on, words, place, place))
      }
    }
    if (is === null) {
      // Only its words in other paragraphs remain; the pause before them was silent too.
      const { startMs, endMs } = old
      const pause = words.oldPlaces.has(mark.fromWordId) ? words.wordAfter?.startMs : words.wordBefore?.endMs
      const span = { startMs: Math.min(startMs, pause ?? startMs), endMs: Math.max(endMs, pause ?? endMs) }
      sound(span, markNow.fromWordId, words.from[was.first] ?? 0)
      continue
    }
    const now = hullOf(words.now.slice(is.first, is.last + 1))
    const isGone = (place: number): boolean => words.from[place] === words.to[place]
    const startsHere = words.oldPlaces.has(mark.fromWordId)
    const endsHere = words.oldPlaces.has(mark.toWordId)
    if (startsHere && now.startMs > old.startMs) {
      const span = { startMs: old.startMs, endMs: Math.min(old.endMs, now.startMs) }
      sound(span, markNow.fromWordId, isGone(was.first) ? is.first : null)
    }
    if (endsHere && now.endMs < old.endMs) {
      const span = { startMs: Math.max(old.startMs, now.endMs), endMs: old.endMs }
      sound(span, markNow.toWordId, isGone(was.last) ? is.last + 1 : null)
    }
  }
  return added.length === 0 ? after : { ...after, marks: joinedSounds(after.marks, added) }
}

/** The parts of a span that are not in another one. */
function without(span: TimeSpan, other: TimeSpan | null): TimeSpan[] {
  if (other === null) return [span]
  const { startMs, endMs } = span
  return [
    { startMs, endMs: Math.min(endMs, other.startMs) },
    { startMs: Math.max(startMs, other.endMs), endMs },
  ].filter(hasLength)
}

/** Adjacent sound marks of one word are merged: each word typed next to it may take a little of its time. */
function joinedSounds(marks: readonly Mark[], added: readonly SoundMark[]): Mark[] {
  const joined = [...marks]
  for (const sound of added) {
    const at = isGap(sound)
      ? -1
      : joined.findIndex(
          (mark) =>
            mark.kind === 'redacted-sound' &&
            !isGap(mark) &&
            mark.fromWordId === sound.fromWordId &&
            mark.value.startMs <= sound.value.endMs &&
            mark.value.endMs >= sound.value.startMs,
        )
    const there = joined[at]
    if (there?.kind !== 'redacted-sound') joined.push(sound)
    else {
      const startMs = Math.min(there.value.startMs, sound.value.startMs)
      const endMs = Math.max(there.value.endMs, sound.value.endMs)
      joined[at] = { ...there, value: { startMs, endMs } }
    }
  }
  return joined
}

/** First and last place of a mark among the words; null if neither of its ends exists. */
function rangeIn(
  { fromWordId, toWordId }: Pick<RedactionMark, 'fromWordId' | 'toWordId'>,
  places: ReadonlyMap<string, number>,
  count: number,
): { readonly first: number; readonly last: number } | null {
  const [first, last] = [places.get(fromWordId), places.get(toWordId)]
  return first === undefined && last === undefined ? null : { first: first ?? 0, last: last ?? count - 1 }
}
