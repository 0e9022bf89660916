import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOnFrame } from '../../frames/frame-grid.ts'
import { gridOfRate } from '../../frames/video-frames.ts'
import { lint } from '../../transcript/lint.ts'
import { movedBack, movedBy, movedTime, stretchedBy, type TimeMap } from '../../transcript/time-map.ts'
import type { Paragraph, Transcript } from '../../transcript/transcript.ts'
import { frameRateOf } from '../../frames/timecode.ts'
import { CueParts } from '../cue-parts.ts'
import { makeCues, type Cue } from '../cues.ts'
import { sharesWord } from '../edits/cue-range.ts'
import { setCueTimes } from '../edits/cue-times.ts'
import { CueSession } from '../edits/testing/cue-session.ts'
import { randomMarks } from '../testing/random-marks.ts'
import { randomParagraphs } from '../testing/random-transcript.ts'
import { moveCaptions } from './move-captions.ts'

const durationMs = 3_600_000
const marked = randomParagraphs
  .filter((paragraphs) => paragraphs.length > 0)
  .chain((paragraphs) => fc.tuple(fc.constant(paragraphs), randomMarks(paragraphs)))
const later = fc.integer({ min: 1, max: 90_000 })
const rates = fc.constantFrom(23.976, 24, 25, 29.97, 30)
const stretches = fc.tuple(rates, rates).map(([from, to]) => stretchedBy(frameRateOf(from), frameRateOf(to)))
const maps = fc.oneof(
  fc.integer({ min: -90_000, max: 90_000 }).map(movedBy),
  stretches,
  fc.tuple(stretches, fc.integer({ min: -9_000, max: 9_000 })).map(([{ ratio }, offsetMs]): TimeMap => ({
    ratio,
    offsetMs,
  })),
)

const all = (map: TimeMap, withWords = false) => ({ map, range: null, withWords })
const shown = (cues: readonly Cue[]): unknown[] =>
  cues.map(({ startMs, endMs, lines, wordIds, position }) => ({ startMs, endMs, lines, wordIds, position }))

function move(session: CueSession, given: Parameters<typeof moveCaptions>[1]): void {
  const moved = moveCaptions(session.context, given)
  session.apply(moved.edits)
  // What was shown before is what there is then.
  expect(shown(session.cues)).toEqual(shown(moved.cues))
}

