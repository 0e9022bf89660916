import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Edit } from '../../edits/edit.ts'
import { lint } from '../../transcript/lint.ts'
import { withCaptionTiming } from '../../transcript/caption-timing.ts'
import type { Paragraph } from '../../transcript/transcript.ts'
import type { Cue } from '../cues.ts'
import { randomMarks } from '../testing/random-marks.ts'
import { randomTimings } from '../testing/random-timings.ts'
import { randomParagraphs } from '../testing/random-transcript.ts'
import type { CueContext } from './cue-context.ts'
import { sharesWord, wholeRange } from './cue-range.ts'
import { setCuePosition } from './cue-position.ts'
import { setCueSpeakerName } from './cue-speaker-name.ts'
import { setCueTimes } from './cue-times.ts'
import { removeCueWording, setCueWording } from './cue-wording.ts'
import { editableText, wordAt } from './editable-text.ts'
import { hideWords, showWords } from './hide-words.ts'
import { joinWithBefore } from './join-with-before.ts'
import { toggleLineBreak } from './line-breaks.ts'
import { moveWordToBefore, moveWordToNext } from './move-word.ts'
import { resetCue } from './reset-cue.ts'
import { splitCue } from './split-cue.ts'
import { CueSession } from './testing/cue-session.ts'
import { toggleItalic } from './toggle-italic.ts'
import { typeInCue } from './type-in-cue.ts'
import { wordOrder } from './word-order.ts'

interface Choice {
  readonly edit: number
  readonly cue: number
  readonly place: number
  readonly until: number
  readonly text: string
}

const share = fc.nat(9_999).map((number) => number / 10_000)
const choice = fc.record<Choice>({
  edit: share,
  cue: share,
  place: share,
  until: share,
  text: fc.constantFrom('', ' ', 'a', 'other words', 'and\nmore', '.', 'x'),
})

type Maker = (context: CueContext, cue: Cue, choice: Choice) => Edit[]

const offsetIn = (context: CueContext, cue: Cue, at: number): number =>
  Math.floor(at * (editableText(cue, context.transcript, context.cues).text.length + 1))

const makers: Readonly<Record<string, Maker>> = {
  split: (context, cue, { place }) => splitCue(context, cue, offsetIn(context, cue, place)),
  join: (context, cue) => joinWithBefore(context, cue),
  next: (context, cue) => moveWordToNext(context, cue),
  before: (context, cue) => moveWordToBefore(context, cue),
  line: (context, cue, { place }) => toggleLineBreak(context, cue, offsetIn(context, cue, place)),
  hide: (context, cue, { place }) => {
    const id = cue.wordIds[Math.floor(place * cue.wordIds.length)] ?? ''
    return hideWords(context, id, id)
  },
  show: (context, cue) => showWords(context, cue.wordIds[0] ?? '', cue.wordIds.at(-1) ?? ''),
  wording: (context, cue, { text }) => setCueWording(context, cue, text),
  unword: (context, cue) => removeCueWording(context, cue),
  italic: (context, cue, { place }) =>
    toggleItalic(
      context,
      cue.wordIds[Math.floor(place * cue.wordIds.length)] ?? '',
      cue.wordIds.at(-1) ?? '',
    ),
  position: (context, cue, { until }) =>
    setCuePosition(context, cue, until < 0.5 ? null : { vertical: 'top', horizontal: 'center' }),
  name: (context, cue, { until }) => setCueSpeakerName(context, cue, until < 0.3 ? null : until < 0.6),
  times: (context, cue, { place, until }) =>
    setCueTimes(context, cue, {
      ...(place < 0.7 ? { startMs: cue.startMs + Math.round((until - 0.5) * 3_000) } : {}),
      ...(place > 0.3 ? { endMs: cue.endMs + Math.round((0.5 - until) * 3_000) } : {}),
    }).edits,
  reset: (context, cue) => resetCue(context, cue),
  type: (context, cue, { place, until, text }) => {
    const old = editableText(cue, context.transcript, context.cues).text
    const from = Math.floor(place * (old.length + 1))
    const to = Math.min(old.length, from + Math.floor(until * 12))
    return typeInCue(context, cue, old.slice(0, from) + text + old.slice(to))
  },
}
const names = Object.keys(makers)

/** Times that are valid in a transcript: increasing within a paragraph. */
const marked = randomParagraphs
  .filter((paragraphs) => paragraphs.length > 0)
  .chain((paragraphs) =>
    fc.record({ paragraphs: fc.constant(paragraphs), marks: randomMarks(paragraphs), timing: randomTimings }),
  )

