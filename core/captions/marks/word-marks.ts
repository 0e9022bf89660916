import type { CuePosition } from '../../transcript/marks/kinds/position.ts'
import type { Mark, Paragraph, Word } from '../../transcript/transcript.ts'
import { fixedRanges, type FixedRange } from './fixed-ranges.ts'
import { shownText } from './shown-text.ts'

/** What marks say about one word besides hiding it: omitted if there is nothing. */
export interface WordEffects {
  /** A line begins here inside its cue. */
  readonly startsLine?: true
  readonly italic?: true
  readonly position?: CuePosition
  /** Whether the cue that begins here shows the speaker's name, whatever the option for names. */
  readonly showsName?: boolean
  /** When the cue that begins here starts. */
  readonly cueStartMs?: number
  /** When the cue that ends here ends. */
  readonly cueEndMs?: number
}

/** A word of a text shown instead of the spoken words. */
export interface WordingText {
  readonly text: string
  readonly startsLine: boolean
}

/**
 * The effects of all marks, by word id. Marks of other kinds, and those whose words no longer exist, have
 * none.
 */
export interface WordMarks {
  readonly hidden: ReadonlySet<string>
  readonly startsCue: ReadonlySet<string>
  readonly keepsTogether: ReadonlySet<string>
  /** First replaced word → the replacement text and its end. */
  readonly wording: ReadonlyMap<string, { readonly texts: readonly WordingText[]; readonly endMs: number }>
  readonly effects: ReadonlyMap<string, WordEffects>
  /** Each word of a fixed cue → that cue. */
  readonly fixed: ReadonlyMap<string, FixedRange>
}

interface Collected extends WordMarks {
  readonly hidden: Set<string>
  readonly startsCue: Set<string>
  readonly keepsTogether: Set<string>
  readonly wording: Map<string, { texts: WordingText[]; endMs: number }>
  readonly effects: Map<string, WordEffects>
  readonly fixed: Map<string, FixedRange>
}

export function wordMarks(paragraphs: readonly Paragraph[], marks: readonly Mark[]): WordMarks {
  const collected: Collected = {
    hidden: new Set(),
    startsCue: new Set(),
    keepsTogether: new Set(),
    wording: new Map(),
    effects: new Map(),
    fixed: new Map(),
  }
  if (marks.length === 0) return collected

  const words = paragraphs.flatMap((paragraph) => paragraph.words)
  const places = new Map(words.map((word, index) => [word.id, index]))
  for (const mark of marks) {
    const from = places.get(mark.fromWordId)
    const to = places.get(mark.toWordId)
    if (from === undefined || to === undefined) continue
    collect(collected, mark, words.slice(Math.min(from, to), Math.max(from, to) + 1))
  }
  for (const range of fixedRanges(marks, (id) => places.get(id))) {
    for (const word of words.slice(range.from, range.to + 1)) collected.fixed.set(word.id, range)
  }
  return collected
}

function collect(collected: Collected, mark: Mark, span: readonly Word[]): void {
  const { hidden, startsCue, keepsTogether, wording, effects } = collected
  const first = span[0]
  const last = span.at(-1)
  if (first === undefined || last === undefined) return
  const add = (id: string, effect: WordEffects): void =>
    void effects.set(id, { ...effects.get(id), ...effect })
  switch (mark.kind) {
    case 'break-before':
      startsCue.add(first.id)
      break
    case 'no-break':
      for (const word of span.slice(1)) keepsTogether.add(word.id)
      break
    // A time that a person inserted between the words is not spoken.
    case 'time':
    case 'hide':
      for (const word of span) hidden.add(word.id)
      break
    case 'unspoken':
      // Words of a supplied text that were not spoken and were given no time cannot be shown at one.
      for (const word of span) if (word.endMs <= word.startMs) hidden.add(word.id)
      break
    case 'wording': {
      for (const word of span) hidden.add(word.id)
      const texts = wordingTexts(mark.value)
      if (texts.length > 0) wording.set(first.id, { texts, endMs: last.endMs })
      break
    }
    case 'cue-start':
      if (Number.isFinite(mark.value)) add(first.id, { cueStartMs: mark.value })
      break
    case 'cue-end':
      if (Number.isFinite(mark.value)) add(last.id, { cueEndMs: mark.value })
      break
    case 'line-break':
      add(first.id, { startsLine: true })
      break
    case 'speaker-name':
      add(first.id, { showsName: mark.value })
      break
    case 'italic':
      for (const word of span) add(word.id, { italic: true })
      break
    case 'position':
      for (const word of span) add(word.id, { position: mark.value })
      break
    default:
  }
}

/** A line end in a wording begins a line of the cue. */
function wordingTexts(value: string): WordingText[] {
  return value.split('\n').flatMap((line, index) =>
    shownText(line)
      .split(' ')
      .filter((text) => text !== '')
      .map((text, place) => ({ text, startsLine: index > 0 && place === 0 })),
  )
}
