import { behaviorOf } from '../transcript/marks/mark-behavior.ts'
import { redactedWords, type RedactedWords } from '../transcript/redacted-words.ts'
import type { Mark, Paragraph, Speaker, Transcript, Word } from '../transcript/transcript.ts'
import { endingOf, placeholderIn } from './placeholder.ts'
import { redactedMarks } from './redacted-marks.ts'
import { edgesOfRuns, type RunEdges } from './run-edges.ts'

/** The parts of a transcript that redaction changes. */
export type RedactableText = Pick<Transcript, 'paragraphs' | 'marks' | 'speakers'>

/** A transcript's words with a placeholder for each run of redacted ones. */
export interface RedactedText extends RedactableText {
  /** The words of each placeholder, by its id, which is that of the first. */
  readonly joined: ReadonlyMap<string, readonly string[]>
  /** Marks whose texts are redacted as a whole, as it is unknown which of their words are redacted. */
  readonly unplaced: readonly Mark[]
}

const none: ReadonlyMap<string, readonly string[]> = new Map()

/** Texts never change in place: several parts of the page ask for the same. */
const known = new WeakMap<readonly Mark[], { of: RedactableText; language: string; made: RedactedText }>()

/**
 * The text as captions, files and films have it: a placeholder for each run of redacted words, in the language of
 * the text or as its mark says. A run ends where a mark begins or ends something in captions, so that they are the
 * same with and without redaction. Unchanged paragraphs and marks stay the same objects.
 */
export function redactedText(
  text: RedactableText,
  language: string,
  redacted: RedactedWords = redactedWords(text),
): RedactedText {
  const { paragraphs, marks, speakers } = text
  // A redacted voice may have no words (any more), but still a name.
  const hasVoice = speakers.some(({ name, redacted: isVoice }) => isVoice === true && name !== null)
  const isOpen = redacted.size === 0 && !hasVoice
  if (isOpen && !marks.some((mark) => behaviorOf(mark)?.onRedacted === 'never-leaves'))
    return { paragraphs, marks, speakers, joined: none, unplaced: [] }
  const before = known.get(marks)
  if (before?.language === language && before.of.paragraphs === paragraphs && before.of.speakers === speakers)
    return before.made
  const placeholder = placeholderIn(language)
  const edges = edgesOfRuns(marks)
  const joined = new Map<string, readonly string[]>()
  const left = paragraphs.map((paragraph) =>
    withPlaceholders(paragraph, redacted, placeholder, edges, joined),
  )
  const made: RedactedText = {
    paragraphs: left,
    speakers: withoutNames(text, redacted),
    ...redactedMarks({ paragraphs, marks }, { redacted, joined, placeholder }),
    joined,
  }
  known.set(marks, { of: text, language, made })
  return made
}

interface KnownParagraph {
  readonly key: string
  readonly made: Paragraph
}

const knownParagraphs = new WeakMap<Paragraph, KnownParagraph>()

/** Adjacent words become one placeholder, which hides their number too; a full stop or comma stays. */
function withPlaceholders(
  paragraph: Paragraph,
  redacted: RedactedWords,
  placeholder: string,
  edges: RunEdges,
  joined: Map<string, readonly string[]>,
): Paragraph {
  const { words } = paragraph
  const runs = runsIn(words, redacted, edges)
  if (runs.length === 0) return paragraph
  for (const { from, to } of runs) {
    const own = words.slice(from, to).map(({ id }) => id)
    joined.set(own[0] ?? '', own)
  }
  const key = `${placeholder} ${JSON.stringify(runs)}`
  const before = knownParagraphs.get(paragraph)
  if (before?.key === key) return before.made
  const left: Word[] = []
  let at = 0
  for (const { from, to, text } of runs) {
    for (const word of words.slice(at, from)) left.push(word)
    left.push(placeholderOf(words.slice(from, to), text ?? placeholder))
    at = to
  }
  for (const word of words.slice(at)) left.push(word)
  const made = { ...paragraph, words: left }
  knownParagraphs.set(paragraph, { key, made })
  return made
}

interface Run {
  readonly from: number
  /** Exclusive. */
  readonly to: number
  readonly text: string | null
}

function runsIn(words: readonly Word[], redacted: RedactedWords, { starts, ends }: RunEdges): Run[] {
  const runs: Run[] = []
  for (let from = 0; from < words.length;) {
    const text = redacted.get(words[from]?.id ?? '')
    let to = from + 1
    if (text !== undefined) {
      const goesOn = (at: number): boolean =>
        redacted.get(words[at]?.id ?? '') === text &&
        !starts.has(words[at]?.id ?? '') &&
        !ends.has(words[at - 1]?.id ?? '')
      while (to < words.length && goesOn(to)) to += 1
      runs.push({ from, to, text })
    }
    from = to
  }
  return runs
}

function placeholderOf(words: readonly Word[], text: string): Word {
  const [first] = words
  const last = words.at(-1)
  if (first === undefined || last === undefined) throw new Error('a placeholder replaces words')
  return {
    id: first.id,
    before: first.before,
    text: text + endingOf(last.text.trimEnd()),
    startMs: first.startMs,
    endMs: Math.max(first.endMs, last.endMs),
    confidence: null,
    origin: 'written',
  }
}

const knownSpeakers = new WeakMap<readonly Speaker[], { key: string; made: readonly Speaker[] }>()

/** A redacted voice has no name, nor does one all of whose words are redacted. */
function withoutNames({ speakers, paragraphs }: RedactableText, redacted: RedactedWords): readonly Speaker[] {
  const speaking = new Set<string | null>()
  const open = new Set<string | null>()
  for (const { speakerId, words } of paragraphs) {
    if (words.length > 0) speaking.add(speakerId)
    if (!open.has(speakerId) && words.some(({ id }) => !redacted.has(id))) open.add(speakerId)
  }
  const hidden = speakers.filter(
    ({ id, name, redacted: isVoice }) =>
      name !== null && (isVoice === true || (speaking.has(id) && !open.has(id))),
  )
  if (hidden.length === 0) return speakers
  const key = JSON.stringify(hidden.map(({ id }) => id))
  const before = knownSpeakers.get(speakers)
  if (before?.key === key) return before.made
  const made = speakers.map((speaker) => (hidden.includes(speaker) ? { ...speaker, name: null } : speaker))
  knownSpeakers.set(speakers, { key, made })
  return made
}
