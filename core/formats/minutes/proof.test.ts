import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spoken } from '../../captions/testing/spoken.ts'
import type { StoredMoment } from '../../moments/moment.ts'
import { redactedDocument } from '../../redaction/redacted-document.ts'
import { trimmedDocument } from '../../trim/trimmed-document.ts'
import type { DocumentWithExtras, WriteOptions } from '../format.ts'
import { shiftedDocument } from '../shifted-document.ts'
import { documentOf, english } from '../testing/sample-document.ts'
import { minutesBlocks } from './minutes-document.ts'
import { minutesHtml } from './minutes-html.ts'
import { placeAmong, proofsOf, soundOfProofs } from './proof.ts'

const moments: readonly StoredMoment[] = [
  { id: 'd', kind: 'decision', atMs: 42_500, value: 'The fee stays.' },
  { id: 'a', kind: 'action', atMs: 80_000, value: { text: 'Order', who: '', until: '' } },
  { id: 'b', kind: 'bookmark', atMs: 60_500, value: '' },
]

function meeting(given: readonly StoredMoment[] = moments): DocumentWithExtras {
  const document = documentOf(
    spoken([
      ['A', 27_000, 28_000, 'Yes.'],
      ['A', 40_000, 42_000, 'It stays at twenty.'],
      ['B', 60_000, 62_000, 'Water cost more.'],
    ]),
  )
  return { ...document, recording: { ...document.recording, durationMs: 90_000, moments: given } }
}
const blocksOf = (document: DocumentWithExtras, options: Partial<WriteOptions> = {}) =>
  minutesBlocks(document, { ...english, ...options })
const page = (document: DocumentWithExtras, options: Partial<WriteOptions> = {}): string =>
  minutesHtml.write?.(document, { ...english, soundType: 'audio/webm', ...options }).text ?? ''

describe('the proof of an item of minutes', () => {
  it('is the sentence at its time, its speaker, and the seconds around it, never from within a word', () => {
    expect(proofsOf(blocksOf(meeting()))).toMatchObject([
      { atMs: 42_500, startMs: 27_000, endMs: 47_500, text: 'It stays at twenty.' },
      { atMs: 80_000, startMs: 65_000, endMs: 85_000, name: null, text: '' },
      { atMs: 60_500, startMs: 58_000, endMs: 64_000, text: 'Water cost more.' },
    ])
    expect(proofsOf(blocksOf(meeting(), { times: false }))).toEqual([])
  })

  it('has nothing of what was trimmed away, nor of redacted words, also where times are moved', () => {
    const part = { startMs: 30_000, endMs: 61_000 }
    const [decision, passage] = proofsOf(blocksOf(trimmedDocument(meeting(), part)))
    expect([decision, passage]).toMatchObject([
      { startMs: 30_000, endMs: 47_500 },
      { startMs: 58_000, endMs: 61_000 },
    ])
    const early = [{ id: 'd', kind: 'decision', atMs: 2_000, value: '' }]
    const moved = proofsOf(blocksOf(shiftedDocument(meeting(early), 1_000)))
    expect(moved).toMatchObject([{ atMs: 3_000, startMs: 1_000, endMs: 8_000 }])
    const { transcript, ...others } = meeting()
    const on = { fromWordId: 'p1.3', toWordId: 'p1.3' }
    const redacted = redactedDocument({
      ...others,
      transcript: { ...transcript, marks: [{ id: 'm', kind: 'redaction', ...on, value: null }] },
    })
    expect(proofsOf(blocksOf(redacted))[0]?.text).toBe('It stays at [redacted].')
  })

  it('of any moments lies in the sound of all, where the page plays it', () => {
    const at = fc.integer({ min: 0, max: 90_000 })
    fc.assert(
      fc.property(fc.uniqueArray(at, { maxLength: 12 }), (times) => {
        const given = times.map((atMs) => ({ id: String(atMs), kind: 'decision', atMs, value: 'x' }))
        const blocks = blocksOf(meeting(given))
        const spans = soundOfProofs(blocks)
        const proofs = proofsOf(blocks)
        expect(proofs).toHaveLength(times.length)
        for (const proof of proofs) {
          const place = placeAmong(spans, proof)
          let begin = 0
          const found = spans.some(({ startMs, endMs }) => {
            const isHere = place - begin === proof.startMs - startMs && proof.endMs <= endMs
            begin += endMs - startMs
            return isHere
          })
          expect(found).toBe(true)
          expect(proof.startMs).toBeLessThanOrEqual(proof.atMs)
          expect(proof.endMs).toBeGreaterThanOrEqual(proof.atMs)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('minutes as a page with sound', () => {
  it('play each item from its time, in the language of the text, and ask nothing of the network', () => {
    const html = page(meeting())
    expect(html).toContain('<audio preload="auto" src="data:audio/webm;base64,…"></audio>')
    expect(html).toContain(
      '<li>The fee stays. <button type="button" aria-pressed="false" aria-label="Play 0:42" data-from="0" data-to="20.5"><time>0:42</time></button></li>',
    )
    expect(html).toContain('aria-label="Play 1:00" data-from="20.5" data-to="26.5"')
    expect(html).toContain(
      '<td class="n"><button type="button" aria-pressed="false" aria-label="Play 1:20" data-from="26.5"',
    )
    expect(html).toContain(`content="default-src 'none'; `)
    expect(html).not.toMatch(/https?:/u)
    const french = { ...meeting(), transcript: { ...meeting().transcript, language: 'fr' } }
    expect(page(french)).toContain('aria-label="Écouter 0:42"')
    expect(page(french)).toContain('Cette page est sans le son.')
  })

  it('without sound, times or items have no player and no script', () => {
    for (const html of [
      minutesHtml.write?.(meeting(), english).text ?? '',
      page(meeting(), { times: false }),
      page(meeting([])),
    ])
      expect(html).not.toMatch(/<(?:audio|button|script)/u)
  })
})

it('usual headings of a template are in the language of the text, whichever they were written in', () => {
  const template = '## Décisions\n{decisions}\n## Nos actions\n{actions}\n## Marked passages\n{passages}'
  const minutes = { template, wholeText: false, date: '' }
  const headings = (language: string): string[] =>
    minutesBlocks(
      { ...meeting(), transcript: { ...meeting().transcript, language } },
      { ...english, minutes },
    ).flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
  expect(headings('en')).toEqual(['Decisions', 'Nos actions', 'Marked passages'])
  expect(headings('fr')).toEqual(['Décisions', 'Nos actions', 'Passages marqués'])
  // The program has no words for others.
  expect(headings('de')).toEqual(['Décisions', 'Nos actions', 'Marked passages'])
})
