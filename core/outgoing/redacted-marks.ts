import { behaviorOf } from '../transcript/marks/mark-behavior.ts'
import type { RedactedWords } from '../transcript/redacted-words.ts'
import type { Mark, Paragraph, Transcript, Word } from '../transcript/transcript.ts'
import { placeholderIn } from './placeholder.ts'
import { redactedTranslation, redactedWording, type SpokenWord } from './redacted-wording.ts'

export interface Placeholders {
  readonly redacted: RedactedWords
  /** The words of each placeholder, by its id. */
  readonly joined: ReadonlyMap<string, readonly string[]>
  /** The default text of a placeholder. */
  readonly placeholder: string
}

export interface RedactedMarks {
  readonly marks: readonly Mark[]
  readonly unplaced: readonly Mark[]
}

/** Marks never change in place; one with the same places and text stays the same object. */
const known = new WeakMap<Mark, { readonly key: string; readonly made: Mark }>()

/** What remains of each mark: ends on redacted words move to their placeholder, redacted words leave its text. */
export function redactedMarks(
  { paragraphs, marks }: Pick<Transcript, 'paragraphs' | 'marks'>,
  { redacted, joined, placeholder }: Placeholders,
): RedactedMarks {
  const placeholderIds = new Map([...joined].flatMap(([id, own]) => own.map((each) => [each, id] as const)))
  const near = nearnessIn(paragraphs, marks, redacted)
  const unplaced: Mark[] = []
  const left = marks.flatMap((mark): Mark[] => {
    const onRedacted = behaviorOf(mark)?.onRedacted ?? 'left-out'
    if (onRedacted === 'never-leaves') return []
    const nearness = near(mark)
    if (nearness === 'apart') return [mark]
    if (nearness === 'beside' || onRedacted === 'left-out') return []
    const fromWordId = placeholderIds.get(mark.fromWordId) ?? mark.fromWordId
    const toWordId = placeholderIds.get(mark.toWordId) ?? mark.toWordId
    if (mark.kind === 'no-break' && fromWordId === toWordId) return []
    const text = textIn(mark, () => spokenIn(paragraphs, mark, redacted), placeholder)
    if (text?.isWhole === true) unplaced.push(mark)
    const key = `${fromWordId} ${toWordId} ${text?.text ?? ''}`
    const before = known.get(mark)
    if (before?.key === key) return [before.made]
    const made = { ...withText(mark, text?.text), fromWordId, toWordId }
    known.set(mark, { key, made })
    return [made]
  })
  return { marks: left, unplaced }
}

interface MarkText {
  readonly text: string
  /** It is a placeholder alone: which of its words are redacted is unknown. */
  readonly isWhole: boolean
}

function textIn(mark: Mark, spoken: () => SpokenWord[], placeholder: string): MarkText | undefined {
  if (mark.kind === 'wording') {
    return mark.value.trim() === '' ? undefined : inPlaces(redactedWording, mark.value, spoken(), placeholder)
  }
  if (mark.kind !== 'translation' || mark.value.text.trim() === '') return undefined
  const own = placeholderIn(mark.value.language)
  return inPlaces(redactedTranslation, mark.value.text, spoken(), own)
}

function inPlaces(
  redact: typeof redactedWording,
  text: string,
  spoken: readonly SpokenWord[],
  placeholder: string,
): MarkText {
  const whole = spoken.find(({ redaction }) => redaction !== undefined)?.redaction ?? placeholder
  if (spoken.every(({ redaction }) => redaction !== undefined)) return { text: whole, isWhole: false }
  const placed = redact(text, spoken, placeholder)
  return placed === null ? { text: whole, isWhole: true } : { text: placed, isWhole: false }
}

function withText(mark: Mark, text: string | undefined): Mark {
  if (text === undefined) return mark
  if (mark.kind === 'wording') return { ...mark, value: text }
  return mark.kind === 'translation' ? { ...mark, value: { ...mark.value, text } } : mark
}

/** The words under a mark. */
function spokenIn(paragraphs: readonly Paragraph[], mark: Mark, redacted: RedactedWords): SpokenWord[] {
  const words: Word[] = []
  let isInside = false
  for (const paragraph of paragraphs) {
    for (const word of paragraph.words) {
      isInside ||= word.id === mark.fromWordId
      if (!isInside) continue
      words.push(word)
      if (word.id !== mark.toWordId) continue
      return words.map(({ id, text }) => ({ text, redaction: redacted.get(id) }))
    }
  }
  return []
}

/**
 * Whether a mark has a redacted word, or a text and a word next to which redacted ones were removed: it may
 * be about them. Also if its words no longer exist, as its subject is unknown.
 */
type Nearness = 'on' | 'beside' | 'apart'

function nearnessIn(
  paragraphs: readonly Paragraph[],
  marks: readonly Mark[],
  redacted: RedactedWords,
): (mark: Mark) => Nearness {
  const beside = new Set(
    marks.flatMap((mark) => (mark.kind === 'redacted-sound' ? [mark.fromWordId, mark.toWordId] : [])),
  )
  const places = new Map<string, number>()
  /** How many redacted words precede each place, and how many words next to removed ones. */
  const redactedBefore = [0]
  const besideBefore = [0]
  for (const { words } of paragraphs) {
    for (const { id } of words) {
      places.set(id, places.size)
      redactedBefore.push((redactedBefore.at(-1) ?? 0) + (redacted.has(id) ? 1 : 0))
      besideBefore.push((besideBefore.at(-1) ?? 0) + (beside.has(id) ? 1 : 0))
    }
  }
  return (mark) => {
    const [from, to] = [places.get(mark.fromWordId), places.get(mark.toWordId)]
    if (from === undefined || to === undefined) return 'beside'
    const has = (counts: readonly number[]): boolean => (counts[to + 1] ?? 0) > (counts[from] ?? 0)
    if (has(redactedBefore)) return 'on'
    const holdsText = mark.kind === 'unknown' || behaviorOf(mark)?.holdsText === true
    return holdsText && has(besideBefore) ? 'beside' : 'apart'
  }
}
