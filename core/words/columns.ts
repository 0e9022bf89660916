import type { FormerWord, Word, WordOrigin } from '../transcript/transcript.ts'

/**
 * A run of ids that count up: `[stem, first, count]` is short for `stem.first … stem.(first + count - 1)`. An id that
 * is not of the form `<stem>.<number>` is stored as `[id, -1, 1]`.
 */
export type IdRun = readonly [stem: string, first: number, count: number]

/**
 * Words as columns: how a paragraph's words are stored and transferred. Plain JSON; about a third of the size of
 * objects and a twentieth of the time to parse (measured, see docs/engine.md).
 */
export interface WordColumns {
  readonly ids: readonly IdRun[]
  readonly befores: readonly string[]
  readonly texts: readonly string[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  readonly confidences: readonly (number | null)[]
  /** One letter per word: `r`ecognized, `e`dited, `w`ritten, `i`mported. */
  readonly origins: string
  /** Former words of changed words, by index; omitted when there are none. */
  readonly was?: readonly (readonly [place: number, was: readonly FormerWord[]])[]
}

const letterOfOrigin: Readonly<Record<WordOrigin, string>> = {
  recognised: 'r',
  edited: 'e',
  written: 'w',
  imported: 'i',
}
const originOfLetter: ReadonlyMap<string, WordOrigin> = new Map<string, WordOrigin>([
  ['r', 'recognised'],
  ['e', 'edited'],
  ['w', 'written'],
  ['i', 'imported'],
])

export function packWords(words: readonly Word[]): WordColumns {
  const was = words.flatMap((word, place) => (word.was === undefined ? [] : [[place, word.was] as const]))
  return {
    ids: packIds(words),
    befores: words.map((word) => word.before),
    texts: words.map((word) => word.text),
    starts: words.map((word) => word.startMs),
    ends: words.map((word) => word.endMs),
    confidences: words.map((word) => word.confidence),
    origins: words.map((word) => letterOfOrigin[word.origin]).join(''),
    ...(was.length === 0 ? {} : { was }),
  }
}

/** @throws RangeError when the columns differ in length or hold an unknown origin. */
export function unpackWords(columns: WordColumns): Word[] {
  const ids = unpackIds(columns.ids)
  const former = new Map(columns.was)
  return ids.map((id, index) => {
    const before = columns.befores[index]
    const text = columns.texts[index]
    const startMs = columns.starts[index]
    const endMs = columns.ends[index]
    const confidence = columns.confidences[index]
    const origin = originOfLetter.get(columns.origins.charAt(index))
    if (
      before === undefined ||
      text === undefined ||
      startMs === undefined ||
      endMs === undefined ||
      confidence === undefined ||
      origin === undefined ||
      columns.texts.length !== ids.length
    ) {
      throw new RangeError(`Word columns do not fit together at word ${index} of ${ids.length}`)
    }
    const word = { id, before, text, startMs, endMs, confidence, origin }
    const was = former.get(index)
    return was === undefined ? word : { ...word, was }
  })
}

function packIds(words: readonly Word[]): IdRun[] {
  const runs: [string, number, number][] = []
  for (const { id } of words) {
    const [stem, number] = partsOfId(id)
    const last = runs.at(-1)
    if (
      last !== undefined &&
      number >= 0 &&
      last[0] === stem &&
      last[1] >= 0 &&
      last[1] + last[2] === number
    ) {
      last[2] += 1
    } else runs.push([stem, number, 1])
  }
  return runs
}

function unpackIds(runs: readonly IdRun[]): string[] {
  const ids: string[] = []
  for (const [stem, first, count] of runs) {
    if (first < 0) ids.push(stem)
    else for (let number = first; number < first + count; number += 1) ids.push(`${stem}.${number}`)
  }
  return ids
}

/** Only numbers that convert back to the same characters qualify: not `01`, and at most nine digits. */
function partsOfId(id: string): [stem: string, number: number] {
  const dot = id.lastIndexOf('.')
  const digits = id.slice(dot + 1)
  if (dot < 0 || !/^(?:0|[1-9]\d{0,8})$/.test(digits)) return [id, -1]
  return [id.slice(0, dot), Number(digits)]
}