describe('all captions', () => {
  test('by an amount later are the same captions, so much later; earlier again, those of before', () => {
    fc.assert(
      fc.property(marked, later, ([paragraphs, marks], ms) => {
        const session = new CueSession(paragraphs, marks, durationMs)
        // Nearer to the start of the film, it limits the captions.
        move(session, all(movedBy(5_000)))
        const { transcript, cues } = session
        move(session, all(movedBy(ms)))
        expect(shown(session.cues)).toEqual(
          shown(cues.map((cue) => ({ ...cue, startMs: cue.startMs + ms, endMs: cue.endMs + ms }))),
        )
        move(session, all(movedBy(-ms)))
        expect(session.transcript).toEqual(transcript)
      }),
      { numRuns: 150 },
    )
  })

  test('by any move and the move back are those of before, also what was cut at the start; undone, too', () => {
    fc.assert(
      fc.property(marked, maps, maps, ([paragraphs, marks], first, then) => {
        const session = new CueSession(paragraphs, marks, durationMs)
        const { transcript, cues } = session
        move(session, all(first))
        move(session, all(movedBack(first)))
        expect(session.transcript).toEqual(transcript)
        move(session, all(first))
        move(session, all(then))
        session.undoAll()
        expect(session.transcript).toEqual(transcript)
        expect(shown(session.cues)).toEqual(shown(cues))
      }),
      { numRuns: 100 },
    )
  })

  test('made in parts are the same, before and after a move', () => {
    fc.assert(
      fc.property(marked, maps, ([paragraphs, marks], map) => {
        const session = new CueSession(paragraphs, marks, durationMs)
        const parts = new CueParts()
        const inParts = (transcript: Transcript): Cue[] => {
          const steps = parts.update(transcript, session.rules, { durationMs, language: 'en' })
          for (;;) {
            const step = steps.next()
            if (step.done === true) return step.value
          }
        }
        for (const each of [map, movedBack(map), movedBy(300)]) {
          expect(inParts(session.transcript)).toEqual(session.cues)
          session.apply(moveCaptions(session.context, all(each)).edits)
        }
        expect(inParts(session.transcript)).toEqual(session.cues)
      }),
      { numRuns: 100 },
    )
  })

  test('with their words are where they are without them', () => {
    fc.assert(
      fc.property(marked, later, ([paragraphs, marks], ms) => {
        const session = new CueSession(paragraphs, marks, durationMs)
        // Nearer to the start of the film, it limits the captions that are cut there.
        move(session, all(movedBy(5_000), true))
        const known = new Set(lint(session.transcript, durationMs).map(({ rule }) => rule))
        const { transcript } = session
        const alone = moveCaptions(session.context, all(movedBy(ms))).cues
        move(session, all(movedBy(ms), true))
        expect(shown(session.cues)).toEqual(shown(alone))
        const words = (each: Transcript) => each.paragraphs.flatMap((paragraph) => paragraph.words)
        expect(words(session.transcript).map(({ startMs }) => startMs)).toEqual(
          words(transcript).map(({ startMs }) => startMs + ms),
        )
        for (const { rule } of lint(session.transcript, durationMs)) expect(known).toContain(rule)
        session.undoAll()
        expect(words(session.transcript)).toEqual(paragraphs.flatMap((paragraph) => paragraph.words))
      }),
      { numRuns: 100 },
    )
  })

  test('with their words are the same captions by any move, or those that are others are told', () => {
    fc.assert(
      fc.property(marked, maps, ([paragraphs, marks], map) => {
        const session = new CueSession(paragraphs, marks, durationMs)
        const { cues, transcript } = session
        const moved = moveCaptions(session.context, all(map, true))
        const isSame = moved.cues.length === cues.length
        const words = (list: readonly Cue[]) => list.map(({ wordIds }) => wordIds.join(' ')).toSorted()
        if (moved.report.recut === 0 && isSame) expect(words(moved.cues)).toEqual(words(cues))
        // Marks cannot keep half a word, nor a caption with words of others between its own.
        const isCut = cues.some((cue, index) => sharesWord(cue, cues[index + 1]))
        const isApart = paragraphs.every(({ words: own }, index) => {
          const before = paragraphs[index - 1]?.words.at(-1)?.endMs ?? 0
          return (own[0]?.startMs ?? before) >= before
        })
        if (marks.length === 0 && !isCut && isApart && map.offsetMs >= 0)
          expect([moved.report.recut, isSame]).toEqual([0, true])
        session.apply(moved.edits)
        expect(session.transcript).toEqual(moved.transcript)
        expect(shown(session.cues)).toEqual(shown(moved.cues))
        session.undoAll()
        expect(session.transcript).toEqual(transcript)
      }),
      { numRuns: 100 },
    )
  })

  test('stay the same captions by any move: words, lines and order; on a video each edge is on the nearest frame', () => {
    fc.assert(
      fc.property(marked, maps, fc.option(rates), ([paragraphs, marks], map, rate) => {
        const grid = rate === null ? null : gridOfRate(rate)
        const session = new CueSession(paragraphs, marks, durationMs)
        const rules = grid === null ? session.rules : { ...session.rules, frames: grid }
        const cues = makeCues(session.transcript, rules, { durationMs, language: 'en' })
        const frameMs = grid === null ? 0 : (1_000 * grid.denominator) / grid.numerator
        const moved = moveCaptions({ ...session.context, rules, cues }, all(map))
        const held = (list: readonly Cue[]): unknown[] =>
          list.map(({ lines, wordIds, position, isFixed }) => ({ lines, wordIds, position, isFixed }))
        expect(moved.report.recut).toBe(0)
        // At the start of the film, and within a few frames, set times go before those that Parolo sets.
        const isShort = cues.some((cue) => cue.endMs - cue.startMs < 200)
        const isSameOrder = !isShort && cues.every(({ startMs }) => movedTime(startMs, map) > 0)
        if (!isSameOrder) {
          expect(held(moved.cues)).toHaveLength(cues.length)
          expect(held(moved.cues)).toEqual(expect.arrayContaining(held(cues)))
          return
        }
        expect(held(moved.cues)).toEqual(held(cues))
        let untilMs = 0
        for (const [index, { startMs, endMs }] of moved.cues.entries()) {
          const before = cues[index]
          const next = cues[index + 1]
          if (before === undefined) return expect.unreachable()
          expect(endMs).toBeGreaterThan(startMs)
          // What the start of the film cuts is shown one after the other.
          const isCut = movedTime(before.startMs, map) < 2_000
          const isNear = Math.abs(startMs - movedTime(before.startMs, map)) <= frameMs / 2 + 3
          if (!isCut) expect(isNear).toBe(true)
          const wasApart = (cues[index - 1]?.endMs ?? 0) <= before.startMs
          if (wasApart && before.isFixed !== true) expect(startMs).toBeGreaterThanOrEqual(untilMs)
          const hadGap = next !== undefined && next.startMs - before.endMs >= rules.gapMs
          const gapMs = (moved.cues[index + 1]?.startMs ?? Infinity) - endMs
          if (hadGap && !isCut && before.isFixed !== true) expect(gapMs).toBeGreaterThanOrEqual(rules.gapMs)
          untilMs = endMs
        }
      }),
      { numRuns: 150 },
    )
  })

  test('on a video lie on its frames again, also those whose times are set', () => {
    fc.assert(
      fc.property(marked, maps, rates, ([paragraphs, marks], map, rate) => {
        const grid = gridOfRate(rate)
        if (grid === null || map.offsetMs === 0) return
        const session = new CueSession(paragraphs, marks, durationMs)
        const rules = { ...session.rules, frames: grid }
        const { transcript } = moveCaptions({ ...session.context, rules }, all(map))
        const automatic = { ...transcript, marks: [] }
        const cues = [transcript, automatic].flatMap((each) =>
          makeCues(each, rules, { durationMs, language: 'en' }).filter(
            // Between times that are set, less than a frame can be free.
            (cue) => each === automatic || (cue.isFixed === true && cue.endMs - cue.startMs >= 50),
          ),
        )
        for (const { startMs, endMs } of cues) {
          expect(isOnFrame(startMs, grid)).toBe(true)
          expect(isOnFrame(endMs, grid)).toBe(true)
        }
      }),
      { numRuns: 150 },
    )
  })
})

