import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { CueParts } from '../captions/cue-parts.ts'
import type { CaptionNames } from '../captions/caption-names.ts'
import type { Cue } from '../captions/cues.ts'
import { setCueTimes } from '../captions/edits/cue-times.ts'
import { editableText } from '../captions/edits/editable-text.ts'
import { joinWithBefore } from '../captions/edits/join-with-before.ts'
import { splitCue } from '../captions/edits/split-cue.ts'
import { CueSession } from '../captions/edits/testing/cue-session.ts'
import { presetFor } from '../captions/presets/netflix.ts'
import { randomMarks } from '../captions/testing/random-marks.ts'
import { redactedDocument } from '../redaction/redacted-document.ts'
import { type CaptionTiming, withCaptionTiming } from '../transcript/caption-timing.ts'
import type { TimeSpan } from '../transcript/time-span.ts'
import type { Mark, Paragraph, Transcript } from '../transcript/transcript.ts'
import { trimmedDocument } from '../trim/trimmed-document.ts'
import type { DocumentWithExtras } from './format.ts'
import { type FormatId, formats } from './formats.ts'
import { documentCues } from './document-cues.ts'
import { retimedDocument } from './retimed-document.ts'
import { shiftedDocument } from './shifted-document.ts'
import { cuesRead } from './testing/round-trip.ts'
import { english } from './testing/sample-document.ts'

const durationMs = 3_600_000
const rules = presetFor('en')
const names = ['Nora Field', 'Sam', null]

