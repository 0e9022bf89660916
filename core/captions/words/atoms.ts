import { breakBefore, type BreakKind } from '../../language/line-breaks.ts'
import { isUnspaced } from '../../language/unspaced-scripts.ts'
import type { CuePosition } from '../../transcript/marks/kinds/position.ts'
import type { CaptionParagraph, CaptionPart, CaptionWord, FixedCue } from './caption-words.ts'
import { shiftSpan, type TextSpan } from './text-span.ts'

/** The smallest unit of a line: a word with everything attached to it, or a piece of a long word. */
export interface Atom {
  readonly wordIds: readonly string[]
  readonly text: string
  /** What separates it from the preceding atom on the same line: a space or nothing. */
  readonly joiner: '' | ' '
  readonly startMs: number
  readonly endMs: number
  /** What a break before it would cut. */
  readonly breakKind: BreakKind
  /** Whether a break before it would cut a word, or words that a person wants to keep together. */
  readonly unwantedBreak: boolean
  readonly startsCue: boolean
  readonly marked?: AtomMarks
  /** The whole of a fixed cue: it is cut, timed and laid out by its marks. */
  readonly fixed?: FixedCue
}

/** What marks say about an atom; a piece of a word has only those of its edges. */
export interface AtomMarks {
  readonly startsLine?: true
  readonly italics?: readonly TextSpan[]
  readonly position?: CuePosition
  readonly showsName?: boolean
  readonly cueStartMs?: number
  readonly cueEndMs?: number
}

/** Preferred places to cut a word that is too long. */
const isGoodCut = /[-‐–—/_.\s]/u

/** A paragraph as atoms of at most `limit` characters; together they contain all its text, in order. */
export function atomsOf(paragraph: CaptionPart & Pick<CaptionParagraph, 'fixed'>, limit: number): Atom[] {
  if (paragraph.fixed !== undefined) return [fixedAtom(paragraph, paragraph.fixed)]
  const clusters = clustersOf(paragraph.words)
  const texts = clusters.map((cluster) => cluster.map((word) => word.text).join(''))
  return clusters.flatMap((cluster, index) => {
    const kind = index === 0 ? 'sentence' : breakBefore(texts, index, paragraph.language)
    return packed(cluster, kind, limit)
  })
}

function fixedAtom({ words }: CaptionPart, fixed: FixedCue): Atom {
  const startMs = words[0]?.startMs ?? 0
  const name = words[0]?.effects?.showsName
  const position = words.find((word) => word.effects?.position !== undefined)?.effects?.position
  return {
    wordIds: [...new Set(words.flatMap(idsOf))],
    text: '',
    joiner: '',
    startMs,
    endMs: words.reduce((latest, word) => Math.max(latest, word.endMs), startMs),
    breakKind: 'sentence',
    unwantedBreak: false,
    startsCue: true,
    marked: {
      cueStartMs: fixed.startMs,
      cueEndMs: fixed.endMs,
      ...(name === undefined ? {} : { showsName: name }),
      ...(position === undefined ? {} : { position }),
    },
    fixed,
  }
}

const idsOf = ({ id, joined = [id] }: CaptionWord): readonly string[] => joined

/** Groups of words written without a space between them, e.g. `l'` + `atelier`. */
function clustersOf(words: readonly CaptionWord[]): CaptionWord[][] {
  const clusters: CaptionWord[][] = []
  for (const word of words) {
    const current = clusters.at(-1)
    const last = current?.at(-1)
    const mayBreak =
      word.spaced ||
      word.startsCue ||
      word.effects?.startsLine === true ||
      (isUnspaced(word.text.slice(0, 2)) && isUnspaced(last?.text.slice(-2) ?? ''))
    if (current === undefined || mayBreak) clusters.push([word])
    else current.push(word)
  }
  return clusters
}

