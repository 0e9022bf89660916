import type { Atom } from './atoms.ts'
import type { CaptionNames } from './caption-names.ts'
import { wordsIn } from './reading-time.ts'
import type { PlacedAtom } from './reading-order.ts'
import type { CaptionRules } from './caption-rules.ts'
import { spareTime } from './spare-time.ts'

/**
 * The atoms in reading order as columns, with everything needed to compute a cue's cost. Index `n` is the place
 * before atom `n`; `count` is the end.
 */
export interface Track {
  readonly rules: CaptionRules
  readonly names: CaptionNames
  readonly placed: readonly PlacedAtom[]
  readonly count: number
  readonly startsMs: Float64Array
  readonly endsMs: Float64Array
  readonly voices: Int32Array
  readonly paragraphs: Int32Array
  /** Length of the `Name:` with which a cue beginning here opens; 0 for none. */
  readonly prefixLengths: Int32Array
  /** Length of the speaker's `Name:`, whether or not it is shown. */
  readonly givenLengths: Int32Array
  /** 1 where a mark shows the name in the cue that begins here, 2 where it hides it. */
  readonly nameMarks: Uint8Array
  /** Length of the atom alone, and of its joiner. */
  readonly textLengths: Int32Array
  readonly joinerLengths: Int32Array
  /** How many words the atom has; 0 where the rules do not count them. */
  readonly wordCounts: Int32Array
  /** How much earlier and later a cue may begin here, at the cost of its neighbors (`spareTime`). */
  readonly spareBefore: Int32Array
  readonly spareAfter: Int32Array
  /** 1 where a cue must begin: a long pause or a person's mark. */
  readonly mustBreak: Uint8Array
  /** 1 where a sentence ends before this atom, or its paragraph begins with it. */
  readonly sentenceStarts: Uint8Array
  /** The cost of ending a cue here; 0 at the end. */
  readonly cueBreakCosts: Float64Array
  readonly lineBreakCosts: Float64Array
  /** How many line breaks set by marks are before each place. */
  readonly lineMarks: Int32Array
  /** Length of the atoms `from` to `to` (excluded) of one voice on one line. */
  readonly lineLength: (from: number, to: number) => number
}

export interface TrackNames {
  /** The text before a speaker's words, without its space; '' for none. */
  readonly prefixOf: (speakerId: string | null) => string
  /** Which cues have the prefix, unless their marks say otherwise. */
  readonly names: CaptionNames
  /** The speaker before the first atom; undefined for none. */
  readonly speakerBefore: string | null | undefined
}

export function makeTrack(
  placed: readonly PlacedAtom[],
  rules: CaptionRules,
  { prefixOf, names, speakerBefore }: TrackNames,
): Track {
  const count = placed.length
  const track = {
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
    track.startsMs[index] = startMs
    track.endsMs[index] = endMs
    track.voices[index] = voice
    track.paragraphs[index] = paragraph
    track.textLengths[index] = atom.text.length
    track.joinerLengths[index] = atom.joiner.length
    if (countsWords) track.wordCounts[index] = wordsIn(atom.text)
    lengths[index + 1] = (lengths[index] ?? 0) + atom.joiner.length + atom.text.length
    const name = prefixOf(speakerId).length
    track.givenLengths[index] = name
    const lastSpeaker = before === undefined ? speakerBefore : lastSpeakerOf(before)
    const isNamed = names === 'always' || (names === 'change' && lastSpeaker !== speakerId)
    if (marked?.showsName !== undefined) track.nameMarks[index] = marked.showsName ? 1 : 2
    if (marked?.showsName ?? isNamed) track.prefixLengths[index] = fittingName(atom, name, rules)
    // A pause is one of speech, whatever times marks give to cues.
    const pauseMs = atom.startMs - spokenUntilMs
    const isAfterEnd = before?.atom.marked?.cueEndMs !== undefined
    const startsCue = atom.startsCue || isAfterEnd || (before !== undefined && pauseMs > rules.pauseMs)
    track.mustBreak[index] = startsCue ? 1 : 0
    track.sentenceStarts[index] = atom.breakKind === 'sentence' ? 1 : 0
    const unwanted = atom.unwantedBreak ? rules.costs.unwantedBreak : 0
    const cut = rules.costs.cueBreak[atom.breakKind]
    const discount = (Math.max(0, pauseMs) / 100) * rules.costs.pauseDiscount
    track.cueBreakCosts[index] = Math.max(0, cut - discount) + unwanted
    track.lineBreakCosts[index] = cut * rules.costs.lineBreakShare + unwanted
    track.lineMarks[index + 1] = (track.lineMarks[index] ?? 0) + (marked?.startsLine === true ? 1 : 0)
    spokenUntilMs = Math.max(spokenUntilMs, atom.endMs)
  }
  track.sentenceStarts[count] = 1
  addOtherVoices(track, placed)
  addDisorder(track, placed, rules)
  const spare = spareTime({ ...track, placed }, lengths, rules)
  return {
    ...track,
    spareBefore: spare.before,
    spareAfter: spare.after,
    rules,
    names,
    placed,
    count,
    lineLength: (from, to) => (lengths[to] ?? 0) - (lengths[from] ?? 0) - (track.joinerLengths[from] ?? 0),
  }
}

/** Whether a mark breaks a line after the first of the atoms `from` to `to`. */
export function breaksLine(track: Pick<Track, 'lineMarks'>, from: number, to: number): boolean {
  return (track.lineMarks[to] ?? 0) > (track.lineMarks[from + 1] ?? 0)
}

/** Whether each line of a cue of several speakers that begins here has a name, unless it has none to show. */
export function hasLineName(track: Pick<Track, 'names' | 'nameMarks'>, from: number): boolean {
  const mark = track.nameMarks[from] ?? 0
  return mark === 0 ? track.names !== 'never' : mark === 1
}

/** The last of a cue of several speakers. */
export function lastSpeakerOf({ atom, speakerId }: PlacedAtom): string | null {
  const last = atom.fixed?.parts.at(-1)
  return last === undefined ? speakerId : last.speakerId
}

/** Only a mark can ask for a name that leaves no room on the only line of a cue: it is left out. */
function fittingName(atom: Atom, name: number, rules: CaptionRules): number {
  const isTooLong = rules.maxLines < 2 && name + 1 + atom.text.length > rules.maxCharactersPerLine
  return isTooLong ? 0 : name
}

type Columns = Pick<Track, 'cueBreakCosts' | 'sentenceStarts'>

/** A break where two people speak at once cuts both, and costs as much as the worse of the two cuts. */
function addOtherVoices(track: Columns, placed: readonly PlacedAtom[]): void {
  for (let index = 1; index < placed.length; index++) {
    const before = placed[index - 1]
    if (before === undefined || before.paragraph === placed[index]?.paragraph) continue
    const rest = nextOfParagraph(placed, index)
    if (rest < 0) continue
    track.cueBreakCosts[index] = Math.max(track.cueBreakCosts[index] ?? 0, track.cueBreakCosts[rest] ?? 0)
    if (placed[rest]?.atom.breakKind !== 'sentence') track.sentenceStarts[index] = 0
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
function addDisorder(track: Columns, placed: readonly PlacedAtom[], rules: CaptionRules): void {
  let earliestMs = Infinity
  for (let index = placed.length - 1; index > 0; index--) {
    const startMs = placed[index]?.atom.startMs ?? 0
    if (startMs > earliestMs) {
      track.cueBreakCosts[index] = (track.cueBreakCosts[index] ?? 0) + rules.costs.unwantedBreak
    }
    earliestMs = Math.min(earliestMs, startMs)
  }
}
