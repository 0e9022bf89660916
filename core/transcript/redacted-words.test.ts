import fc from 'fast-check'
import { expect, it } from 'vitest'
import { applyEdit } from '../edits/apply.ts'
import { EditRefused } from '../edits/refused.ts'
import { choices, randomEdit } from '../edits/testing/random-edits.ts'
import { conversation } from '../edits/testing/samples.ts'
import { redactedWords, redactionsBy } from './redacted-words.ts'
import { type Mark, type Transcript, transcriptWords } from './transcript.ts'

/** By the places of all words. */
function redactedByPlaces({ paragraphs, marks, speakers }: Transcript): Map<string, string | null> {
  const words = paragraphs.flatMap((paragraph) => paragraph.words)
  const hidden = speakers.flatMap(({ id, redacted }) => (redacted === true ? [id] : []))
  const redacted = new Map<string, string | null>()
  for (const { speakerId, words: own } of paragraphs)
    if (hidden.includes(speakerId ?? '')) for (const { id } of own) redacted.set(id, null)
  for (const { kind, value, fromWordId, toWordId } of marks) {
    if (kind !== 'redaction') continue
    const [from, to] = [fromWordId, toWordId].map((id) => words.findIndex((word) => word.id === id))
    if (from === undefined || to === undefined || from < 0 || to < 0) continue
    for (const { id } of words.slice(from, to + 1)) redacted.set(id, value)
  }
  return redacted
}

it('after each of many edits, redacts the words between the ends of marks and those of redacted voices', () => {
  const spans = fc.array(fc.tuple(fc.nat(99), fc.nat(99), fc.constantFrom(null, 'name')), { maxLength: 4 })
  fc.assert(
    fc.property(spans, fc.array(choices, { maxLength: 20 }), fc.boolean(), (redacted, plan, isVoice) => {
      const said = conversation()
      const words = transcriptWords(said)
      const marks = redacted.map(([from, to, value], index): Mark => {
        const [first, last] = [from, to].map((place) => words[place % words.length]?.id ?? '')
        return { id: `r${index}`, kind: 'redaction', fromWordId: first ?? '', toWordId: last ?? '', value }
      })
      const speakers = said.speakers.map((each, index) =>
        isVoice && index === 0 ? { ...each, redacted: true as const } : each,
      )
      let now: Transcript = { ...said, speakers, marks: [...said.marks, ...marks] }
      const check = (): void => {
        const expected = redactedByPlaces(now)
        expect(redactedWords(now)).toEqual(expected)
        for (const paragraph of now.paragraphs) {
          const own = redactionsBy(now)?.(paragraph) ?? new Map()
          const ids = paragraph.words.map(({ id }) => id).filter((id) => expected.has(id))
          expect(new Set(own.keys())).toEqual(new Set(ids))
        }
      }
      check()
      plan.forEach((choice, index) => {
        const edit = randomEdit(now, `e${index}`, choice)
        if (edit === null) return
        try {
          now = applyEdit(now, edit).transcript
        } catch (error) {
          if (!(error instanceof EditRefused)) throw error
        }
        check()
      })
    }),
  )
})
