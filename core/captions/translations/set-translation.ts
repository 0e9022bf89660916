import type { Edit } from '../../edits/edit.ts'
import type { CueContext } from '../edits/cue-context.ts'
import { cueRanges } from '../edits/cue-range.ts'
import { addMark, removeMark, setMark } from '../edits/mark-edits.ts'
import { idAt, type PlaceRange, wordOrder, type WordOrder } from '../edits/word-order.ts'
import type { Cue } from '../cues.ts'
import { type TranslationEntries, translationEntries, type TranslationEntry } from './translation-entries.ts'
import { translationsInto, translationText, type TranslationMark } from './translation-marks.ts'

/** The text of a cue in another language. */
export interface CueTranslation {
  /** As stored; '' if it has none of its own. */
  readonly text: string
  /** Index of the earlier cue whose text also covers this one; null if there is none. */
  readonly shownWith: number | null
  /** Index of the second cue that its own text covers, where it can be split; null if there is none. */
  readonly second: number | null
  /** False for a cue that only continues a word of an earlier one. */
  readonly canHaveText: boolean
}

type Found = Pick<TranslationEntries, 'byCue' | 'continued'>

export function cueTranslation({ byCue, continued }: Found, { index }: Pick<Cue, 'index'>): CueTranslation {
  const entry = byCue.get(index)
  const first = entry?.cues[0]?.index ?? null
  const owner = continued.get(index) ?? null
  const canHaveText = owner === null
  if (entry === undefined || first !== index) {
    return { text: '', shownWith: first ?? owner, second: null, canHaveText }
  }
  const second = entry.cues.find((cue) => cue.index !== index && !continued.has(cue.index))?.index ?? null
  return { text: entry.text, shownWith: null, second, canHaveText }
}

/**
 * Sets a cue's text in another language; blank removes it. If an earlier cue's text covers this cue, it takes
 * over the rest of that text's cues. The transcript's last mark of a language is kept, so that the language
 * stays.
 */
export function setTranslation(context: CueContext, language: string, cue: Cue, typed: string): Edit[] {
  const found = translationEntries(context.transcript, context.cues, language)
  if (found.continued.has(cue.index)) return []
  return change(context, language, found, new Map([[cue.index, translationText(typed)]]))
}

/** Splits a text that covers several cues: the part after the offset moves to the second and later ones. */
export function splitTranslation(context: CueContext, language: string, cue: Cue, offset: number): Edit[] {
  const found = translationEntries(context.transcript, context.cues, language)
  const { text, second } = cueTranslation(found, cue)
  const before = translationText(text.slice(0, offset))
  const after = translationText(text.slice(offset))
  if (second === null || before === '' || after === '') return []
  const texts = new Map([
    [cue.index, before],
    [second, after],
  ])
  return change(context, language, found, texts)
}

/**
 * Moves the last word to the cue after those that the text covers; to the second of them if there are
 * several.
 */
export function moveTranslationToNext(context: CueContext, language: string, cue: Cue): Edit[] {
  const found = translationEntries(context.transcript, context.cues, language)
  const own = cueTranslation(found, cue)
  const next = context.cues.slice(cue.index + 1).find(({ index }) => !found.continued.has(index))
  const [, rest = '', word = ''] = /^([\s\S]*?)(\S+)$/u.exec(own.text) ?? []
  if (next === undefined || word === '') return []
  const text = cueTranslation(found, next).text
  const texts = new Map([
    [cue.index, translationText(rest)],
    [next.index, text === '' ? word : `${word} ${text}`],
  ])
  return change(context, language, found, texts)
}

/** Moves the first word to the end of the previous text. */
export function moveTranslationToBefore(context: CueContext, language: string, cue: Cue): Edit[] {
  const found = translationEntries(context.transcript, context.cues, language)
  const own = cueTranslation(found, cue)
  const before = context.cues.slice(0, cue.index).findLast(({ index }) => !found.continued.has(index))
  const [, word = '', rest = ''] = /^(\S+)([\s\S]*)$/u.exec(own.text) ?? []
  if (before === undefined || word === '') return []
  const head = found.byCue.get(before.index)?.cues[0] ?? before
  const { text } = cueTranslation(found, head)
  const texts = new Map([
    [head.index, text === '' ? word : `${text} ${word}`],
    [cue.index, translationText(rest)],
  ])
  return change(context, language, found, texts)
}

/** The wanted text and words of an entry. */
interface Wanted {
  readonly cues: readonly Cue[]
  readonly text: string
  readonly marks: readonly TranslationMark[]
}