/** Several speakers, who follow one another. */
const speech = fc
  .array(
    fc.record({
      speakerId: fc.constantFrom('A', 'B', 'C'),
      pauseMs: fc.integer({ min: 0, max: 3_000 }),
      words: fc.array(
        fc.record({
          text: fc.constantFrom(
            'a',
            'um,',
            'twenty',
            'three',
            'bicycles.',
            'Yes.',
            'Keller,',
            'and',
            'because',
          ),
          lengthMs: fc.integer({ min: 80, max: 600 }),
        }),
        { minLength: 1, maxLength: 25 },
      ),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((turns) => {
    let clockMs = 0
    return turns.map(({ speakerId, pauseMs, words }, index): Paragraph => {
      clockMs += pauseMs
      return {
        id: `p${index}`,
        speakerId,
        language: 'en',
        kind: 'speech',
        words: words.map(({ text, lengthMs }, place) => {
          const startMs = clockMs
          clockMs += lengthMs
          const before = place === 0 ? '' : ' '
          const id = `p${index}.${place}`
          return { id, before, text, startMs, endMs: clockMs, confidence: null, origin: 'recognised' }
        }),
      }
    })
  })

interface Choices {
  readonly names: CaptionNames
  readonly digits: boolean
  readonly withoutFillers: boolean
  readonly part: TimeSpan | null
  readonly timing: CaptionTiming | null
  readonly redacted: readonly (readonly [number, number])[]
  readonly edits: readonly {
    readonly kind: 'split' | 'join' | 'retime'
    readonly cue: number
    readonly at: number
  }[]
}

const share = fc.nat(999).map((number) => number / 1_000)
const choices = fc.record<Choices>({
  names: fc.constantFrom('never', 'change', 'always'),
  digits: fc.boolean(),
  withoutFillers: fc.boolean(),
  part: fc.option(
    fc.tuple(fc.nat(9_000), fc.integer({ min: 500, max: 20_000 })).map(([startMs, lengthMs]) => ({
      startMs,
      endMs: startMs + lengthMs,
    })),
  ),
  timing: fc.option(
    fc.oneof(
      fc.integer({ min: -4_000, max: 60_000 }).map((offsetMs) => ({ offsetMs, ratio: 1 })),
      fc
        .tuple(fc.constantFrom(1_001 / 1_000, 25 / 24, 0.95904), fc.integer({ min: -2_000, max: 9_000 }))
        .map(([ratio, offsetMs]) => ({ offsetMs, ratio })),
    ),
  ),
  redacted: fc.array(fc.tuple(share, fc.nat(5)), { maxLength: 2 }),
  edits: fc.array(fc.record({ kind: fc.constantFrom('split', 'join', 'retime'), cue: share, at: share }), {
    maxLength: 5,
  }),
})

const text = speech.chain((paragraphs) => fc.tuple(fc.constant(paragraphs), randomMarks(paragraphs), choices))

function edited(
  paragraphs: readonly Paragraph[],
  marks: readonly Mark[],
  { edits, timing }: Choices,
): Transcript {
  const session = new CueSession(paragraphs, marks, durationMs)
  session.apply([{ kind: 'set-caption-timing', id: 'timing', timing }])
  for (const { kind, cue: which, at } of edits) {
    const { context } = session
    const cue = context.cues[Math.floor(which * context.cues.length)]
    if (cue === undefined) continue
    const letters = editableText(cue, context.transcript, context.cues).text.length
    session.apply(
      kind === 'split'
        ? splitCue(context, cue, Math.floor(at * letters))
        : kind === 'join'
          ? joinWithBefore(context, cue)
          : setCueTimes(context, cue, { endMs: cue.endMs + Math.round(at * 900) - 450 }).edits,
    )
  }
  return session.transcript
}

function wholeDocument([paragraphs, marks, chosen]: [Paragraph[], Mark[], Choices]): DocumentWithExtras {
  const words = paragraphs.flatMap((paragraph) => paragraph.words)
  const redactions = chosen.redacted.map(([from, length], index): Mark => {
    const at = Math.floor(from * words.length)
    const [first, last] = [words[at], words[Math.min(words.length - 1, at + length)]]
    return {
      id: `r${index}`,
      kind: 'redaction',
      fromWordId: first?.id ?? '',
      toWordId: last?.id ?? '',
      value: null,
    }
  })
  const transcript = edited(paragraphs, [...marks, ...redactions], chosen)
  return {
    recording: { title: '', fileName: 'a.wav', durationMs, sha256: '' },
    transcript: {
      ...transcript,
      language: 'en',
      speakers: ['A', 'B', 'C'].map((id, colour) => ({
        id,
        name: names[colour] ?? null,
        colour,
        groupId: null,
      })),
      ...(chosen.digits ? { numbers: 'digits' as const } : {}),
      ...(chosen.withoutFillers ? { fillers: 'hidden' as const } : {}),
    },
  }
}

function pageCues({ transcript }: DocumentWithExtras, chosen: Choices): Cue[] {
  const part = chosen.part === null ? {} : { part: chosen.part }
  const whole = { durationMs, language: 'en', names: chosen.names, ...part }
  const steps = new CueParts().update(transcript, rules, whole)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

interface Held {
  readonly stepMs: number
  /** Italics and places. */
  readonly styles: boolean
}

const held = {
  vtt: { stepMs: 1, styles: true },
  srt: { stepMs: 1, styles: true },
  ttml: { stepMs: 1, styles: true },
  ebuttd: { stepMs: 1, styles: true },
  ass: { stepMs: 10, styles: true },
  sbv: { stepMs: 1, styles: false },
} as const satisfies Partial<Record<FormatId, Held>>

const shown = (cues: readonly Cue[], { stepMs, styles }: Held): unknown[] =>
  cues.map(({ startMs, endMs, lines, position }) => {
    const from = Math.round(startMs / stepMs)
    const isDefault = position?.vertical === 'bottom' && position.horizontal === 'center'
    return {
      from,
      to: Math.max(from + 1, Math.round(endMs / stepMs)),
      lines: lines.map((line) => line.text),
      ...(styles
        ? {
            // A dash is read as part of its word.
            italics: lines.map(({ text: line, italics = [] }) =>
              italics.map(({ from: at, to }) => ({ from: line.slice(0, at) === '-' ? 0 : at, to })),
            ),
            position: isDefault ? undefined : position,
          }
        : {}),
    }
  })

test('captions moved in time are those of a document whose times all move; a delay of the file is added to both', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: -3_000, max: 9_000 }), (given, offsetMs) => {
      const [, , { timing, ...chosen }] = given
      if (timing === null) return
      const whole = wholeDocument([given[0], given[1], { ...chosen, timing: null, edits: [] }])
      const { ratio, offsetMs: laterMs } = timing
      const inTime = { ...whole, transcript: withCaptionTiming(whole.transcript, timing) }
      const options = { ...english, rules, captionNames: chosen.names }
      const srt = (document: DocumentWithExtras): string => formats.srt.write?.(document, options).text ?? ''
      expect(srt(inTime)).toBe(srt(retimedDocument(whole, { ratio, offsetMs: laterMs })))
      for (const document of [inTime, whole]) {
        const [before, delayed] = [document, shiftedDocument(document, offsetMs)].map((each) =>
          documentCues(each, options),
        )
        if (before === undefined || delayed === undefined) return expect.unreachable()
        // Those that the start of the film cuts can be in another order.
        const lines = (cues: readonly Cue[]): string[] =>
          cues.map((cue) => JSON.stringify(cue.lines)).toSorted()
        expect(lines(delayed)).toEqual(lines(before))
        // Where a file begins before the film, captions are cut.
        if ([...before, ...delayed].some(({ startMs }) => startMs < 2_000)) continue
        expect(delayed.map(({ startMs }) => startMs - offsetMs)).toEqual(before.map(({ startMs }) => startMs))
      }
    }),
    { numRuns: 100 },
  )
})

test.each(Object.keys(held) as (keyof typeof held)[])(
  'the captions of the page are those of %s, read again',
  (format) => {
    fc.assert(
      fc.property(text, (given) => {
        const whole = wholeDocument(given)
        const [, , chosen] = given
        const kept = chosen.part === null ? whole : trimmedDocument(whole, chosen.part)
        const page = pageCues(whole, chosen)
        const { write, read } = formats[format]
        const options = { ...english, rules, captionNames: chosen.names }
        const file = write?.(redactedDocument(kept), options).text ?? ''
        // A file without a cue contains nothing to read.
        if (page.length === 0) return
        // In TTML, what is shown from and to the same moments is one caption.
        const spans = new Set(page.map(({ startMs, endMs }) => `${startMs}–${endMs}`))
        if (spans.size < page.length && (format === 'ttml' || format === 'ebuttd')) return
        const back = read?.(file).document
        expect(shown(back === undefined ? [] : cuesRead(back), held[format])).toEqual(
          shown(page, held[format]),
        )
      }),
      { numRuns: 40 },
    )
  },
)