test('a time that is set while captions are moved is shown exactly, and moves with them', () => {
  fc.assert(
    fc.property(marked, maps, fc.nat(999), later, ([paragraphs, marks], map, which, ms) => {
      const session = new CueSession(paragraphs, marks, durationMs)
      session.apply(moveCaptions(session.context, all(map)).edits)
      const { context } = session
      const cue = context.cues[which % context.cues.length]
      if (cue === undefined) return
      const set = setCueTimes(context, cue, { startMs: cue.startMs + 37, endMs: cue.endMs - 13 })
      session.apply(set.edits)
      if (set.edits.length === 0) return
      const isThere = ({ startMs, endMs }: Cue): boolean => startMs === set.startMs && endMs === set.endMs
      expect(session.cues.some(isThere)).toBe(true)
      session.apply(moveCaptions(session.context, all(movedBy(ms))).edits)
      const isLater = ({ startMs, endMs }: Cue): boolean =>
        startMs === set.startMs + ms && endMs === set.endMs + ms
      expect(session.cues.some(isLater)).toBe(true)
    }),
    { numRuns: 200 },
  )
})

describe('a range of captions', () => {
  // Marks cannot set captions that have words of others between theirs, or half of a word that is longer than a line.
  const plain = randomParagraphs.map((paragraphs) => {
    let clockMs = 0
    return paragraphs.map((paragraph): Paragraph => {
      const offMs = clockMs - (paragraph.words[0]?.startMs ?? 0)
      const words = paragraph.words
        .filter(({ text }) => text.trim() !== '' && text.length < 40)
        .map((word) => ({ ...word, startMs: word.startMs + offMs, endMs: word.endMs + offMs }))
      clockMs = words.at(-1)?.endMs ?? clockMs
      return { ...paragraph, words }
    })
  })

  test('leaves all others where they are; moved back, it is where it was; undone, all is as before', () => {
    fc.assert(
      fc.property(plain, fc.nat(99), fc.nat(99), later, maps, (paragraphs, one, other, ms, map) => {
        const session = new CueSession(paragraphs, [], durationMs)
        session.apply(moveCaptions(session.context, all(map)).edits)
        const { cues, transcript } = session
        // Half of a word has no marks.
        const isCut = cues.some((cue, index) => sharesWord(cue, cues[index + 1]))
        if (cues.length === 0 || isCut) return
        const [a, b] = [one % cues.length, other % cues.length]
        const range = { from: Math.min(a, b), to: Math.max(a, b) }
        const {
          edits,
          report,
          cues: made,
        } = moveCaptions(session.context, {
          map: movedBy(ms),
          range,
          withWords: false,
        })
        expect(report.count + report.staying).toBe(range.to - range.from + 1)
        if (report.staying > 0 || report.others > 0 || edits.length === 0) return
        session.apply(edits)
        const times = (list: readonly Cue[]): string[] =>
          list.map(({ startMs, endMs, wordIds }) => `${wordIds[0]} ${startMs}–${endMs}`).toSorted()
        const wanted = cues.map((cue, index) =>
          index < range.from || index > range.to
            ? cue
            : {
                ...cue,
                startMs: movedTime(cue.startMs, movedBy(ms)),
                endMs: movedTime(cue.endMs, movedBy(ms)),
              },
        )
        expect(times(made)).toEqual(times(wanted))
        expect(times(session.cues)).toEqual(times(wanted))
        session.undoAll()
        session.apply(moveCaptions(session.context, all(map)).edits)
        expect(session.transcript).toEqual(transcript)
      }),
      { numRuns: 100 },
    )
  })
})
