import { StateEffect, StateField, type Range } from '@codemirror/state'
import {
  Decoration,
  ViewPlugin,
  type DecorationSet,
  type EditorView,
  type ViewUpdate,
} from '@codemirror/view'
import { leftOutIds } from '#core/captions/words/left-out-words'
import { cutParagraphs } from '#core/cut/cut-runs'
import type { Doubt } from '#core/doubt/reasons'
import { placeholderIn } from '#core/outgoing/placeholder'
import { type RedactedWords, redactionsBy } from '#core/transcript/redacted-words'
import type { TimeSpan } from '#core/transcript/time-span'
import type { Paragraph, Speaker } from '#core/transcript/transcript'
import { isTyped } from '#core/words/align/former-words'
import { changedRuns, isChanged } from '#core/edits/changed-places'
import { paragraphOfLine } from './lines.ts'
import { linesField } from './lines-field.ts'
import { wordsOf } from './margin-names.ts'
import { fillerSpans } from './filler-spans.ts'
import { numberSpans } from './number-spans.ts'
import { layoutOf } from './paragraph-layout.ts'
import { type PauseChip, pauseWidget } from './pause-chips.ts'
import { silentSpans } from './silent-spans.ts'
import type { SurfaceWords } from './surface-words.ts'
import { spansOfWords } from './word-spans.ts'

/** Words of one paragraph with the same comments. */
export interface CommentedSpan {
  readonly fromWordId: string
  readonly toWordId: string
  /** Texts of the comments; at least one. */
  readonly texts: readonly string[]
}

/** Hits of a query in a paragraph; valid only while the paragraph object is the same. */
export interface ParagraphHits {
  readonly paragraph: Paragraph
  readonly spans: readonly { readonly from: number; readonly to: number }[]
}

export interface MarksShown {
  /** In the mode Cut, by the id of the paragraph. */
  readonly pauses: ReadonlyMap<string, readonly PauseChip[]>
  /** By the id of each paragraph that a doubt touches. */
  readonly doubts: ReadonlyMap<string, readonly Doubt[]>
  readonly comments: ReadonlyMap<string, readonly CommentedSpan[]>
  readonly changes: boolean
  /** The cut whose edges can be moved; null: none. */
  readonly chosenCut: TimeSpan | null
  /** The kept part of the recording; null: all of it. */
  readonly part: TimeSpan | null
  readonly hits: ReadonlyMap<string, ParagraphHits>
  readonly hitNow: { readonly paragraphId: string; readonly from: number } | null
  /** The word being played, for browsers without the Highlight API. */
  readonly spoken: { readonly from: number; readonly to: number } | null
}

export const showMarks = StateEffect.define<Partial<MarksShown>>()

export const marksField = StateField.define<MarksShown>({
  create: () => ({
    pauses: new Map(),
    doubts: new Map(),
    comments: new Map(),
    changes: true,
    chosenCut: null,
    part: null,
    hits: new Map(),
    hitNow: null,
    spoken: null,
  }),
  update: (shown, { effects }) =>
    effects.reduce((now, effect) => (effect.is(showMarks) ? { ...now, ...effect.value } : now), shown),
})

const edited = (title: string): Decoration =>
  Decoration.mark({ class: 'parolo-edited', attributes: { title, 'aria-description': title } })
const outside = (title: string): Decoration =>
  Decoration.mark({ class: 'parolo-outside', attributes: { title, 'aria-description': title } })
const redacted = (title: string): Decoration =>
  Decoration.mark({ class: 'parolo-redacted', attributes: { title, 'aria-description': title } })
const filler = (title: string): Decoration =>
  Decoration.mark({ class: 'parolo-filler', attributes: { title, 'aria-description': title } })
const number = (title: string): Decoration =>
  Decoration.mark({ class: 'parolo-number', attributes: { title, 'aria-description': title } })
const outOfCaptions = (title: string): Decoration =>
  Decoration.mark({ class: 'parolo-left-out', attributes: { title, 'aria-description': title } })
const cut = (title: string, isChosen: boolean): Decoration =>
  Decoration.mark({
    class: isChosen ? 'parolo-cut parolo-cut-chosen' : 'parolo-cut',
    attributes: { title, 'aria-description': title },
  })
const silent = (title: string, side: 'before' | 'after'): Decoration =>
  Decoration.mark({ class: `parolo-silent-${side}`, attributes: { title, 'aria-description': title } })
const hit = Decoration.mark({ class: 'parolo-hit' })
const hitNow = Decoration.mark({ class: 'parolo-hit parolo-hit-now' })
const spoken = Decoration.mark({ class: 'parolo-spoken' })

/**
 * Decorations for doubts, comments, changes and hits on the rendered lines, from core's words; nothing is kept for other lines.
 */