/** The edits that give the cues these texts, by index of the cue; all others are unchanged. */
function change(
  context: CueContext,
  language: string,
  { byCue, continued, cueOf }: TranslationEntries,
  texts: ReadonlyMap<number, string>,
): Edit[] {
  const touched = new Set<TranslationEntry>()
  const wanted: Wanted[] = []
  for (const [index, text] of [...texts].sort(([a], [b]) => a - b)) {
    const entry = byCue.get(index)
    const cue = context.cues[index]
    if (cue === undefined) continue
    if (entry === undefined) wanted.push({ cues: [cue], text, marks: [] })
    else if (!touched.has(entry)) {
      touched.add(entry)
      wanted.push(...partsOf(entry, texts, continued))
    }
  }
  return arrange(context, language, cueOf, wanted)
}

/** An entry split at each of its cues that is to have a text of its own. */
function partsOf(
  entry: TranslationEntry,
  texts: ReadonlyMap<number, string>,
  continued: TranslationEntries['continued'],
): Wanted[] {
  const own = entry.cues.filter(({ index }) => !continued.has(index))
  const starts = own.flatMap(({ index }, place) =>
    place > 0 && (texts.get(index) ?? '') !== '' ? [place] : [],
  )
  return [0, ...starts].map((start, part) => {
    const cues = own.slice(start, starts[part] ?? own.length)
    const text = texts.get(cues[0]?.index ?? -1) ?? entry.text
    return { cues, text, marks: part === 0 ? entry.marks : [] }
  })
}

function arrange(
  context: CueContext,
  language: string,
  cueOf: TranslationEntries['cueOf'],
  wanted: readonly Wanted[],
): Edit[] {
  const { transcript } = context
  const order = wordOrder(transcript)
  const edits: Edit[] = []
  const removed = new Set<TranslationMark>()
  let isTranslated = false
  for (const { cues, text, marks } of wanted) {
    const range = rangeOf(context, order, cueOf, cues)
    const [first, ...others] = marks
    if (range === null) continue
    if (text === '') {
      for (const mark of marks) removed.add(mark)
      continue
    }
    isTranslated = true
    for (const mark of others) removed.add(mark)
    if (first === undefined) {
      edits.push(addMark(context, order, range, { kind: 'translation', value: { language, text } }))
      continue
    }
    const [fromWordId, toWordId] = [idAt(order, range.from), idAt(order, range.to)]
    const isSame = first.fromWordId === fromWordId && first.toWordId === toWordId && first.value.text === text
    if (!isSame)
      edits.push(
        setMark(context, order, range, { ...first, fromWordId, toWordId, value: { language, text } }),
      )
  }
  const all = translationsInto(transcript, language)
  const left = all.filter((mark) => !removed.has(mark))
  // A blank one only exists for a language without any text.
  if (isTranslated) for (const mark of left) if (translationText(mark.value.text) === '') removed.add(mark)
  const [kept] = removed
  if (!isTranslated && left.length === 0 && kept !== undefined) {
    removed.delete(kept)
    edits.push(blanked(order, context, kept))
  }
  return [...edits, ...[...removed].map((mark) => removeMark(context, mark))]
}

function blanked(order: WordOrder, context: CueContext, mark: TranslationMark): Edit {
  const place = order.words.findIndex(({ id }) => id === mark.fromWordId)
  const { language } = mark.value
  const blank = { ...mark, toWordId: mark.fromWordId, value: { language, text: '' } }
  return setMark(context, order, { from: place, to: place }, blank)
}

/**
 * All words of cues, including those that their wordings replace, without words begun in an earlier cue; if
 * words of other cues are in between, the first run.
 */
export function rangeOf(
  { transcript, cues: all }: Pick<CueContext, 'transcript' | 'cues'>,
  order: WordOrder,
  cueOf: TranslationEntries['cueOf'],
  cues: readonly Cue[],
): PlaceRange | null {
  const ranges = cues.flatMap((cue) => {
    const isOthers = (place: number): boolean => (cueOf[place] ?? -1) >= 0 && cueOf[place] !== cue.index
    const own = cueRanges(order, transcript, all, cue).map((range) => {
      let { from, to } = range
      while (from <= to && isOthers(from)) from += 1
      while (to >= from && isOthers(to)) to -= 1
      return { from, to }
    })
    return own.filter(({ from, to }) => from <= to).slice(0, 1)
  })
  if (ranges.length === 0) return null
  return {
    from: Math.min(...ranges.map(({ from }) => from)),
    to: Math.max(...ranges.map(({ to }) => to)),
  }
}