const durationMs = 3_600_000
const wordsOf = (paragraphs: readonly Paragraph[]): string =>
  paragraphs.map(({ words }) => words.map(({ before, text }) => before + text).join('')).join('\n')

test('after any edits of cues, the transcript is whole; after undoing all, it is the same as before', () => {
  fc.assert(
    fc.property(
      marked,
      fc.array(choice, { minLength: 1, maxLength: 8 }),
      ({ paragraphs, marks, timing }, choices) => {
        const session = new CueSession(paragraphs, marks, durationMs)
        session.transcript = withCaptionTiming(session.transcript, timing)
        const before = session.transcript
        const known = new Set(lint(before, durationMs).map(({ rule }) => rule))
        for (const each of choices) {
          const { context } = session
          const cue = context.cues[Math.floor(each.cue * context.cues.length)]
          const name = names[Math.floor(each.edit * names.length)] ?? ''
          if (cue === undefined) continue
          const text = wordsOf(session.transcript.paragraphs)
          session.apply(makers[name]?.(context, cue, each) ?? [])
          // No operation on a cue but typing changes the words.
          if (name !== 'type') expect(wordsOf(session.transcript.paragraphs)).toBe(text)
          for (const { rule } of lint(session.transcript, durationMs)) expect(known).toContain(rule)
        }
        session.undoAll()
        expect(session.transcript).toEqual(before)
      },
    ),
    { numRuns: 300 },
  )
})

test('splitting, joining and moving words give exactly the cues asked for', () => {
  fc.assert(
    fc.property(
      marked,
      fc.array(choice, { minLength: 1, maxLength: 5 }),
      ({ paragraphs, marks, timing }, choices) => {
        // Overlapping wordings cannot be created by a person; both texts are shown.
        const [wording] = marks.filter(({ kind }) => kind === 'wording')
        const apart = marks.filter((mark) => mark.kind !== 'wording' || mark === wording)
        const session = new CueSession(paragraphs, apart, durationMs)
        session.transcript = withCaptionTiming(session.transcript, timing)
        for (const each of choices) {
          const { context } = session
          const { cues } = context
          const cue = cues[Math.floor(each.cue * cues.length)]
          const name = ['split', 'join', 'next', 'before'][Math.floor(each.edit * 4)] ?? ''
          if (cue === undefined) continue
          const order = wordOrder(context.transcript)
          const isWhole = (one: Cue | undefined): boolean =>
            one !== undefined && wholeRange(order, context.transcript, cues, one) !== null
          // A word longer than a line may be in two cues.
          const isCut = cues.some((one) => sharesWord(one, cues[one.index + 1]))
          const edits = makers[name]?.(context, cue, each) ?? []
          session.apply(edits)
          if (edits.length === 0 || isCut || !isWhole(cue)) continue
          const other = name === 'split' ? undefined : cues[name === 'next' ? cue.index + 1 : cue.index - 1]
          const expected = new Set([...cue.wordIds, ...(other?.wordIds ?? [])])
          const made = session.cues.filter(({ wordIds }) => wordIds.some((id) => expected.has(id)))
          expect(new Set(made.flatMap(({ wordIds }) => wordIds))).toEqual(expected)
          // A wording is one text for all its words.
          const isWorded = editableText(cue, context.transcript, cues).wording !== undefined
          if (name === 'join') expect(made).toHaveLength(1)
          // Moving the only words of a cue joins the two.
          else expect(made.length).toBeLessThanOrEqual(2)
          if (name === 'split' && !isWorded) expect(made).toHaveLength(2)
        }
      },
    ),
    { numRuns: 300 },
  )
})

test('each word of the editable text is found at its offset, and all are in it', () => {
  fc.assert(
    fc.property(marked, ({ paragraphs, marks }) => {
      const { context } = new CueSession(paragraphs, marks, durationMs)
      for (const cue of context.cues) {
        const editable = editableText(cue, context.transcript, context.cues)
        for (const { wordId, from } of editable.words) {
          expect(wordAt(editable, from)).toEqual({ wordId, offset: 0 })
        }
        if (editable.words.length === 0) continue
        expect(editable.text.replaceAll(/\s/gu, '')).toBe(
          editable.words
            .map(({ from, to }) => editable.text.slice(from, to))
            .join('')
            .replaceAll(/\s/gu, ''),
        )
      }
    }),
    { numRuns: 200 },
  )
})
