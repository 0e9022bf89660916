import { foldWord } from './fold.ts'

/** Old word `old` and new word `new` are equal (`exact`) or differ only in case and punctuation. */
export interface WordMatch {
  readonly old: number
  readonly new: number
  readonly exact: boolean
}

/** A range of both texts, ends excluded. */
interface Window {
  readonly oldFrom: number
  readonly oldTo: number
  readonly newFrom: number
  readonly newTo: number
}

interface Texts {
  readonly oldTexts: readonly string[]
  readonly newTexts: readonly string[]
  /** Folded words as numbers: words that match have equal numbers. */
  readonly oldKeys: Int32Array
  readonly newKeys: Int32Array
}

// Above this many cells a window is first split at words that occur once in both texts, then searched in a band.
const mostCells = 1_000_000
const narrowestBand = 50
const exactScore = 3
const alikeScore = 2

/**
 * The longest common subsequence of two texts, word by word. Exact matches are preferred to words that differ only in
 * case and punctuation. Long texts are split at words that occur once in each (as in patience diff), so 20,000 words
 * take some tens of milliseconds; a long range without any such word is searched near its diagonal.
 */
export function alignTexts(oldTexts: readonly string[], newTexts: readonly string[]): WordMatch[] {
  const texts: Texts = {
    oldTexts,
    newTexts,
    oldKeys: new Int32Array(oldTexts.length),
    newKeys: new Int32Array(newTexts.length),
  }
  const matches: WordMatch[] = []
  const whole: Window = { oldFrom: 0, oldTo: oldTexts.length, newFrom: 0, newTo: newTexts.length }
  const windows: Window[] = [trimEqualEnds(texts, whole, matches)]
  giveKeys(texts, windows[0] ?? whole)
  for (let window = windows.pop(); window !== undefined; window = windows.pop()) {
    const inner = trimEqualEnds(texts, window, matches)
    const height = inner.oldTo - inner.oldFrom
    const width = inner.newTo - inner.newFrom
    if (height === 0 || width === 0) continue
    const anchors = height * width > mostCells ? findAnchors(texts, inner) : []
    if (anchors.length === 0) matchInBand(texts, inner, matches)
    else windows.push(...cutAtAnchors(inner, anchors, matches))
  }
  return matches.sort((a, b) => a.old - b.old)
}

function giveKeys({ oldTexts, newTexts, oldKeys, newKeys }: Texts, window: Window): void {
  const numbers = new Map<string, number>()
  const keyOf = (text = ''): number => {
    const folded = foldWord(text)
    const known = numbers.get(folded)
    if (known !== undefined) return known
    numbers.set(folded, numbers.size)
    return numbers.size - 1
  }
  for (let index = window.oldFrom; index < window.oldTo; index += 1) oldKeys[index] = keyOf(oldTexts[index])
  for (let index = window.newFrom; index < window.newTo; index += 1) newKeys[index] = keyOf(newTexts[index])
}

function isExact(texts: Texts, oldIndex: number, newIndex: number): boolean {
  return texts.oldTexts[oldIndex] === texts.newTexts[newIndex]
}

function trimEqualEnds(texts: Texts, window: Window, matches: WordMatch[]): Window {
  let { oldFrom, oldTo, newFrom, newTo } = window
  while (oldFrom < oldTo && newFrom < newTo && isExact(texts, oldFrom, newFrom)) {
    matches.push({ old: oldFrom, new: newFrom, exact: true })
    oldFrom += 1
    newFrom += 1
  }
  while (oldFrom < oldTo && newFrom < newTo && isExact(texts, oldTo - 1, newTo - 1)) {
    oldTo -= 1
    newTo -= 1
    matches.push({ old: oldTo, new: newTo, exact: true })
  }
  return { oldFrom, oldTo, newFrom, newTo }
}

/** The longest increasing series of the words that occur once on each side. */
function findAnchors(texts: Texts, window: Window): WordMatch[] {
  const oldPlaces = placesOfSingleKeys(texts.oldKeys, window.oldFrom, window.oldTo)
  const newPlaces = placesOfSingleKeys(texts.newKeys, window.newFrom, window.newTo)
  const pairs: WordMatch[] = []
  for (const [key, old] of oldPlaces) {
    const place = newPlaces.get(key)
    if (place !== undefined) pairs.push({ old, new: place, exact: isExact(texts, old, place) })
  }
  return longestRise(pairs.sort((a, b) => a.old - b.old))
}

function placesOfSingleKeys(keys: Int32Array, from: number, to: number): Map<number, number> {
  const places = new Map<number, number>()
  const repeated = new Set<number>()
  for (let index = from; index < to; index += 1) {
    const key = keys[index] ?? -1
    if (places.has(key)) repeated.add(key)
    else places.set(key, index)
  }
  for (const key of repeated) places.delete(key)
  return places
}

