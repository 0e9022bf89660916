import type { CaptionNames } from '../../transcript/caption-settings.ts'
import type { Atom } from '../words/atoms.ts'
import type { CaptionRules } from '../caption-rules.ts'
import type { CostTable } from './cost-table.ts'
import { lastSpeakerOf, type PlacedAtom } from '../words/reading-order.ts'
import { wordsIn } from './reading-time.ts'
import { spareTime } from './spare-time.ts'

export interface ShownNames {
  /** The text before a speaker's words, without its space; '' for none. */
  readonly prefixOf: (speakerId: string | null) => string
  /** Which cues have the prefix, unless their marks say otherwise. */
  readonly names: CaptionNames
  /** The speaker before the first atom; undefined if none. */
  readonly speakerBefore: string | null | undefined
}

export function makeCostTable(
  placed: readonly PlacedAtom[],
  rules: CaptionRules,
  { prefixOf, names, speakerBefore }: ShownNames,
): CostTable {
  const count = placed.length
  const table = {
    startsMs: new Float64Array(count),
    endsMs: new Float64Array(count),
    voices: new Int32Array(count),
    paragraphs: new Int32Array(count),
    prefixLengths: new Int32Array(count),
    givenLengths: new Int32Array(count),
    nameMarks: new Uint8Array(count),
    textLengths: new Int32Array(count),
    joinerLengths: new Int32Array(count),
    wordCounts: new Int32Array(count),
    mustBreak: new Uint8Array(count + 1),
    sentenceStarts: new Uint8Array(count + 1),
    cueBreakCosts: new Float64Array(count + 1),
    lineBreakCosts: new Float64Array(count + 1),
    lineMarks: new Int32Array(count + 1),
  }
  const lengths = new Int32Array(count + 1)
  const countsWords = rules.wordsPerMinute !== undefined || rules.minMsPerWord !== undefined
  let spokenUntilMs = 0
  for (const [index, { atom, voice, paragraph, speakerId }] of placed.entries()) {
    const before = placed[index - 1]
    const { marked } = atom
    const startMs = marked?.cueStartMs ?? atom.startMs
    const endMs = atom.fixed?.endMs ?? atom.endMs
    table.startsMs[index] = startMs
    table.endsMs[index] = endMs
    table.voices[index] = voice
    table.paragraphs[index] = paragraph
    table.textLengths[index] = atom.text.length
    table.joinerLengths[index] = atom.joiner.length
    if (countsWords) table.wordCounts[index] = wordsIn(atom.text)
    lengths[index + 1] = (lengths[index] ?? 0) + atom.joiner.length + atom.text.length
    const name = prefixOf(speakerId).length
    table.givenLengths[index] = name
    const lastSpeaker = before === undefined ? speakerBefore : lastSpeakerOf(before)
    const isNamed = names === 'always' || (names === 'change' && lastSpeaker !== speakerId)
    if (marked?.showsName !== undefined) table.nameMarks[index] = marked.showsName ? 1 : 2
    if (marked?.showsName ?? isNamed) table.prefixLengths[index] = fittingName(atom, name, rules)
    // A pause is measured between spoken words, whatever times marks give to cues.
    const pauseMs = atom.startMs - spokenUntilMs
    const isAfterEnd = before?.atom.marked?.cueEndMs !== undefined
    const startsCue = atom.startsCue || isAfterEnd || (before !== undefined && pauseMs > rules.pauseMs)
    table.mustBreak[index] = startsCue ? 1 : 0
    table.sentenceStarts[index] = atom.breakKind === 'sentence' ? 1 : 0
    const unwanted = atom.unwantedBreak ? rules.costs.unwantedBreak : 0
    const cut = rules.costs.cueBreak[atom.breakKind]
    const discount = (Math.max(0, pauseMs) / 100) * rules.costs.pauseDiscount
    table.cueBreakCosts[index] = Math.max(0, cut - discount) + unwanted
    table.lineBreakCosts[index] = cut * rules.costs.lineBreakShare + unwanted
    table.lineMarks[index + 1] = (table.lineMarks[index] ?? 0) + (marked?.startsLine === true ? 1 : 0)
    spokenUntilMs = Math.max(spokenUntilMs, atom.endMs)
  }
  table.sentenceStarts[count] = 1
  addOtherVoices(table, placed)
  addDisorder(table, placed, rules)
  const spare = spareTime({ ...table, placed }, lengths, rules)
  return {
    ...table,
    spareBefore: spare.before,
    spareAfter: spare.after,
    rules,
    names,
    placed,
    count,
    lineLength: (from, to) => (lengths[to] ?? 0) - (lengths[from] ?? 0) - (table.joinerLengths[from] ?? 0),
  }
}

/** Only a mark can request a name that leaves no room on the only line of a cue: the name is omitted. */
function fittingName(atom: Atom, name: number, rules: CaptionRules): number {
  const isTooLong = rules.maxLines < 2 && name + 1 + atom.text.length > rules.maxCharactersPerLine
  return isTooLong ? 0 : name
}

type Columns = Pick<CostTable, 'cueBreakCosts' | 'sentenceStarts'>

/** A break where two people speak at once cuts both, and costs as much as the worse of the two cuts. */
function addOtherVoices(table: Columns, placed: readonly PlacedAtom[]): void {
  for (let index = 1; index < placed.length; index++) {
    const before = placed[index - 1]
    if (before === undefined || before.paragraph === placed[index]?.paragraph) continue
    const rest = nextOfParagraph(placed, index)
    if (rest < 0) continue
    table.cueBreakCosts[index] = Math.max(table.cueBreakCosts[index] ?? 0, table.cueBreakCosts[rest] ?? 0)
    if (placed[rest]?.atom.breakKind !== 'sentence') table.sentenceStarts[index] = 0
  }
}

/** How many atoms ahead to look for the continuation of an interrupted paragraph. */
const interruption = 20

/** Index at which the paragraph of the atom before `index` continues; -1 if it does not. */
function nextOfParagraph(placed: readonly PlacedAtom[], index: number): number {
  const paragraph = placed[index - 1]?.paragraph
  for (let ahead = index; ahead < placed.length && ahead < index + interruption; ahead++) {
    if (placed[ahead]?.paragraph === paragraph) return ahead
  }
  return -1
}

/** Penalizes a cue that begins with a word starting after a later one, because cues must be in order of start. */
function addDisorder(table: Columns, placed: readonly PlacedAtom[], rules: CaptionRules): void {
  let earliestMs = Infinity
  for (let index = placed.length - 1; index > 0; index--) {
    const startMs = placed[index]?.atom.startMs ?? 0
    if (startMs > earliestMs) {
      table.cueBreakCosts[index] = (table.cueBreakCosts[index] ?? 0) + rules.costs.unwantedBreak
    }
    earliestMs = Math.min(earliestMs, startMs)
  }
}