export const textMarks = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet

    constructor(view: EditorView) {
      this.decorations = marksOf(view)
    }

    update(update: ViewUpdate): void {
      const isNew =
        update.docChanged ||
        update.viewportChanged ||
        update.startState.field(marksField) !== update.state.field(marksField) ||
        update.startState.field(linesField) !== update.state.field(linesField)
      if (isNew) this.decorations = marksOf(update.view)
    }
  },
  { decorations: (plugin) => plugin.decorations },
)

const nothing: RedactedWords = new Map()

/** Whether something of a time is in a cut: an edge that a person set may be within a word. */
const isIn = (cutSpan: TimeSpan | null, { startMs, endMs }: TimeSpan): boolean =>
  cutSpan !== null && startMs < cutSpan.endMs && endMs > cutSpan.startMs

function marksOf(view: EditorView): DecorationSet {
  const { state } = view
  const lines = state.field(linesField)
  const shown = state.field(marksField)
  const words = wordsOf(state)
  const redactedIn = redactionsBy(lines.transcript)
  const redactedLook = redacted(words.redacted(placeholderIn(lines.transcript.language)))
  const leftOut = leftOutIds(lines.transcript)
  const cutOf = cutParagraphs(lines.transcript)
  const ranges: Range<Decoration>[] = []
  const isBlank = new Set(lines.blanks.map((blank) => blank.line))
  for (const { from, to } of view.visibleRanges) {
    let line = state.doc.lineAt(from)
    for (;;) {
      const paragraph = isBlank.has(line.number - 1) ? null : paragraphOfLine(lines, line.number - 1)
      if (paragraph !== null) {
        if (paragraph.language !== lines.transcript.language || paragraph.kind !== 'speech') {
          ranges.push(lineLook(paragraph).range(line.from))
        }
        for (const mark of marksIn(paragraph, shown, lines.transcript.speakers, words)) {
          ranges.push(mark.look.range(line.from + mark.from, line.from + mark.to))
        }
        for (const span of fillerSpans(paragraph, lines.transcript)) {
          ranges.push(filler(words.filler).range(line.from + span.from, line.from + span.to))
        }
        for (const span of numberSpans(paragraph, lines.transcript)) {
          const look = number(words.number(span.written))
          ranges.push(look.range(line.from + span.from, line.from + span.to))
        }
        const hidden = redactedIn?.(paragraph) ?? nothing
        for (const span of hidden.size === 0 ? [] : spansOfWords(paragraph, (id) => hidden.has(id))) {
          ranges.push(redactedLook.range(line.from + span.from, line.from + span.to))
        }
        for (const span of leftOut.size === 0 ? [] : spansOfWords(paragraph, (id) => leftOut.has(id))) {
          ranges.push(outOfCaptions(words.leftOut).range(line.from + span.from, line.from + span.to))
        }
        const { starts, ends } = layoutOf(paragraph)
        for (const run of cutOf(paragraph).runs) {
          const [start, end] = [starts[run.from] ?? 0, ends[run.to] ?? 0]
          if (end <= start) continue
          const said = {
            startMs: paragraph.words[run.from]?.startMs ?? 0,
            endMs: paragraph.words[run.to]?.endMs ?? 0,
          }
          const isChosen = isIn(shown.chosenCut, said)
          ranges.push(cut(words.cut, isChosen).range(line.from + start, line.from + end))
        }
        for (const chip of shown.pauses.get(paragraph.id) ?? []) {
          const index = paragraph.words.findIndex(({ id }) => id === chip.wordId)
          const end = ends[index]
          if (end !== undefined)
            ranges.push(pauseWidget(chip, isIn(shown.chosenCut, chip)).range(line.from + end))
        }
        for (const span of silentSpans(paragraph, lines.transcript.marks)) {
          ranges.push(silent(words.silent, span.side).range(line.from + span.from, line.from + span.to))
        }
        const hits = shown.hits.get(paragraph.id)
        if (hits?.paragraph === paragraph) {
          for (const span of hits.spans) {
            const isNow = shown.hitNow?.paragraphId === paragraph.id && shown.hitNow.from === span.from
            ranges.push((isNow ? hitNow : hit).range(line.from + span.from, line.from + span.to))
          }
        }
      }
      if (line.to >= to || line.number >= state.doc.lines) break
      line = state.doc.line(line.number + 1)
    }
  }
  if (shown.spoken !== null && shown.spoken.to <= state.doc.length) {
    ranges.push(spoken.range(shown.spoken.from, shown.spoken.to))
  }
  return Decoration.set(ranges, true)
}

interface Mark {
  readonly from: number
  readonly to: number
  readonly look: Decoration
}

interface ParagraphMarks {
  readonly doubts: readonly Doubt[] | undefined
  readonly comments: readonly CommentedSpan[] | undefined
  readonly changes: boolean
  readonly part: TimeSpan | null
  readonly speakers: readonly Speaker[]
  readonly words: SurfaceWords
  readonly marks: readonly Mark[]
}

const known = new WeakMap<Paragraph, ParagraphMarks>()