function packed(cluster: readonly CaptionWord[], kind: BreakKind, limit: number): Atom[] {
  const atoms: Atom[] = []
  for (const word of cluster.flatMap((long) => pieces(long, limit))) {
    const last = atoms.at(-1)
    if (last !== undefined && last.text.length + word.text.length <= limit && !word.cutBefore) {
      const joined = {
        ...last,
        text: last.text + word.text,
        endMs: word.endMs,
        wordIds: [...last.wordIds, ...idsOf(word)],
      }
      const both = word.effects === undefined ? undefined : joinMarks(last, marksOf(word))
      atoms[atoms.length - 1] = both === undefined ? joined : { ...joined, marked: both }
      continue
    }
    const isFirst = last === undefined
    const atom: Atom = {
      wordIds: idsOf(word),
      text: word.text,
      joiner: word.spaced && (isFirst || word.cutBefore) ? ' ' : '',
      startMs: word.startMs,
      endMs: word.endMs,
      breakKind: isFirst ? kind : 'plain',
      unwantedBreak: !isFirst || word.keepsTogether,
      startsCue: word.startsCue,
    }
    atoms.push(word.effects === undefined ? atom : { ...atom, marked: marksOf(word) })
  }
  return atoms
}

function marksOf({ effects = {}, text }: CaptionWord): AtomMarks {
  const { italic, ...others } = effects
  return italic === undefined ? others : { ...others, italics: [{ from: 0, to: text.length }] }
}

/** Merges the marks of an atom with those of a word attached to it. */
function joinMarks({ text, marked = {} }: Atom, added: AtomMarks): AtomMarks {
  const { italics = [], position, cueEndMs } = added
  const all = [...(marked.italics ?? []), ...italics.map((span) => shiftSpan(span, text.length))]
  return {
    ...(position === undefined ? {} : { position }),
    ...marked,
    ...(cueEndMs === undefined ? {} : { cueEndMs }),
    ...(all.length === 0 ? {} : { italics: all }),
  }
}

interface Piece extends CaptionWord {
  readonly cutBefore: boolean
}

/** Cuts a word longer than a line after a hyphen or similar in the second half of the line, else anywhere. */
function pieces(word: CaptionWord, limit: number): Piece[] {
  if (word.text.length <= limit) return [{ ...word, cutBefore: false }]
  const made: Piece[] = []
  const spanMs = word.endMs - word.startMs
  const timeAt = (position: number): number =>
    word.startMs + Math.round((spanMs * position) / word.text.length)
  let from = 0
  while (from < word.text.length) {
    const to = cutPlace(word.text, from, limit)
    const isFirst = from === 0
    const raw = word.text.slice(from, to)
    const afterSpace = raw.startsWith(' ') || word.text.charAt(from - 1) === ' '
    made.push({
      ...withEffectsOfPiece(word, isFirst, to === word.text.length),
      text: raw.trim(),
      spaced: isFirst ? word.spaced : afterSpace,
      startsCue: word.startsCue && isFirst,
      startMs: timeAt(from),
      endMs: timeAt(to),
      cutBefore: !isFirst,
    })
    from = to
  }
  return made.filter((piece) => piece.text !== '')
}

/** Effects at the start of a word go to its first piece, those at its end to the last. */
function withEffectsOfPiece(word: CaptionWord, isFirst: boolean, isLast: boolean): CaptionWord {
  if (word.effects === undefined) return word
  const {
    effects: { italic, position, cueEndMs, ...start },
    ...others
  } = word
  const effects = {
    ...(isFirst ? start : {}),
    ...(italic === undefined ? {} : { italic }),
    ...(position === undefined ? {} : { position }),
    ...(isLast && cueEndMs !== undefined ? { cueEndMs } : {}),
  }
  return { ...others, effects }
}

function cutPlace(text: string, from: number, limit: number): number {
  if (text.length - from <= limit) return text.length
  for (let to = from + limit; to > from + limit / 2; to--) {
    if (isGoodCut.test(text.charAt(to - 1))) return to
  }
  for (let to = from + limit; to > from + 1; to--) {
    if (!joinsBefore(text, to)) return to
  }
  return from + limit
}

/** Whether the character at `index` belongs to the preceding one (surrogate, accent, joiner). */
function joinsBefore(text: string, index: number): boolean {
  const character = String.fromCodePoint(text.codePointAt(index) ?? 0)
  return /^(?:[\uDC00-\uDFFF]|\p{M}|\u200D)/u.test(character) || text.charAt(index - 1) === '\u200D'
}
