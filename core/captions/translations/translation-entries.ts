import type { Transcript } from '../../transcript/transcript.ts'
import type { Cue } from '../cues.ts'
import { wordOrder, type WordOrder } from '../edits/word-order.ts'
import { joinTranslations, translationsInto, textOfMark, type TranslationMark } from './translation-marks.ts'

/**
 * A text in another language and the cues that it covers: from the start of the first to the end of the last.
 */
export interface TranslationEntry {
  /** In order, at least one. */
  readonly cues: readonly Cue[]
  /** In the order of their words, at least one. */
  readonly marks: readonly TranslationMark[]
  /** As stored, not blank. */
  readonly text: string
}

export interface TranslationEntries {
  /** In the order of their first cues. */
  readonly entries: readonly TranslationEntry[]
  /** By the index of each of their cues. */
  readonly byCue: ReadonlyMap<number, TranslationEntry>
  /**
   * Cues that only continue a word of an earlier one, which is longer than a line, mapped to that cue, whose
   * text they share.
   */
  readonly continued: ReadonlyMap<number, number>
  /**
   * Index of the cue of each word, by its place (`wordOrder`); -1 for none. A word in two cues is in the
   * first.
   */
  readonly cueOf: Int32Array
  /** Texts whose words no longer exist or are in no caption; in the order of the transcript. */
  readonly unplaced: readonly TranslationMark[]
}

/**
 * Where the translations into a language are shown, however the cues have changed since they were typed. A
 * text covers the cues that have at least half of their words under it, else the one with most of its words;
 * a cue belongs to one text, and other texts shown there are joined to it.
 */
export function translationEntries(
  transcript: Pick<Transcript, 'paragraphs' | 'marks'>,
  cues: readonly Cue[],
  language: string,
): TranslationEntries {
  const { paragraphs, marks } = transcript
  const before = known.get(cues)
  if (before?.language === language && before.paragraphs === paragraphs && before.marks === marks) {
    return before.entries
  }
  const entries = findEntries(transcript, cues, language)
  known.set(cues, { paragraphs, marks, language, entries })
  return entries
}

interface Known extends Pick<Transcript, 'paragraphs' | 'marks'> {
  readonly language: string
  readonly entries: TranslationEntries
}

/** Cached, as several parts of the page request the same. */
const known = new WeakMap<readonly Cue[], Known>()

function findEntries(
  transcript: Pick<Transcript, 'paragraphs' | 'marks'>,
  cues: readonly Cue[],
  language: string,
): TranslationEntries {
  const marks = translationsInto(transcript, language).filter((mark) => textOfMark(mark) !== '')
  const order = wordOrder(transcript)
  const { cueOf, sizes, continued } = wordsOfCues(order, cues)
  const placed: PlacedTranslation[] = []
  const unplaced: TranslationMark[] = []
  for (const mark of marks) {
    const from = order.places.get(mark.fromWordId)
    const to = order.places.get(mark.toWordId)
    const counts = from === undefined || to === undefined ? NOTHING : countCues(cueOf, from, to)
    if (mark.value.isUnplaced === true || counts.size === 0) unplaced.push(mark)
    else placed.push({ mark, from: from ?? 0, counts })
  }
  placed.sort((a, b) => a.from - b.from)
  const owners = ownersOf(placed, sizes)
  const groups = new Map<PlacedTranslation | number, { cues: Set<number>; marks: TranslationMark[] }>()
  const groupOf = (key: PlacedTranslation | number): { cues: Set<number>; marks: TranslationMark[] } => {
    const group = groups.get(key) ?? { cues: new Set(), marks: [] }
    groups.set(key, group)
    return group
  }
  const isOwner = new Set(owners.values())
  for (const [cue, owner] of owners) groupOf(owner).cues.add(cue)
  for (const one of placed) {
    const home = isOwner.has(one) ? one : mostWords(one.counts)
    // A text without a cue of its own is shown with the text that has the cue.
    const group = groupOf(typeof home === 'number' ? (owners.get(home) ?? home) : home)
    if (typeof home === 'number') group.cues.add(home)
    group.marks.push(one.mark)
  }
  for (const [cue, owner] of continued) {
    for (const group of groups.values()) if (group.cues.has(owner)) group.cues.add(cue)
  }
  const entries = [...groups.values()]
    .map((group): TranslationEntry => ({
      cues: [...group.cues].sort((a, b) => a - b).flatMap((index) => cues[index] ?? []),
      marks: group.marks,
      text: joinTranslations(group.marks.map(textOfMark)),
    }))
    .sort((a, b) => (a.cues[0]?.index ?? 0) - (b.cues[0]?.index ?? 0))
  const byCue = new Map(entries.flatMap((entry) => entry.cues.map(({ index }) => [index, entry] as const)))
  return { entries, byCue, continued, cueOf, unplaced }
}

interface PlacedTranslation {
  readonly mark: TranslationMark
  readonly from: number
  /** How many of its words are in each cue. */
  readonly counts: ReadonlyMap<number, number>
}

const NOTHING: ReadonlyMap<number, number> = new Map()

interface WordsOfCues extends Pick<TranslationEntries, 'continued' | 'cueOf'> {
  /** How many words each cue has. */
  readonly sizes: Int32Array
}

/** The last requested cues, while the words are the same: typing in a translation changes neither. */
const knownWords = new WeakMap<WordOrder, { cues: readonly Cue[]; made: WordsOfCues }>()

function wordsOfCues(order: WordOrder, cues: readonly Cue[]): WordsOfCues {
  const before = knownWords.get(order)
  const isSame = before?.cues.length === cues.length && before.cues.every((cue, index) => cue === cues[index])
  if (before !== undefined && isSame) return before.made
  const made = findWords(order, cues)
  knownWords.set(order, { cues, made })
  return made
}

function findWords({ words, places }: WordOrder, cues: readonly Cue[]): WordsOfCues {
  const cueOf = new Int32Array(words.length).fill(-1)
  const sizes = new Int32Array(cues.length)
  const continued = new Map<number, number>()
  for (const [index, { wordIds }] of cues.entries()) {
    for (const id of wordIds) {
      const place = places.get(id)
      if (place === undefined || cueOf[place] !== -1) continue
      cueOf[place] = index
      sizes[index] = (sizes[index] ?? 0) + 1
    }
    const first = cueOf[places.get(wordIds[0] ?? '') ?? -1] ?? -1
    if (sizes[index] === 0 && first >= 0) continued.set(index, first)
  }
  return { cueOf, sizes, continued }
}

function countCues(cueOf: Int32Array, from: number, to: number): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (let place = from; place <= to; place += 1) {
    const cue = cueOf[place] ?? -1
    if (cue >= 0) counts.set(cue, (counts.get(cue) ?? 0) + 1)
  }
  return counts
}

/**
 * For each cue, the text that has most of its words, if that is at least half of them; on a tie the first.
 */
function ownersOf(
  placed: readonly PlacedTranslation[],
  sizes: Int32Array,
): ReadonlyMap<number, PlacedTranslation> {
  const owners = new Map<number, PlacedTranslation>()
  for (const one of placed) {
    for (const [cue, count] of one.counts) {
      if (count * 2 >= (sizes[cue] ?? 0) && count > (owners.get(cue)?.counts.get(cue) ?? 0))
        owners.set(cue, one)
    }
  }
  return owners
}

function mostWords(counts: ReadonlyMap<number, number>): number {
  let [best, most] = [0, 0]
  for (const [cue, count] of counts) if (count > most) [best, most] = [cue, count]
  return best
}
