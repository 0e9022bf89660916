import { asSaidWords } from '../../transcript/as-said-words.ts'
import { edgesOf } from '../../reading/mark-edges.ts'
import { type ReadingChoices, type ReadWords, readWords } from '../../reading/read-words.ts'
import type { Mark, Paragraph, Word } from '../../transcript/transcript.ts'
import type { FixedRange } from '../marks/fixed-ranges.ts'
import { beginsWithSpace, shownText, withoutControls } from '../marks/shown-text.ts'
import { wordMarks, type WordEffects, type WordMarks } from '../marks/word-marks.ts'

/** A word as shown in captions: marks applied, spaces separated, times whole and increasing. */
export interface CaptionWord {
  /** Id of the transcript's word (for a `wording`, the first one it replaces). */
  readonly id: string
  /** A line may begin here: a breaking space precedes the word, or it begins its paragraph. */
  readonly spaced: boolean
  /** Never empty; no line ends or control characters, no breaking space at either end. */
  readonly text: string
  readonly startMs: number
  readonly endMs: number
  /** A mark begins a cue here. */
  readonly startsCue: boolean
  /** Mark `no-break`: breaks before this word are avoided where possible. */
  readonly keepsTogether: boolean
  readonly effects?: WordEffects
  /** Ids of the words that are written as this one: "three hundred" as 300. Omitted: only its own. */
  readonly joined?: readonly string[]
}

/** Words of one speaker. */
export interface CaptionPart {
  readonly speakerId: string | null
  readonly language: string
  readonly words: readonly CaptionWord[]
  /** Entirely from a file: any dashes are already in its text. */
  readonly isImported?: boolean
}

export interface CaptionParagraph extends CaptionPart {
  /** Index of the transcript's paragraph. */
  readonly place: number
  /** A cue with its own times, which consists of exactly these words. */
  readonly fixed?: FixedCue
}

/** A cue whose start and end are set by marks: the rules do not apply to it. */
export interface FixedCue {
  readonly startMs: number
  readonly endMs: number
  /** Its words by speaker: each part has lines of its own. */
  readonly parts: readonly CaptionPart[]
}

/** Maximum duration of a word: recognizers stretch last words over pauses and music. */
const longestWordMs = 3_000

/**
 * The words to caption, paragraph by paragraph in the order of their first word; fixed cues are separate,
 * between the words before and after them. Excluded are notes, which are private, words under a `time` mark,
 * and fillers if they are hidden. Numbers are written as chosen; unknown marks and marks whose words no
 * longer exist are ignored.
 */
export function captionParagraphs(
  paragraphs: readonly Paragraph[],
  marks: readonly Mark[],
  language: string,
  choices: ReadingChoices = {},
): CaptionParagraph[] {
  const effects = wordMarks(paragraphs, marks)
  const edges = choices.numbers === undefined ? undefined : edgesOf(marks)
  const kept: CaptionParagraph[] = []
  let open: OpenCue | null = null
  for (const [place, paragraph] of paragraphs.entries()) {
    if (paragraph.kind === 'note') continue
    const known = paragraph.language === '' || paragraph.language === 'und' ? language : paragraph.language
    const isImported = paragraph.words.every(({ origin }) => origin === 'imported')
    const head = {
      place,
      speakerId: paragraph.speakerId,
      language: known,
      ...(isImported ? { isImported } : {}),
    }
    const read =
      paragraph.kind === 'speech'
        ? readWords(paragraph.words, known, choices, edges, asSaidWords(paragraph.words, marks))
        : null
    const pieces: WordPiece[] = piecesOf(wordsOf(paragraph, effects, open, read))
    for (const { range, words } of pieces) {
      const piece: CaptionParagraph = { ...head, words }
      if (range === undefined) kept.push(piece)
      else if (open !== null && open.range === range) addPart(open.parts, piece)
      else {
        if (open !== null) kept[open.at] = closed(open)
        open = { range, at: kept.length, startMs: startOf(piece), parts: [piece] }
        kept.push(piece)
      }
    }
  }
  if (open !== null) kept[open.at] = closed(open)
  return kept.sort((a, b) => startOf(a) - startOf(b))
}

const startOf = (paragraph: CaptionParagraph): number => paragraph.words[0]?.startMs ?? 0

/** A fixed cue that the next paragraph may continue. */
interface OpenCue {
  readonly range: FixedRange
  /** Index of its paragraph. */
  readonly at: number
  readonly startMs: number
  readonly parts: CaptionParagraph[]
}

/** A speaker who continues in another paragraph does not count as a second one. */
function addPart(parts: CaptionParagraph[], piece: CaptionParagraph): void {
  const last = parts.at(-1)
  if (last === undefined || last.speakerId === null || last.speakerId !== piece.speakerId) parts.push(piece)
  else parts[parts.length - 1] = { ...last, words: [...last.words, ...piece.words] }
}

function closed({ range, parts }: OpenCue): CaptionParagraph {
  const [first] = parts
  return {
    place: first?.place ?? 0,
    speakerId: first?.speakerId ?? null,
    language: first?.language ?? '',
    words: parts.flatMap(({ words }) => words),
    fixed: { startMs: range.startMs, endMs: range.endMs, parts },
  }
}

interface RangedWord {
  readonly range: FixedRange | undefined
  readonly word: CaptionWord
}

/** A run of words of the same fixed cue, or of none. */
interface WordPiece {
  readonly range: FixedRange | undefined
  readonly words: CaptionWord[]
}

function piecesOf(words: readonly RangedWord[]): WordPiece[] {
  const pieces: WordPiece[] = []
  for (const [index, { range, word }] of words.entries()) {
    const shown = untilNext(word, words[index + 1]?.word)
    const last = pieces.at(-1)
    if (last !== undefined && last.range === range) last.words.push(shown)
    else pieces.push({ range, words: [shown] })
  }
  return pieces
}

