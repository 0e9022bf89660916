import { commonTextEnds } from '../../sequences/common-ends.ts'
import type { Word } from '../../transcript/transcript.ts'
import { formerWords } from './former-words.ts'
import { pairedWords, type ChangedWords } from './paired-words.ts'
import { shortestWordMs } from '../../transcript/shortest-word.ts'
import { naturalMs, spread } from './spread.ts'
import type { TimeSpan } from '../../transcript/time-span.ts'
import { isBreak, splitText, type TextPiece } from './split-text.ts'

export interface RetimeOptions {
  /** New words get the ids `<editId>.<n>`, n from 0. */
  readonly editId: string
  /** ISO 639-1: French keeps its punctuation with the preceding word. */
  readonly language: string
  /** Start of the time the words may take, whole milliseconds: the end of what comes before. */
  readonly startMs: number
  /** End of that time: the start of what comes after. */
  readonly endMs: number
}

/**
 * The words of `newText`, exactly (`before + text` of all, joined), timed by the words it was made from.
 *
 * Equal words keep id, times, confidence and origin, regardless of the space around them. A word that became
 * exactly one other keeps its id and times (origin `edited`, or still `written`; confidence null) and stores
 * its former text: when that text reappears, alone or split from what was typed before it, the former word is
 * restored. Joined words store each of them. Any other changed words share the span of what they replace in
 * proportion to their length. Words that replace nothing take time between their neighbors; if there is less
 * than 20 ms per word they take it from the preceding word, then from the following one, and if that is not
 * enough they share what there is. A text of whitespace alone has no words.
 */
export function retimeText(oldWords: readonly Word[], newText: string, options: RetimeOptions): Word[] {
  if (newText.trim() === '') return []
  const { head, tail, middle } = unchangedEnds(oldWords, newText)
  const pieces = splitText(middle, options.language)
  const changed = { words: oldWords, from: head, to: oldWords.length - tail }
  const slots: Slot[] = oldWords.slice(0, head).map((word) => ({ word, placed: true, replaces: null }))
  slots.push(...slotsOfPieces(changed, pieces, options.editId))
  const rest = oldWords.slice(oldWords.length - tail)
  if (pieces.length === 0) attachSpace(slots, rest, middle)
  else if (tail > 0) moveTrailingSpace(slots, rest)
  slots.push(...rest.map((word) => ({ word, placed: true, replaces: null })))
  // Other paragraphs may overlap this one; its own time is always available.
  placeNewWords(slots, {
    startMs: Math.min(options.startMs, oldWords[0]?.startMs ?? options.startMs),
    endMs: Math.max(options.endMs, oldWords.at(-1)?.endMs ?? options.endMs),
  })
  return slots.map((slot) => slot.word)
}

/** A word of the new text: `placed` once it has its times; until then `replaces` is the span of what it replaces. */
interface Slot {
  word: Word
  placed: boolean
  readonly replaces: TimeSpan | null
}

/**
 * How many words at both ends are unchanged, and the text between them. A word that ends where the change begins is
 * unchanged only if a space follows it, as `fine` is not in `finest`.
 */
function unchangedEnds(
  oldWords: readonly Word[],
  newText: string,
): { head: number; tail: number; middle: string } {
  let oldText = ''
  for (const word of oldWords) oldText += word.before + word.text
  const { head: prefix, tail: suffix } = commonTextEnds(oldText, newText)

  let head = 0
  let middleStart = 0
  for (const word of oldWords) {
    const end = middleStart + word.before.length + word.text.length
    const whole = end === newText.length && end === oldText.length
    if (end > prefix) break
    // Space at the end of a text belongs to its last word, which is no longer the last once something follows.
    const closed = isBreak(newText[end]) && !/\s$/u.test(word.text)
    if (end === prefix && !closed && !whole) break
    head += 1
    middleStart = end
  }
  let tail = 0
  let middleEnd = newText.length
  for (const word of oldWords.slice(head).reverse()) {
    const start = middleEnd - word.before.length - word.text.length
    if (start < newText.length - suffix) break
    const open = start === 0 || isBreak(newText[start]) || isBreak(newText[start - 1])
    if (start === newText.length - suffix && !open) break
    tail += 1
    middleEnd = start
  }
  return { head, tail, middle: newText.slice(middleStart, middleEnd) }
}

