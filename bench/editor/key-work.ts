import { ChangeSet, Text } from '@codemirror/state'
import { asSaidWords } from '#core/transcript/as-said-words'
import { applyEdits } from '#core/edits/apply-edits'
import { leftOutIds } from '#core/captions/words/left-out-words'
import type { Edit } from '#core/edits/edit'
import { redactionsBy } from '#core/transcript/redacted-words'
import type { Mark, Paragraph, Transcript, Word } from '#core/transcript/transcript'
import { createCueStore } from '../../renderer/captions/cues/cue-store.ts'
import { createCaptionEditor } from '../../renderer/captions/editing/caption-editor.ts'
import { commitText, fieldText } from '../../renderer/captions/editing/cue-field.ts'
import { lineText } from '../../renderer/editor/surface/paragraph-layout.ts'
import { planEdits } from '../../renderer/editor/surface/plan-edits.ts'
import { silentSpans } from '../../renderer/editor/surface/silent-spans.ts'
import { median } from './statistics.ts'

/** What the text of a measurement has besides words. */
export interface KeyText {
  readonly hours: number
  /** Wordings in a second language. */
  readonly translations: number
  /** A redacted word in each of the first paragraphs of every hour; the paragraph of the keys has one too. */
  readonly redactions: boolean
}

const WORDS_AN_HOUR = 9_000
const WORDS_A_PARAGRAPH = 60
const WORDS_A_SENTENCE = 12
const KEYS = 200
const WARM_UP = 40
/** Paragraphs whose marks are drawn at a time. */
const DRAWN = 30

/** Milliseconds of work a key in the text: core's edit and the marks of the lines on the screen; median. */
export function measureTextKeys(text: KeyText): number {
  let now = keyText(text)
  let document = Text.of(now.paragraphs.map(lineText))
  const newId = ids()
  const middle = Math.floor(document.lines / 2)
  const from = document.line(middle + 1).from + 20
  const took = timesOf((key) => {
    const change = ChangeSet.of({ from: from + key, insert: 'x' }, document.length)
    const after = change.apply(document)
    const plan = planEdits({ transcript: now, blanks: [] }, change, document, after, newId)
    if (plan === null) throw new Error('A key was refused')
    now = plan.transcript
    document = after
    readMarks(now, middle)
  })
  return took
}

/** What the text surface reads of marks for the lines on the screen after each key. */
function readMarks(transcript: Transcript, middle: number): void {
  const redactedIn = redactionsBy(transcript)
  leftOutIds(transcript)
  for (const paragraph of transcript.paragraphs.slice(middle - DRAWN / 2, middle + DRAWN / 2)) {
    redactedIn?.(paragraph)
    silentSpans(paragraph, transcript.marks)
    asSaidWords(paragraph.words, transcript.marks)
  }
}

/** Milliseconds of work a key in a caption, new captions among it; median. */
export function measureCaptionKeys(text: KeyText): number {
  const newId = ids()
  const listeners = new Set<() => void>()
  const session = {
    state: { transcript: keyText(text) },
    newId,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    apply: (edits: readonly Edit[]) => {
      session.state = { transcript: applyEdits(session.state.transcript, edits).transcript }
      for (const listener of listeners) listener()
    },
  }
  const store = createCueStore(session as never, text.hours * 3_600_000)
  const editor = createCaptionEditor(session as never, store)
  editor.edit(Math.floor(editor.cues.length / 2))
  return timesOf((key) => {
    const cue = editor.cues[editor.state.index ?? 0]
    if (cue === undefined) throw new Error('There is no caption')
    const { text: shown } = fieldText(editor, cue)
    // Every second key deletes what the previous one typed.
    const typed =
      key % 2 === 0 ? `${shown.slice(0, 3)}y${shown.slice(3)}` : shown.slice(0, 3) + shown.slice(4)
    commitText(editor, cue, { text: typed, from: 4, to: 4 }, true)
  })
}

/** By the fine clock: the processor's is too coarse for a key, and the median leaves out what other programs took. */
function timesOf(press: (key: number) => void): number {
  const took: number[] = []
  for (let key = 0; key < WARM_UP + KEYS; key += 1) {
    const startedAt = performance.now()
    press(key)
    if (key >= WARM_UP) took.push(performance.now() - startedAt)
  }
  return median(took)
}

function ids(): () => string {
  let count = 0
  return () => `bench-${++count}`
}

function keyText({ hours, translations, redactions }: KeyText): Transcript {
  const count = (hours * WORDS_AN_HOUR) / WORDS_A_PARAGRAPH
  const paragraphs = Array.from({ length: count }, (_, place) => paragraphAt(place))
  return {
    id: 't',
    recordingId: 'r',
    language: 'en',
    run: { program: 'parolo', version: '0', models: [], settings: {} },
    speakers: [
      { id: 's1', name: null, colour: 0, groupId: null },
      { id: 's2', name: null, colour: 1, groupId: null },
    ],
    turns: paragraphs.map(({ speakerId, words }) => ({
      speakerId: speakerId ?? '',
      startMs: words[0]?.startMs ?? 0,
      endMs: words.at(-1)?.endMs ?? 0,
    })),
    paragraphs,
    marks: [...(redactions ? redactionsOf(count) : []), ...translationsOf(translations, count)],
  }
}

function paragraphAt(place: number): Paragraph {
  const words = Array.from({ length: WORDS_A_PARAGRAPH }, (_, index): Word => {
    const startMs = (place * WORDS_A_PARAGRAPH + index) * 400
    return {
      id: `c${place}.${index}`,
      before: index === 0 ? '' : ' ',
      text: `word${index}${index % WORDS_A_SENTENCE === WORDS_A_SENTENCE - 1 ? '.' : ''}`,
      startMs,
      endMs: startMs + 350,
      confidence: 0.9,
      origin: 'recognised',
    }
  })
  return { id: `p${place}`, speakerId: place % 2 === 0 ? 's1' : 's2', language: 'en', kind: 'speech', words }
}

/** One in every tenth paragraph, the middle one among them. */
function redactionsOf(count: number): Mark[] {
  const middle = Math.floor(count / 2)
  return Array.from({ length: count }, (_, place): Mark[] =>
    place % 10 === middle % 10
      ? [
          {
            id: `r${place}`,
            kind: 'redaction',
            fromWordId: `c${place}.40`,
            toWordId: `c${place}.42`,
            value: null,
          },
        ]
      : [],
  ).flat()
}

/** Spread evenly over the text, as many in a short recording as in a long one. */
function translationsOf(wanted: number, count: number): Mark[] {
  const places = count * WORDS_A_PARAGRAPH
  return Array.from({ length: wanted }, (_, index): Mark => {
    const word = Math.floor((index * places) / wanted)
    const id = `c${Math.floor(word / WORDS_A_PARAGRAPH)}.${word % WORDS_A_PARAGRAPH}`
    return {
      id: `m${index}`,
      kind: 'translation',
      fromWordId: id,
      toWordId: id,
      value: { language: 'fr', text: 'mot' },
    }
  })
}
