import type { Edit } from '../../edits/edit.ts'
import type { Cue } from '../cues.ts'
import { storedMs } from '../../transcript/caption-timing.ts'
import type { CueContext } from '../edits/cue-context.ts'
import { addMark, removeMark } from '../edits/mark-edits.ts'
import { type PlaceRange, wordOrder, type WordOrder } from '../edits/word-order.ts'
import { rangeOf } from './set-translation.ts'
import { translationEntries } from './translation-entries.ts'
import { joinTranslations, translationsInto, translationText } from './translation-marks.ts'

export interface ImportedTranslations {
  /** Replace all texts that the language had. */
  readonly edits: readonly Edit[]
  /** Number of the file's cues by result. */
  readonly placed: number
  readonly unplaced: number
}

/**
 * The cues of a file as the texts of a language: each belongs to the cue with which it shares most time, and
 * to neighboring cues that it covers by at least half and more than any other text. Cues of the file at whose
 * time there is none are kept without a place, at the nearest words.
 */
export function importTranslations(
  context: CueContext,
  language: string,
  file: readonly Pick<Cue, 'startMs' | 'endMs' | 'lines'>[],
): ImportedTranslations {
  const order = wordOrder(context.transcript)
  const { cues } = context
  const { cueOf } = translationEntries(context.transcript, cues, language)
  const texts = file
    .map(({ startMs, endMs, lines }): FileText => ({
      startMs,
      endMs,
      text: translationText(lines.map(({ text }) => text).join('\n')),
    }))
    .filter(({ text }) => text !== '')
  const matches = matchByTime(texts, cues)
  const edits: Edit[] = translationsInto(context.transcript, language).map((mark) =>
    removeMark(context, mark),
  )
  const groups = new Map<number, { from: number; to: number; texts: FileText[] }>()
  const lost: FileText[] = []
  for (const { text, from, to } of matches) {
    if (from < 0) {
      lost.push(text)
      continue
    }
    const group = groups.get(from) ?? { from, to, texts: [] }
    group.to = Math.max(group.to, to)
    group.texts.push(text)
    groups.set(from, group)
  }
  for (const group of groups.values()) {
    const range = rangeOf(context, order, cueOf, cues.slice(group.from, group.to + 1))
    const value = { language, text: joinTranslations(group.texts.map(({ text }) => text)) }
    // A cue that only continues a word of an earlier one cannot have a text.
    if (range === null) lost.push(...group.texts)
    else edits.push(addMark(context, order, range, { kind: 'translation', value }))
  }
  for (const { startMs, text } of lost) {
    const range = nearestWord(order, storedMs(startMs, context.transcript.captionTiming))
    const value = { language, text, isUnplaced: true as const }
    if (range !== null) edits.push(addMark(context, order, range, { kind: 'translation', value }))
  }
  return { edits, placed: texts.length - lost.length, unplaced: lost.length }
}

interface FileText {
  readonly startMs: number
  readonly endMs: number
  readonly text: string
}

/** A text of the file and the first and last of its cues; -1 for none. */
interface Match {
  readonly text: FileText
  readonly from: number
  readonly to: number
}

function matchByTime(texts: readonly FileText[], cues: readonly Cue[]): Match[] {
  const shared = sharedTimes(texts, cues)
  const homes = shared.map((times) => indexOfMost(times))
  /** For each cue, the text that covers most of it. */
  const covering = new Map<number, { text: number; ms: number }>()
  for (const [text, times] of shared.entries()) {
    for (const [cue, ms] of times) {
      if (ms > (covering.get(cue)?.ms ?? 0)) covering.set(cue, { text, ms })
    }
  }
  const isHome = new Set(homes)
  const takes = (text: number, cue: number): boolean => {
    const { startMs = 0, endMs = 0 } = cues[cue] ?? {}
    const ms = shared[text]?.get(cue) ?? 0
    return !isHome.has(cue) && covering.get(cue)?.text === text && ms * 2 >= endMs - startMs
  }
  return texts.map((text, index) => {
    const home = homes[index] ?? -1
    let [from, to] = [home, home]
    if (home >= 0) {
      while (takes(index, from - 1)) from -= 1
      while (takes(index, to + 1)) to += 1
    }
    return { text, from, to }
  })
}

/** For each text, the cues at its time, and the shared time in ms. */
function sharedTimes(texts: readonly FileText[], cues: readonly Cue[]): ReadonlyMap<number, number>[] {
  const longestMs = cues.reduce((longest, { startMs, endMs }) => Math.max(longest, endMs - startMs), 0)
  return texts.map(({ startMs, endMs }) => {
    const times = new Map<number, number>()
    for (let cue = firstFrom(cues, startMs - longestMs); cue < cues.length; cue += 1) {
      const own = cues[cue]
      if (own === undefined || own.startMs >= endMs) break
      const ms = Math.min(endMs, own.endMs) - Math.max(startMs, own.startMs)
      if (ms > 0) times.set(cue, ms)
    }
    return times
  })
}

/** Index of the first cue that starts at or after a time; cues are in order of start. */
function firstFrom(cues: readonly Cue[], ms: number): number {
  let [low, high] = [0, cues.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((cues[middle]?.startMs ?? Infinity) < ms) low = middle + 1
    else high = middle
  }
  return low
}

function indexOfMost(times: ReadonlyMap<number, number>): number {
  let [best, most] = [-1, 0]
  for (const [cue, ms] of times) if (ms > most) [best, most] = [cue, ms]
  return best
}

function nearestWord({ words }: WordOrder, ms: number): PlaceRange | null {
  let [best, least] = [-1, Infinity]
  for (const [place, { startMs }] of words.entries()) {
    const away = Math.abs(startMs - ms)
    if (away < least) [best, least] = [place, away]
  }
  return best < 0 ? null : { from: best, to: best }
}
