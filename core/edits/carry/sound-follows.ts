import type { Mark, Word } from '../../transcript/transcript.ts'
import { isUnchanged, type WordMap } from './word-map.ts'

export type SoundMark = Extract<Mark, { kind: 'redacted-sound' }>

/**
 * Whether text inserted next to it is redacted; otherwise it only silences sound of the words that it is on.
 */
export const isGap = ({ fromWordId, toWordId, value }: SoundMark): boolean =>
  fromWordId !== toWordId || value.place !== undefined

/**
 * The mark between the last word before `from` and the first at or after `to`, as places among the new words.
 */
export function soundBetween(mark: SoundMark, words: WordMap, from: number, to: number): SoundMark {
  return withNeighbors(mark, words.now[from - 1] ?? words.wordBefore, words.now[to] ?? words.wordAfter)
}

/** Without any word it is unchanged, until there is a word again. */
export function withNeighbors(mark: SoundMark, left: Word | null, right: Word | null): SoundMark {
  const { startMs, endMs } = mark.value
  if (left !== null && right !== null) {
    return sameOr(mark, { ...mark, fromWordId: left.id, toWordId: right.id, value: { startMs, endMs } })
  }
  const [word, place] = left === null ? [right, 'before' as const] : [left, 'after' as const]
  if (word === null) return mark
  return sameOr(mark, { ...mark, fromWordId: word.id, toWordId: word.id, value: { startMs, endMs, place } })
}

function sameOr(mark: SoundMark, next: SoundMark): SoundMark {
  const isSame =
    mark.fromWordId === next.fromWordId &&
    mark.toWordId === next.toWordId &&
    mark.value.place === next.value.place
  return isSame ? mark : next
}

/** Its position after an edit: between the same words, or their replacements. */
export function placedSound(mark: SoundMark, words: WordMap): SoundMark {
  const left = words.oldPlaces.get(mark.fromWordId)
  const right = words.oldPlaces.get(mark.toWordId)
  if (!isGap(mark)) {
    const place = left ?? 0
    const [from, to] = [words.from[place] ?? 0, words.to[place] ?? 0]
    if (from === to) return soundBetween(mark, words, from, to)
    const own = words.newPlaces.has(mark.fromWordId) ? mark.fromWordId : words.now[from]?.id
    return own === undefined || own === mark.fromWordId ? mark : { ...mark, fromWordId: own, toWordId: own }
  }
  if (mark.value.place === 'before') return onNext(mark, words, words.from[right ?? 0] ?? 0)
  if (mark.value.place === 'after') return onPrevious(mark, words, (words.to[left ?? 0] ?? 0) - 1)
  const isOneZone = left !== undefined && right !== undefined && areOneZone(words, left, right)
  const from = left === undefined ? null : isOneZone ? (words.from[left] ?? 0) : (words.to[left] ?? 0) - 1
  const to = right === undefined ? null : isOneZone ? (words.to[right] ?? 0) - 1 : (words.from[right] ?? 0)
  const leftId = from === null ? mark.fromWordId : (words.now[from] ?? words.wordBefore)?.id
  const rightId = to === null ? mark.toWordId : (words.now[to] ?? words.wordAfter)?.id
  if (leftId !== undefined && rightId !== undefined) {
    if (leftId === mark.fromWordId && rightId === mark.toWordId) return mark
    // Both became one word: the sound belongs to that word.
    return { ...mark, fromWordId: leftId, toWordId: rightId }
  }
  return leftId === undefined ? onNext(mark, words, to ?? 0) : onPrevious(mark, words, from ?? 0)
}

/** On the first remaining word, at the start of the transcript. */
function onNext(mark: SoundMark, words: WordMap, place: number): SoundMark {
  const word = words.now[place] ?? words.wordAfter
  return word === null ? onPrevious(mark, words, place - 1) : withNeighbors(mark, null, word)
}

/** On the last remaining word, at the end of the transcript. */
function onPrevious(mark: SoundMark, words: WordMap, place: number): SoundMark {
  const word = words.now[place] ?? words.wordBefore
  if (word !== null) return withNeighbors(mark, word, null)
  const next = words.now[place + 1] ?? words.wordAfter
  return next === null ? mark : withNeighbors(mark, null, next)
}

/** Whether both were replaced by the same words. */
function areOneZone(words: WordMap, left: number, right: number): boolean {
  const [from, to] = [words.from[left] ?? 0, words.to[left] ?? 0]
  return left !== right && to > from && words.from[right] === from && words.to[right] === to
}

/** Places of the new words that replaced the removed ones. */
export function placesInGap(mark: SoundMark, words: WordMap): number[] {
  const { place } = mark.value
  const left = place === 'before' ? undefined : words.oldPlaces.get(mark.fromWordId)
  const right = place === 'after' ? undefined : words.oldPlaces.get(mark.toWordId)
  if (left === undefined && right === undefined) return []
  const start = left === undefined ? 0 : edgeOf(words, left, 'from')
  const end = right === undefined ? words.now.length : edgeOf(words, right, 'to')
  const isOneZone = left !== undefined && right !== undefined && areOneZone(words, left, right)
  const places: number[] = []
  for (let at = start; at < end; at += 1) {
    if (isOneZone || !words.oldPlaces.has(words.now[at]?.id ?? '')) places.push(at)
  }
  return places
}

/**
 * The border of the gap at one of its words: behind it, or behind all its replacements if there are more than
 * before.
 */
function edgeOf(words: WordMap, place: number, edge: 'from' | 'to'): number {
  const [from, to] = [words.from[place] ?? 0, words.to[place] ?? 0]
  if (isUnchanged(words, place)) return edge === 'from' ? to : from
  let count = 0
  for (let at = place; at >= 0 && words.from[at] === from && words.to[at] === to; at -= 1) count += 1
  for (let at = place + 1; words.from[at] === from && words.to[at] === to; at += 1) count += 1
  const grew = to - from > count
  return edge === 'from' ? (grew ? from : to) : grew ? to : from
}
