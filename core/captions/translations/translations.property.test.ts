import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { choices, randomEdit } from '../../edits/testing/random-edits.ts'
import { EditRefused } from '../../edits/refused.ts'
import { lint } from '../../transcript/lint.ts'
import type { Transcript } from '../../transcript/transcript.ts'
import { joinWithBefore } from '../edits/join-with-before.ts'
import { splitCue } from '../edits/split-cue.ts'
import { CueSession } from '../edits/testing/cue-session.ts'
import { randomParagraphs } from '../testing/random-transcript.ts'
import { placeTranslation } from './manage-translations.ts'
import {
  moveTranslationToBefore,
  moveTranslationToNext,
  setTranslation,
  splitTranslation,
} from './set-translation.ts'
import { translationEntries } from './translation-entries.ts'
import { translationsInto, translationText } from './translation-marks.ts'

const share = fc.nat(9_999).map((number) => number / 10_000)
const step = fc.record({
  act: share,
  cue: share,
  place: share,
  text: fc.string({ maxLength: 20 }),
  choice: choices,
})
const durationMs = 3_600_000
const transcripts = randomParagraphs.filter((paragraphs) => paragraphs.length > 0)

/** The letters of all texts of the language, in no order. */
const letters = (transcript: Transcript): string =>
  translationsInto(transcript, 'fr')
    .map(({ value }) => value.text)
    .join('')
    .replaceAll(/\s/gu, '')
    .split('')
    .sort()
    .join('')

/** Every text in the transcript is either shown or listed, exactly once. */
function expectAllListed(session: CueSession): void {
  const { entries, unplaced, byCue } = translationEntries(session.transcript, session.cues, 'fr')
  const listed = [...entries.flatMap(({ marks }) => marks), ...unplaced]
  const held = translationsInto(session.transcript, 'fr').filter(
    ({ value }) => translationText(value.text) !== '',
  )
  expect(listed.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
    held.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  )
  expect(byCue.size).toBe(entries.reduce((sum, { cues }) => sum + cues.length, 0))
  for (const { cues, marks } of entries) {
    expect(cues.length).toBeGreaterThan(0)
    expect(marks.length).toBeGreaterThan(0)
  }
}

test('whatever is done to captions and translations, no text is lost, and undoing all gives the same as before', () => {
  fc.assert(
    fc.property(transcripts, fc.array(step, { minLength: 1, maxLength: 8 }), (paragraphs, steps) => {
      const session = new CueSession(paragraphs, [], durationMs)
      const before = session.transcript
      const known = new Set(lint(before, durationMs).map(({ rule }) => rule))
      for (const [index, { act, cue: at, place, text, choice }] of steps.entries()) {
        const { context } = session
        const cue = context.cues[Math.floor(at * context.cues.length)]
        if (cue === undefined) continue
        const held = letters(session.transcript)
        const kind = Math.floor(act * 8)
        if (kind <= 1) {
          session.apply(setTranslation(context, 'fr', cue, text))
          const found = translationEntries(session.transcript, session.cues, 'fr')
          const now = found.byCue.get(cue.index)
          const wanted = translationText(text)
          // Captions of people who speak at once can share the words of a text: then both texts are there.
          if (wanted !== '' && !found.continued.has(cue.index)) expect(now?.text).toContain(wanted)
        } else if (kind === 2) session.apply(splitCue(context, cue, Math.floor(place * 30)))
        else if (kind === 3) session.apply(joinWithBefore(context, cue))
        else if (kind === 4) {
          const offset = Math.floor(place * 20)
          session.apply(splitTranslation(context, 'fr', cue, offset))
        } else if (kind === 5) session.apply(moveTranslationToNext(context, 'fr', cue))
        else if (kind === 6) session.apply(moveTranslationToBefore(context, 'fr', cue))
        else {
          const edit = randomEdit(session.transcript, `r${index}`, choice)
          try {
            // Marks are changed by the other steps.
            if (edit !== null && !edit.kind.endsWith('-mark')) session.apply([edit])
          } catch (error) {
            if (!(error instanceof EditRefused)) throw error
          }
        }
        const isEmpty = session.transcript.paragraphs.every(({ words }) => words.length === 0)
        if (kind > 1 && !isEmpty) expect(letters(session.transcript)).toBe(held)
        expectAllListed(session)
        for (const { rule } of lint(session.transcript, durationMs)) expect(known).toContain(rule)
        const { unplaced } = translationEntries(session.transcript, session.cues, 'fr')
        const [mark] = unplaced
        const [first] = session.cues
        if (place < 0.2 && mark !== undefined && first !== undefined) {
          const whole = letters(session.transcript)
          session.apply(placeTranslation(session.context, mark, first))
          expect(letters(session.transcript)).toBe(whole)
        }
      }
      session.undoAll()
      expect(session.transcript).toEqual(before)
    }),
    { numRuns: 150 },
  )
})