function slotsOfPieces(changed: ChangedWords, pieces: readonly TextPiece[], editId: string): Slot[] {
  const slots: Slot[] = []
  let made = 0
  for (const { kind, oldItems, newItems } of pairedWords(changed, pieces)) {
    const [first] = oldItems
    if (kind !== 'replaced') {
      const [only] = newItems
      if (first === undefined || only === undefined) continue
      const word = kind === 'equal' ? equalWord(first, only) : changedWord(oldItems, only)
      slots.push({ word, placed: true, replaces: null })
      continue
    }
    const replaces = first === undefined ? null : spanOf(oldItems)
    for (const piece of newItems) {
      const origin = replaces === null ? 'written' : 'edited'
      const id = `${editId}.${made}`
      made += 1
      const word: Word = { id, ...piece, startMs: 0, endMs: 0, confidence: null, origin }
      slots.push({ word, placed: false, replaces })
    }
  }
  return slots
}

/** An unchanged word is returned as the same object, so its inverse need not contain it. */
function equalWord(word: Word, piece: TextPiece): Word {
  return word.before === piece.before && word.text === piece.text ? word : { ...word, ...piece }
}

/** Keeps the id of the longest word, so that marks on it remain. */
function changedWord(oldItems: readonly Word[], piece: TextPiece): Word {
  const { id } = oldItems.reduce((longest, word) => (word.text.length > longest.text.length ? word : longest))
  const origin = oldItems.every((word) => word.origin === 'written') ? 'written' : 'edited'
  const word: Word = { id, ...piece, ...spanOf(oldItems), confidence: null, origin }
  const was = formerWords(oldItems)
  return was.length === 0 ? word : { ...word, was }
}

function spanOf(words: readonly Word[]): TimeSpan {
  return { startMs: words[0]?.startMs ?? 0, endMs: words.at(-1)?.endMs ?? 0 }
}

/** Attaches space that is the only text between two unchanged words, or after the last. */
function attachSpace(slots: Slot[], rest: Word[], space: string): void {
  const next = rest[0]
  const last = slots.at(-1)
  if (space === '') return
  if (next !== undefined) rest[0] = { ...next, before: space + next.before }
  else if (last !== undefined) last.word = { ...last.word, text: last.word.text + space }
}

function moveTrailingSpace(slots: Slot[], rest: Word[]): void {
  const last = slots.at(-1)
  const next = rest[0]
  if (last === undefined || next === undefined) return
  const text = last.word.text.trimEnd()
  if (text.length === last.word.text.length) return
  rest[0] = { ...next, before: last.word.text.slice(text.length) + next.before }
  last.word = { ...last.word, text }
}

function placeNewWords(slots: Slot[], limits: TimeSpan): void {
  for (let from = 0; from < slots.length; from += 1) {
    if (slots[from]?.placed === true) continue
    let to = from + 1
    while (slots[to]?.placed === false) to += 1
    placeRun(slots, from, to, limits)
    from = to
  }
}

/** Assigns times to the untimed words `from..to` between two timed ones. */
function placeRun(slots: Slot[], from: number, to: number, limits: TimeSpan): void {
  const run = slots.slice(from, to)
  const left = slots[from - 1]
  const right = slots[to]
  const earliest = left?.word.endMs ?? Math.min(limits.startMs, right?.word.startMs ?? limits.startMs)
  const latest = Math.max(earliest, right?.word.startMs ?? limits.endMs)
  const lengths = run.map((slot) => slot.word.text.trim().length)
  const need = shortestWordMs * run.length
  const natural = naturalMs(lengths)

  const clamp = (ms: number): number => Math.min(latest, Math.max(earliest, ms))
  const replaces = run[0]?.replaces ?? null
  let startMs = earliest
  let endMs = clamp(earliest + natural)
  if (replaces !== null) {
    startMs = clamp(replaces.startMs)
    endMs = clamp(replaces.endMs)
  } else if (left === undefined && right !== undefined) {
    startMs = clamp(latest - natural)
    endMs = latest
  }
  if (endMs - startMs < need) endMs = clamp(startMs + need)
  if (endMs - startMs < need) startMs = clamp(endMs - need)
  if (left !== undefined) {
    const given = spareMs(left.word, need - (endMs - startMs))
    if (given > 0) left.word = { ...left.word, endMs: left.word.endMs - given }
    startMs -= given
  }
  if (right !== undefined) {
    const given = spareMs(right.word, need - (endMs - startMs))
    if (given > 0) right.word = { ...right.word, startMs: right.word.startMs + given }
    endMs += given
  }
  spread(lengths, { startMs, endMs }).forEach((span, index) => {
    const slot = run[index]
    if (slot === undefined) return
    slot.word = { ...slot.word, ...span }
    slot.placed = true
  })
}

function spareMs(word: Word, wanted: number): number {
  return Math.max(0, Math.min(wanted, word.endMs - word.startMs - shortestWordMs))
}
