import { expect, it } from 'vitest'
import { applyEdits } from '../edits/apply-edits.ts'
import { conversation, paragraph, saidWords } from '../edits/testing/samples.ts'
import { lint } from '../transcript/lint.ts'
import { redactedWords } from '../transcript/redacted-words.ts'
import { type Mark, type Transcript, transcriptWords } from '../transcript/transcript.ts'
import { redactedSilences } from './redacted-document.ts'
import { redactionsInNewer } from './redactions-in-newer.ts'

const redaction = (fromWordId: string, toWordId: string): Mark => ({
  id: `r ${fromWordId}`,
  kind: 'redaction',
  fromWordId,
  toWordId,
  value: null,
})

/** A new recognition: other ids, and other words at the time of some. */
const newer = (second: string): Transcript => ({
  ...conversation([]),
  id: 'newer',
  paragraphs: [
    paragraph('q1', 's1', saidWords('d1', 'Who was there last night?', 0)),
    paragraph('q2', 's2', saidWords('d2', second, 2100)),
    paragraph('q3', 's1', saidWords('d3', 'That is what I thought.', 5000)),
  ],
})

function taken(from: Transcript, to: Transcript): { texts: string[]; transcript: Transcript } {
  let made = 0
  const { transcript } = applyEdits(
    to,
    redactionsInNewer(from, to, () => `n${made++}`),
    { durationMs: 8_000 },
  )
  expect(lint(transcript, 8_000)).toEqual([])
  const redacted = redactedWords(transcript)
  const texts = transcriptWords(transcript).flatMap(({ id, text }) => (redacted.has(id) ? [text] : []))
  return { texts, transcript }
}

it('redacts the same words, and other ones at their time', () => {
  const from = conversation([redaction('c2.3', 'c2.4')])
  expect(taken(from, newer('Nobody. They all went home.')).texts).toEqual(['went', 'home.'])
  expect(taken(from, newer('Nobody. They all want Rome.')).texts).toEqual(['want', 'Rome.'])
})

it('redacts the voice that says what a redacted voice said', () => {
  const [edit] = [{ kind: 'redact-speaker', id: 'v', speakerId: 's2', redacted: true } as const]
  const from = applyEdits(conversation([]), [edit]).transcript
  const { transcript, texts } = taken(from, newer('No, they all went home.'))
  expect(transcript.speakers[1]).toMatchObject({ id: 's2', redacted: true })
  expect(texts).toHaveLength(5)
})

it('keeps sound silent at whose time nothing is recognized now', () => {
  const from = conversation([redaction('c2.3', 'c2.4')])
  const { transcript, texts } = taken(from, newer('Nobody. They'))
  expect(texts).toEqual([])
  const silences = redactedSilences(transcript)
  for (const { startMs, endMs } of transcriptWords(from).filter(({ id }) => ['c2.3', 'c2.4'].includes(id))) {
    expect(silences.some((span) => span.startMs <= startMs && span.endMs >= endMs)).toBe(true)
  }
})

it('makes nothing of a transcript without redactions', () => {
  expect(redactionsInNewer(conversation([]), newer('Nobody.'), () => 'x')).toEqual([])
})
