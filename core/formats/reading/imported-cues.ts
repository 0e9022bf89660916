import { iso6391 } from '../../language/iso-639-2.ts'
import { type CueLayout, layoutMarks } from '../../captions/marks/cue-marks.ts'
import type { TranscriptDocument } from '../../transcript/document.ts'
import type { Paragraph, Speaker, Word } from '../../transcript/transcript.ts'
import type { CuePosition } from '../../transcript/marks/kinds/position.ts'
import type { Correction } from '../format.ts'
import { checkLimit } from './limits.ts'
import { StyleMarks, type TextSpan } from './style-marks.ts'
import type { TimeSpan } from '../../transcript/time-span.ts'
import { withNamesInText } from './names-in-text.ts'
import { withoutShownName } from './shown-name.ts'
import { speakerNamed } from './speaker-named.ts'
import { spreadTimes } from './spread-times.ts'
import { withPossibleTimes } from './possible-times.ts'

/** A cue as read from a file. */
export interface ReadCue {
  /** Line number of its times, from 1; null for a format without lines. */
  readonly line: number | null
  readonly startMs: number
  readonly endMs: number
  /** Texts in order with their speakers; null when the file names none. */
  readonly voices: readonly ReadVoice[]
  /** Position on the picture; omitted for the default. */
  readonly position?: CuePosition | null
}

export interface ReadVoice {
  readonly name: string | null
  /** Lines separated by `\n`. */
  readonly text: string
  /** Parts of the text in italics, in order. */
  readonly italics?: readonly TextSpan[]
  /** If the file gives each word a time; their texts without white space equal those of `text`. */
  readonly words?: readonly ReadWord[]
}

export interface ReadWord {
  readonly text: string
  /** Undefined: between its neighbors. */
  readonly startMs?: number | undefined
  readonly endMs?: number | undefined
  readonly confidence?: number | null | undefined
}

/** What a file says about itself. */
export interface ImportedFacts {
  readonly title?: string
  /** The recording's file name. */
  readonly fileName?: string
  /** ISO 639-1; `und` if unknown. */
  readonly language?: string
  /** In this order, before those that only cues name. */
  readonly speakers?: readonly string[]
}

/** Duration for each word of a cue that ends before it starts. */
const wordMs = 20

type Correct = (correction: Correction) => void

/**
 * The document of a caption file: one paragraph per cue and voice, its words spread over the cue's time in
 * proportion to their length. Marks preserve the cues. The caller fills in library ids and the recording's
 * facts.
 */
export function importedDocument(
  cues: readonly ReadCue[],
  correct: Correct,
  facts: ImportedFacts = {},
): TranscriptDocument {
  const speakers = new Map<string, Speaker>()
  for (const name of facts.speakers ?? []) speakerNamed(name, speakers)
  const language = languageCode(facts.language)
  const paragraphs: Paragraph[] = []
  const layouts: CueLayout[] = []
  const styles = new StyleMarks()
  let [characters, wordCount] = [0, 0]
  checkLimit('cues', cues.length)
  const { cues: named, names } = withNamesInText<ReadVoice, ReadCue>(
    inOrder(withPossibleTimes(cues, correct), correct),
  )
  if (names.length > 0) correct({ code: 'names-in-text', line: null, detail: names.join(', ') })
  for (const cue of named) {
    characters += cue.voices.reduce((sum, { text }) => sum + text.length, 0)
    checkLimit('characters', characters)
    const voices = cue.voices
      .map(withoutShownName)
      .map((voice) => ({ ...voice, lines: textLines(voice.text) }))
    const count = voices.reduce((sum, { lines }) => sum + lines.flat().length, 0)
    wordCount += count
    checkLimit('words', wordCount)
    if (count === 0) {
      correct({ code: 'empty-cue', line: cue.line, detail: '' })
      continue
    }
    if (cue.endMs <= cue.startMs) {
      correct({ code: 'end-not-after-start', line: cue.line, detail: `${cue.startMs}–${cue.endMs}` })
    }
    const endMs = cue.endMs > cue.startMs ? cue.endMs : cue.startMs + count * wordMs
    const layout: string[][] = []
    const cueIds: string[] = []
    for (const { name, text, lines, words: given, italics = [], showsName } of voices) {
      if (lines.flat().length === 0) continue
      const id = `p${paragraphs.length + 1}`
      const words = timedWords(lines.flat(), id, { startMs: cue.startMs, endMs }, given)
      const ids = words.map((word) => word.id)
      for (const wordId of ids) cueIds.push(wordId)
      styles.addItalics(text, ids, italics)
      if (showsName) styles.addName(ids)
      let from = 0
      for (const line of lines) {
        if (line.length > 0) layout.push(ids.slice(from, from + line.length))
        from += line.length
      }
      const speakerId = name === null ? null : speakerNamed(name, speakers).id
      paragraphs.push({ id, speakerId, language, kind: 'speech', words })
    }
    layouts.push({ startMs: cue.startMs, endMs, lines: layout })
    styles.addPosition(cueIds, cue.position ?? null)
  }
  const durationMs = layouts.reduce((latest, { endMs }) => Math.max(latest, endMs), 0)
  return {
    recording: { title: facts.title ?? '', fileName: facts.fileName ?? '', durationMs, sha256: '' },
    transcript: {
      id: '',
      recordingId: '',
      language,
      run: { program: '', version: '', models: [], settings: {} },
      speakers: [...speakers.values()],
      turns: [],
      paragraphs,
      marks: [...layoutMarks(layouts), ...styles.marks],
    },
  }
}

