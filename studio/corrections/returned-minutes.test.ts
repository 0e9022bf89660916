import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { findCorrections } from '#core/corrections/find-corrections'
import { readReturned } from '#core/corrections/readers/read-returned'
import { shownText } from '#core/corrections/shown-text'
import { withoutMinutes } from '#core/corrections/without-minutes'
import { minutesLines } from '#core/formats/minutes/minutes-lines'
import type { DocumentWithExtras } from '#core/formats/format'
import { sampleDocument } from '#core/formats/testing/sample-document'
import type { StoredMoment } from '#core/moments/moment'
import { redactedDocument } from '#core/redaction/redacted-document'
import { paragraphText } from '#core/transcript/transcript'
import { speakerNames } from '#core/transcript/speaker-names'
import { temporaryFolder } from '../testing/opened-service.ts'
import { labelIn, makeExport, type MakeExportOptions } from '../export/make-export.ts'

const label = labelIn('fr')
const sample = sampleDocument('resources/samples/conversation-fr.json')
const paragraphs = sample.transcript.paragraphs.map(paragraphText)
/** A short line before a time is read as somebody’s name. */
const long =
  'à vingt euros, comme en 2025, et nous en parlons encore une fois au printemps, quand les comptes de toute l’année sont là.'
/** A decision with the very words of a paragraph, and one that is quoted whole. */
const moments: readonly StoredMoment[] = [
  { id: 'd', kind: 'decision', atMs: 2_500, value: `Le prix reste ${long}` },
  { id: 'e', kind: 'decision', atMs: 15_000, value: paragraphs[2] ?? '' },
  { id: 'a', kind: 'action', atMs: 8_000, value: { text: 'Commander', who: 'Anna', until: 'mardi' } },
  { id: 'b', kind: 'bookmark', atMs: 10_500, value: 'Important' },
  { id: 'c', kind: 'bookmark', atMs: 44_000, value: '' },
]
const given: DocumentWithExtras = { ...sample, recording: { ...sample.recording, place: 'Mairie', moments } }
const outgoing = redactedDocument(given)
const names = new Set(speakerNames(given.transcript.speakers, label).values())
const minutes = { template: '', wholeText: true, date: '30 novembre 2026, de 14:00 à 14:01' }
const formats = { 'minutes-md': 'md', 'minutes-html': 'html', minutes: 'docx' } as const

/** What comes back of minutes with the whole text, in which a text is changed. */
async function compare(
  format: keyof typeof formats,
  change: (text: string) => string = (text) => text,
  from: DocumentWithExtras = outgoing,
  options: MakeExportOptions = {},
) {
  const { bytes } = await makeExport(from, format, { minutes, ...options })
  const changed = format === 'minutes' ? inWord(bytes, change) : strToU8(change(strFromU8(bytes)))
  const returned = readReturned(`a.${formats[format]}`, changed, names)
  const shown = shownText(given.transcript, from, 'text', label)
  const said = shown.map(({ text }) => text)
  const lines = minutesLines(from, { speakerLabel: label, minutes })
  const blocks = withoutMinutes(returned.blocks, lines, said)
  return findCorrections({ source: given.transcript, outgoing: from }, shown, { blocks }, 'text')
}

function inWord(bytes: Uint8Array, change: (text: string) => string): Uint8Array {
  const files = unzipSync(bytes)
  const text = strFromU8(files['word/document.xml'] ?? new Uint8Array())
  return zipSync({ ...files, 'word/document.xml': strToU8(change(text)) })
}

describe.each(Object.keys(formats) as (keyof typeof formats)[])(
  '%s with the whole text that come back',
  (format) => {
    it('unchanged propose nothing: date, people, items, quotes and their comments are no difference', async () => {
      const { items, share } = await compare(format)
      expect(items).toEqual([])
      expect(share).toBe(1)
    })

    it('tell of a decision that was changed, and correct a word of the text', async () => {
      const { items } = await compare(format, (text) =>
        text.replace('Le prix reste', 'Le prix monte').replace('Bon, je crois', 'Bon, je pense'),
      )
      expect(items).toMatchObject([
        { kind: 'words', text: 'pense' },
        { kind: 'told', about: 'unspoken', text: expect.stringContaining('Le prix monte') as string },
      ])
    })

    it('with more items than text are the same recording’s', async () => {
      const many = Array.from({ length: 60 }, (_, index): StoredMoment => {
        const value = `Décision numéro ${index}, la même que l’an dernier ${long}`
        return { id: `m${index}`, kind: 'decision', atMs: index * 500, value }
      })
      const full = redactedDocument({ ...given, recording: { ...given.recording, moments: many } })
      expect(await compare(format, undefined, full)).toEqual({ items: [], share: 1 })
    })
  },
)

it('a page of minutes with sound proposes nothing either, and tells of a decision that was changed', async () => {
  const file = path.join(await temporaryFolder(), 'around.webm')
  await writeFile(file, 'a sound')
  const soundAround = () => Promise.resolve({ path: file, bytes: 7 })
  const withSound: MakeExportOptions = { output: { soundAround: true }, soundAround }
  let buttons = 0
  const unchanged = await compare(
    'minutes-html',
    (text) => {
      buttons = text.split('<button').length - 1
      return text
    },
    outgoing,
    withSound,
  )
  expect(buttons).toBeGreaterThan(0)
  expect(unchanged.items).toEqual([])
  const { items } = await compare(
    'minutes-html',
    (text) => text.replace('Le prix reste', 'Le prix monte'),
    outgoing,
    withSound,
  )
  expect(items).toMatchObject([{ kind: 'told', text: expect.stringContaining('Le prix monte') as string }])
})