/** The longest series of pairs, already increasing in `old`, that also increases in `new` (patience sorting). */
function longestRise(pairs: readonly WordMatch[]): WordMatch[] {
  const tops: number[] = []
  const below = new Int32Array(pairs.length).fill(-1)
  pairs.forEach((pair, index) => {
    let low = 0
    let high = tops.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[tops[middle] ?? 0]?.new ?? 0) < pair.new) low = middle + 1
      else high = middle
    }
    below[index] = low > 0 ? (tops[low - 1] ?? -1) : -1
    tops[low] = index
  })
  const series: WordMatch[] = []
  for (let index = tops.at(-1) ?? -1; index >= 0; index = below[index] ?? -1) {
    const pair = pairs[index]
    if (pair !== undefined) series.push(pair)
  }
  return series.reverse()
}

function cutAtAnchors(window: Window, anchors: readonly WordMatch[], matches: WordMatch[]): Window[] {
  const windows: Window[] = []
  let { oldFrom, newFrom } = window
  for (const anchor of anchors) {
    matches.push(anchor)
    windows.push({ oldFrom, oldTo: anchor.old, newFrom, newTo: anchor.new })
    oldFrom = anchor.old + 1
    newFrom = anchor.new + 1
  }
  windows.push({ oldFrom, oldTo: window.oldTo, newFrom, newTo: window.newTo })
  return windows
}

/**
 * How far from its diagonal the best path through a window can lie. In a square window every step away from the
 * diagonal costs a match, so a path that strays far scores less than the diagonal itself: where single words were
 * replaced, a narrow band contains every best path.
 */
function farthestFromDiagonal(texts: Texts, { oldFrom, oldTo, newFrom, newTo }: Window): number {
  const width = newTo - newFrom
  if (width !== oldTo - oldFrom) return width
  let diagonal = 0
  for (let index = 0; index < width; index += 1) {
    if (texts.oldKeys[oldFrom + index] !== texts.newKeys[newFrom + index]) continue
    diagonal += isExact(texts, oldFrom + index, newFrom + index) ? exactScore : alikeScore
  }
  return width - Math.floor(diagonal / exactScore)
}

const fromAbove = 1
const fromLeft = 2
const fromBoth = 3

/** Weighted longest common subsequence; a window with too many cells is searched near its diagonal only. */
function matchInBand(texts: Texts, window: Window, matches: WordMatch[]): void {
  const height = window.oldTo - window.oldFrom
  const width = window.newTo - window.newFrom
  const slope = Math.ceil(width / height)
  // At least one diagonal step wide, so that the bands of adjacent rows always overlap.
  const halfBand =
    height * width <= mostCells
      ? farthestFromDiagonal(texts, window)
      : Math.max(narrowestBand, slope + 1, Math.floor(mostCells / height / 2))
  const lowest = (row: number): number => Math.max(0, Math.round((row * width) / height) - halfBand)
  const highest = (row: number): number => Math.min(width, Math.round((row * width) / height) + halfBand)
  const stride = Math.min(width, 2 * halfBand) + 1
  const steps = new Uint8Array((height + 1) * stride)
  let above = new Int32Array(width + 1)
  let scores = new Int32Array(width + 1)
  const { oldTexts, newTexts, oldKeys, newKeys } = texts
  // The row above; empty at first.
  let aboveLow = 0
  let aboveHigh = -1
  for (let row = 0; row <= height; row += 1) {
    const low = lowest(row)
    const high = highest(row)
    const oldKey = oldKeys[window.oldFrom + row - 1]
    const oldText = oldTexts[window.oldFrom + row - 1]
    let left = -1
    for (let column = low; column <= high; column += 1) {
      let best = row === 0 && column === 0 ? 0 : -1
      let step = 0
      const up = column >= aboveLow && column <= aboveHigh ? (above[column] ?? -1) : -1
      if (up > best) {
        best = up
        step = fromAbove
      }
      if (left > best) {
        best = left
        step = fromLeft
      }
      if (column > aboveLow && column <= aboveHigh + 1) {
        const place = window.newFrom + column - 1
        if (oldKey === newKeys[place]) {
          const score = oldText === newTexts[place] ? exactScore : alikeScore
          const diagonal = above[column - 1] ?? -1
          if (diagonal >= 0 && diagonal + score > best) {
            best = diagonal + score
            step = fromBoth
          }
        }
      }
      scores[column] = best
      left = best
      steps[row * stride + column - low] = step
    }
    aboveLow = low
    aboveHigh = high
    ;[above, scores] = [scores, above]
  }
  let row = height
  let column = width
  while (row > 0 || column > 0) {
    const step = steps[row * stride + column - lowest(row)]
    if (step === fromBoth) {
      row -= 1
      column -= 1
      const old = window.oldFrom + row
      const place = window.newFrom + column
      matches.push({ old, new: place, exact: isExact(texts, old, place) })
    } else if (step === fromAbove) row -= 1
    else column -= 1
  }
}