function wordsOf(
  paragraph: Paragraph,
  marks: WordMarks,
  open: OpenCue | null,
  read: ReadWords | null,
): RangedWord[] {
  const words: RangedWord[] = []
  let earliest = 0
  let spaced = true
  let startsCue = false
  let range: FixedRange | undefined
  /** Effects of hidden words, which the next shown word takes over. */
  let passed: WordEffects | undefined

  const add = (id: string, text: string, startMs: number, endMs: number, effects?: WordEffects): void => {
    earliest = Math.max(earliest, Number.isFinite(startMs) ? Math.round(startMs) : 0)
    const end = Number.isFinite(endMs) ? Math.round(endMs) : earliest
    const joined = read?.joined.get(id)
    const begins = words.length === 0 || words.at(-1)?.range !== range
    const word: CaptionWord = {
      id,
      spaced: spaced || begins,
      text,
      startMs: earliest,
      endMs: Math.min(Math.max(end, earliest), earliest + longestWordMs),
      startsCue: startsCue || effects?.cueStartMs !== undefined,
      keepsTogether: marks.keepsTogether.has(id),
      ...(joined === undefined ? {} : { joined }),
    }
    words.push({ range, word: effects === undefined ? word : { ...word, effects } })
    spaced = false
    startsCue = effects?.cueEndMs !== undefined
    passed = undefined
  }

  for (const said of paragraph.words) {
    const word = read?.changed.get(said.id) ?? said
    const own = marks.fixed.get(word.id)
    if (own !== range) {
      passed = undefined
      // Words after a cue of several paragraphs come after it, even if the speakers overlap.
      if (open !== null && open.range === range) earliest = Math.max(earliest, open.startMs)
      range = own
    }
    if (typeof read?.hidden.get(word.id) === 'string') {
      // It is shown as part of the word before; a cue that ends with it ends there.
      const { cueEndMs } = marks.effects.get(word.id) ?? {}
      if (cueEndMs !== undefined) passOn(words, range, { cueEndMs })
      startsCue ||= cueEndMs !== undefined
      continue
    }
    // A hidden word passes its space and the break before it to the next shown word.
    // The first word that is read has lost its space, but a wording of a hidden word may precede it.
    const isAfterWording = words.length > 0 && word.before === ''
    const before = withoutControls(isAfterWording ? said.before : word.before)
    spaced ||= beginsWithSpace(before)
    startsCue ||= marks.startsCue.has(word.id)
    const effects = together(passed, marks.effects.get(word.id))
    const wording = marks.wording.get(word.id)
    if (wording !== undefined) {
      for (const { text, startMs, endMs, effects: its } of wordedAs(word, wording, effects)) {
        spaced = true
        add(word.id, text, startMs, endMs, its)
      }
    } else if (!marks.hidden.has(word.id) && read?.hidden.has(word.id) !== true) {
      const text = shownText(before + word.text)
      if (text !== '') add(word.id, text, word.startMs, word.endMs, effects)
      else spaced = true
    } else if (effects !== undefined) {
      passed = passOn(words, range, effects)
      startsCue ||= effects.cueEndMs !== undefined
    }
  }
  return words
}

function together(first: WordEffects | undefined, second: WordEffects | undefined): WordEffects | undefined {
  return first === undefined ? second : { ...first, ...second }
}

/** A cue end on a hidden word moves to the word before it; the rest, except italics, to the next. */
function passOn(words: RangedWord[], range: FixedRange | undefined, effects: WordEffects): WordEffects {
  const { cueEndMs, italic: _, ...rest } = effects
  const last = words.at(-1)
  if (cueEndMs !== undefined && last !== undefined && last.range === range) {
    words[words.length - 1] = { range, word: { ...last.word, effects: { ...last.word.effects, cueEndMs } } }
  }
  return rest
}

interface WordedText {
  readonly text: string
  readonly startMs: number
  readonly endMs: number
  readonly effects?: WordEffects
}

/** The texts of a wording, each with its share of the time of the replaced words. */
function wordedAs(
  word: Word,
  { texts, endMs }: { readonly texts: readonly { text: string; startsLine: boolean }[]; endMs: number },
  effects: WordEffects | undefined,
): WordedText[] {
  const spanMs = Math.max(0, endMs - word.startMs)
  const length = texts.reduce((sum, { text }) => sum + text.length, 0)
  let position = 0
  return texts.map(({ text, startsLine }, index) => {
    const startMs = word.startMs + (spanMs * position) / length
    position += text.length
    const its = effectsOfText(effects, index === 0, index === texts.length - 1, startsLine)
    const timed = { text, startMs, endMs: word.startMs + (spanMs * position) / length }
    return its === undefined ? timed : { ...timed, effects: its }
  })
}

function effectsOfText(
  effects: WordEffects | undefined,
  isFirst: boolean,
  isLast: boolean,
  startsLine: boolean,
): WordEffects | undefined {
  if (effects === undefined) return startsLine ? { startsLine } : undefined
  const { cueEndMs, italic, position, ...places } = effects
  return {
    ...(isFirst ? places : {}),
    ...(startsLine ? { startsLine } : {}),
    ...(italic === undefined ? {} : { italic }),
    ...(position === undefined ? {} : { position }),
    ...(isLast && cueEndMs !== undefined ? { cueEndMs } : {}),
  }
}

/** Limits a word's end to the start of the next. */
function untilNext(word: CaptionWord, next: CaptionWord | undefined): CaptionWord {
  if (next === undefined || word.endMs <= next.startMs) return word
  return { ...word, endMs: next.startMs }
}
