import type { Mark, Paragraph } from '../transcript/transcript.ts'

/** A word as shown in captions: marks applied, spaces separated out, times whole and increasing. */
export interface CaptionWord {
  /** Id of the transcript's word (for a `wording`, the first one it replaces). */
  readonly id: string
  /** A line may begin here: a breaking space precedes the word, or it begins its paragraph. */
  readonly spaced: boolean
  /** Never empty; no line ends or control characters, no breaking space at either end. */
  readonly text: string
  readonly startMs: number
  readonly endMs: number
  /** Mark `break-before`: a cue begins here. */
  readonly startsCue: boolean
  /** Mark `no-break`: breaks before this word are avoided where possible. */
  readonly keepsTogether: boolean
}

export interface CaptionParagraph {
  readonly speakerId: string | null
  readonly language: string
  readonly words: readonly CaptionWord[]
}

/** Upper limit for the duration of a word: recognizers stretch last words over pauses and music. */
const longestWordMs = 3_000

// oxlint-disable-next-line no-control-regex -- control characters are what is being taken out
const controls = /[\u0000-\u001F\u007F-\u009F\u2028\u2029]+/g
const outerSpaces =
  /^[ \u1680\u2000-\u2006\u2008-\u200A\u205F\u3000]+|[ \u1680\u2000-\u2006\u2008-\u200A\u205F\u3000]+$/g
const leadingSpace = /^[ \u1680\u2000-\u2006\u2008-\u200A\u205F\u3000]/

/**
 * The words to caption, paragraph by paragraph in the order of their first word. Notes are private and not captioned,
 * nor are words under a `time` mark; unknown marks and marks whose words are gone are ignored.
 */
export function captionParagraphs(
  paragraphs: readonly Paragraph[],
  marks: readonly Mark[],
  language: string,
): CaptionParagraph[] {
  const edits = wordEdits(paragraphs, marks)
  const kept: CaptionParagraph[] = []
  for (const paragraph of paragraphs) {
    if (paragraph.kind === 'note') continue
    const words = wordsOf(paragraph, edits)
    if (words.length === 0) continue
    const known = paragraph.language === '' || paragraph.language === 'und' ? language : paragraph.language
    kept.push({ speakerId: paragraph.speakerId, language: known, words })
  }
  return kept.sort((a, b) => startOf(a) - startOf(b))
}

const startOf = (paragraph: CaptionParagraph): number => paragraph.words[0]?.startMs ?? 0

interface WordEdits {
  readonly hidden: ReadonlySet<string>
  readonly startsCue: ReadonlySet<string>
  readonly keepsTogether: ReadonlySet<string>
  /** First replaced word → the replacement text and its end. */
  readonly wording: ReadonlyMap<string, { readonly texts: readonly string[]; readonly endMs: number }>
}

function wordEdits(paragraphs: readonly Paragraph[], marks: readonly Mark[]): WordEdits {
  const hidden = new Set<string>()
  const startsCue = new Set<string>()
  const keepsTogether = new Set<string>()
  const wording = new Map<string, { texts: string[]; endMs: number }>()
  const edits = { hidden, startsCue, keepsTogether, wording }
  if (marks.length === 0) return edits

  const words = paragraphs.flatMap((paragraph) => paragraph.words)
  const places = new Map(words.map((word, index) => [word.id, index]))
  for (const mark of marks) {
    const from = places.get(mark.fromWordId)
    const to = places.get(mark.toWordId)
    if (from === undefined || to === undefined) continue
    const span = words.slice(Math.min(from, to), Math.max(from, to) + 1)
    const first = span[0]
    if (first === undefined) continue
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
      case 'wording': {
        for (const word of span) hidden.add(word.id)
        const texts = shownText(mark.value)
          .split(' ')
          .filter((text) => text !== '')
        if (texts.length > 0) wording.set(first.id, { texts, endMs: span.at(-1)?.endMs ?? first.endMs })
        break
      }
      default:
    }
  }
  return edits
}

/** Without line ends, control characters and half characters; spaces as they are. */
export const cleanText = (text: string): string => text.toWellFormed().replace(controls, ' ')

const shownText = (text: string): string => cleanText(text).replace(/ {2,}/g, ' ').replace(outerSpaces, '')

function wordsOf(paragraph: Paragraph, edits: WordEdits): CaptionWord[] {
  const words: CaptionWord[] = []
  let earliest = 0
  let spaced = true
  let startsCue = false
  const add = (id: string, text: string, startMs: number, endMs: number, keepsTogether: boolean): void => {
    earliest = Math.max(earliest, Number.isFinite(startMs) ? Math.round(startMs) : 0)
    const end = Number.isFinite(endMs) ? Math.round(endMs) : earliest
    words.push({
      id,
      spaced: spaced || words.length === 0,
      text,
      startMs: earliest,
      endMs: Math.min(Math.max(end, earliest), earliest + longestWordMs),
      startsCue,
      keepsTogether,
    })
    spaced = false
    startsCue = false
  }

  for (const word of paragraph.words) {
    // A hidden word passes its space and the break before it to the next shown word.
    const before = word.before.replace(controls, ' ')
    spaced ||= leadingSpace.test(before)
    startsCue ||= edits.startsCue.has(word.id)
    const keepsTogether = edits.keepsTogether.has(word.id)
    const wording = edits.wording.get(word.id)
    if (wording !== undefined) {
      const spanMs = Math.max(0, wording.endMs - word.startMs)
      const length = wording.texts.reduce((sum, text) => sum + text.length, 0)
      let position = 0
      for (const text of wording.texts) {
        const startMs = word.startMs + (spanMs * position) / length
        position += text.length
        spaced = true
        add(word.id, text, startMs, word.startMs + (spanMs * position) / length, keepsTogether)
      }
    } else if (!edits.hidden.has(word.id)) {
      const text = shownText(before + word.text)
      if (text !== '') add(word.id, text, word.startMs, word.endMs, keepsTogether)
      else spaced = true
    }
  }
  return words.map((word, index) => untilNext(word, words[index + 1]))
}

/** Limits a word's end to the start of the next. */
function untilNext(word: CaptionWord, next: CaptionWord | undefined): CaptionWord {
  if (next === undefined || word.endMs <= next.startMs) return word
  return { ...word, endMs: next.startMs }
}