/** Doubts, comments and changes of a paragraph, cached: a keystroke changes only one of the visible paragraphs. */
function marksIn(
  paragraph: Paragraph,
  shown: MarksShown,
  speakers: readonly Speaker[],
  words: SurfaceWords,
): readonly Mark[] {
  const doubts = shown.doubts.get(paragraph.id)
  const comments = shown.comments.get(paragraph.id)
  const { changes, part } = shown
  const before = known.get(paragraph)
  const isSame =
    before?.doubts === doubts &&
    before?.comments === comments &&
    before?.changes === changes &&
    before.part === part &&
    before.speakers === speakers &&
    before.words === words
  if (isSame) return before.marks
  const marks = (doubts ?? []).flatMap((doubt): Mark[] => {
    const span = doubtSpan(paragraph, doubt)
    if (span === null) return []
    const why = words.reasons(doubt)
    const attributes = { title: why, 'aria-description': why }
    return [{ ...span, look: Decoration.mark({ class: 'parolo-doubt', attributes }) }]
  })
  for (const comment of comments ?? []) {
    const span = wordSpan(paragraph, comment)
    if (span === null) continue
    const title = words.comments(comment.texts)
    const attributes = { title, 'aria-description': title }
    marks.push({ ...span, look: Decoration.mark({ class: 'parolo-comment', attributes }) })
  }
  if (changes) {
    for (const { recognized, ...span } of changedSpans(paragraph)) {
      marks.push({ ...span, look: edited(words.changed(recognized)) })
    }
  }
  if (part !== null) {
    const look = outside(words.outside)
    marks.push(...outsideSpans(paragraph, part).map(({ from, to }) => ({ from, to, look })))
  }
  known.set(paragraph, { doubts, comments, changes, part, speakers, words, marks })
  return marks
}

/** Runs of words outside of the kept part. */
function outsideSpans(paragraph: Paragraph, part: TimeSpan): readonly { from: number; to: number }[] {
  const { starts, ends } = layoutOf(paragraph)
  const spans: { from: number; to: number; last: number }[] = []
  for (const [index, word] of paragraph.words.entries()) {
    const middle = (word.startMs + word.endMs) / 2
    const [from, to] = [starts[index] ?? 0, ends[index] ?? 0]
    if ((middle >= part.startMs && middle < part.endMs) || to <= from) continue
    const before = spans.at(-1)
    if (before?.last === index - 1) spans[spans.length - 1] = { ...before, to, last: index }
    else spans.push({ from, to, last: index })
  }
  return spans
}

function lineLook({ language, kind }: Paragraph): Decoration {
  return Decoration.line({
    ...(kind === 'speech' ? {} : { class: `parolo-${kind}` }),
    attributes: language === 'und' ? {} : { lang: language },
  })
}

/**
 * From the first word to the last; null if one of them no longer exists, until the comments are set again.
 */
function wordSpan(
  paragraph: Paragraph,
  { fromWordId, toWordId }: CommentedSpan,
): { from: number; to: number } | null {
  const first = paragraph.words.findIndex(({ id }) => id === fromWordId)
  const last = paragraph.words.findIndex(({ id }) => id === toWordId)
  if (first < 0 || last < 0) return null
  const { starts, ends } = layoutOf(paragraph)
  const span = { from: starts[first] ?? 0, to: ends[last] ?? 0 }
  return span.to > span.from ? span : null
}

/** The part of a doubt in this paragraph; null once a person has changed one of its words. */
function doubtSpan(paragraph: Paragraph, doubt: Doubt): { from: number; to: number } | null {
  const { words } = paragraph
  const first = words.findIndex((word) => word.id === doubt.fromWordId)
  const last = words.findIndex((word) => word.id === doubt.toWordId)
  if (first < 0 && last < 0) return null
  const from = Math.max(0, first)
  const to = last < 0 ? words.length - 1 : last
  if (words.slice(from, to + 1).some(isChanged)) return null
  const { starts, ends } = layoutOf(paragraph)
  const span = { from: starts[from] ?? 0, to: ends[to] ?? 0 }
  return span.to > span.from ? span : null
}

/** A run of words typed or changed by a person, in UTF-16 units of the paragraph's text. */
interface ChangedSpan {
  readonly from: number
  readonly to: number
  /**
   * The recognized text before the change, as far as the words store it; empty if it equals the current text.
   */
  readonly recognized: string
}

function changedSpans(paragraph: Paragraph): ChangedSpan[] {
  const { starts, ends } = layoutOf(paragraph)
  return changedRuns(paragraph.words)
    .map(({ first, last }): ChangedSpan => {
      const run = paragraph.words.slice(first, last + 1)
      const end = run.at(-1)?.text ?? ''
      const to = (ends[last] ?? 0) - (end.length - end.trimEnd().length)
      const recognized = run.flatMap(({ was = [] }) => was.filter((former) => !isTyped(former)))
      const text = recognized.map((former) => former.text).join(' ')
      const isSame = text === run.map((word) => word.text.trim()).join(' ')
      return { from: starts[first] ?? 0, to, recognized: isSame ? '' : text }
    })
    .filter((span) => span.to > span.from)
}