/** `fr-CA` and `fra` → `fr`; `und` if it is not a language. */
export function languageCode(tag: string | undefined): string {
  const code = /^([a-z]{2,3})(?:$|[-_])/i.exec(tag?.trim() ?? '')?.[1]
  return code === undefined ? 'und' : iso6391(code)
}

function inOrder(cues: readonly ReadCue[], correct: Correct): readonly ReadCue[] {
  const late = cues.find((cue, index) => cue.startMs < (cues[index - 1]?.startMs ?? 0))
  if (late === undefined) return cues
  correct({ code: 'order', line: late.line, detail: '' })
  return cues.toSorted((a, b) => a.startMs - b.startMs)
}

interface TextWord {
  readonly before: string
  readonly text: string
}

/** The words of each line, each with the preceding white space; a line's indentation is dropped. */
function textLines(text: string): TextWord[][] {
  return text.split('\n').map((line, at) => {
    const words: TextWord[] = []
    let before = ''
    for (const [piece] of line.matchAll(/[ \t]+|[^ \t]+/g)) {
      // Other kinds of white space are not words either.
      if (piece.trim() === '') before += piece
      else {
        words.push({ before: words.length === 0 ? (at === 0 ? '' : ' ') : before, text: piece })
        before = ''
      }
    }
    return words
  })
}

function timedWords(
  texts: readonly TextWord[],
  paragraphId: string,
  span: TimeSpan,
  given: readonly ReadWord[] | undefined,
): Word[] {
  const matched = given?.length === texts.length ? given : undefined
  const times =
    matched === undefined ? spreadTimes(texts.map(textOf), span) : givenTimes(texts, span, matched)
  return texts.map(({ before, text }, index) => ({
    id: `${paragraphId}.${index + 1}`,
    before: index === 0 ? '' : before,
    text,
    startMs: times[index]?.startMs ?? span.startMs,
    endMs: times[index]?.endMs ?? span.endMs,
    confidence: matched?.[index]?.confidence ?? null,
    origin: 'imported',
  }))
}

/**
 * The file's times in order and within the cue; words without a time share the time between their neighbors.
 */
function givenTimes(texts: readonly TextWord[], span: TimeSpan, given: readonly ReadWord[]): TimeSpan[] {
  const times: TimeSpan[] = []
  let earliest = span.startMs
  for (let index = 0; index < given.length;) {
    let next = index + 1
    while (next < given.length && given[next]?.startMs === undefined) next++
    const startMs = clamped(given[index]?.startMs ?? earliest, earliest, span.endMs)
    const until = clamped(given[next]?.startMs ?? span.endMs, startMs, span.endMs)
    const given1 = next === index + 1 ? given[index]?.endMs : given[next - 1]?.endMs
    const endMs = clamped(given1 ?? until, startMs, until)
    for (const time of spreadTimes(texts.slice(index, next).map(textOf), { startMs, endMs })) times.push(time)
    earliest = endMs
    index = next
  }
  return times
}

const textOf = ({ text }: TextWord): string => text

const clamped = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most)
