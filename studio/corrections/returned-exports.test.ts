import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { findCorrections } from '#core/corrections/find-corrections'
import { readReturned } from '#core/corrections/readers/read-returned'
import { type ReturnedFormat, returnedFormats } from '#core/corrections/returned-formats'
import { shownText } from '#core/corrections/shown-text'
import type { DocumentWithExtras } from '#core/formats/format'
import { sampleDocument, withChapters } from '#core/formats/testing/sample-document'
import { redactedDocument } from '#core/redaction/redacted-document'
import { speakerNames } from '#core/transcript/speaker-names'
import { labelIn, makeExport, type MakeExportOptions } from '../export/make-export.ts'

const choices: readonly MakeExportOptions[] = [
  {},
  { speakerNames: false, times: false },
  { captionNames: 'change' },
]
const formats = Object.keys(returnedFormats) as ReturnedFormat[]
const label = labelIn('fr')

const sample = withChapters(sampleDocument('resources/samples/conversation-fr.json'))
const words = sample.transcript.paragraphs.flatMap((paragraph) => paragraph.words)
const given: DocumentWithExtras = {
  ...sample,
  transcript: {
    ...sample.transcript,
    fillers: 'hidden',
    numbers: 'digits',
    marks: [
      {
        id: 'r',
        kind: 'redaction',
        fromWordId: words[20]?.id ?? '',
        toWordId: words[22]?.id ?? '',
        value: null,
      },
      {
        id: 'c',
        kind: 'comment',
        fromWordId: words[3]?.id ?? '',
        toWordId: words[5]?.id ?? '',
        value: 'Oui ?',
      },
      {
        id: 'd',
        kind: 'comment',
        fromWordId: words[40]?.id ?? '',
        toWordId: words[40]?.id ?? '',
        value: `Vraiment ${words
          .slice(20, 23)
          .map(({ text }) => text)
          .join(' ')} ?`,
      },
    ],
  },
  origin: { transcriptId: 't-1', editNumber: 4 },
}
const outgoing = redactedDocument(given)
const names = new Set(speakerNames(given.transcript.speakers, label).values())

/** What comes back of an export of which a text is changed. */
async function compare(
  format: ReturnedFormat,
  change: (text: string) => string = (text) => text,
  options: MakeExportOptions = {},
) {
  const { bytes } = await makeExport(outgoing, format, options)
  const returned = readReturned(
    `a.${format}`,
    format === 'docx' ? inWord(bytes, change) : strToU8(change(strFromU8(bytes))),
    names,
  )
  const blocks = shownText(given.transcript, outgoing, returnedFormats[format].shownAs, label)
  return {
    returned,
    blocks,
    ...findCorrections(
      { source: given.transcript, outgoing },
      blocks,
      returned,
      returnedFormats[format].shownAs,
    ),
  }
}

function inWord(bytes: Uint8Array, change: (text: string) => string): Uint8Array {
  const files = unzipSync(bytes)
  const text = strFromU8(files['word/document.xml'] ?? new Uint8Array())
  return zipSync({ ...files, 'word/document.xml': strToU8(change(text)) })
}

describe.each(formats)('an export in %s that comes back', (format) => {
  it('unchanged proposes nothing: fillers, digits, placeholders, names, times and chapters are no difference', async () => {
    for (const options of choices) {
      const { items, share } = await compare(format, undefined, options)
      expect(items).toEqual([])
      expect(share).toBe(1)
    }
  })

  it('with a word changed in each of some paragraphs proposes exactly these', async () => {
    const { blocks } = await compare(format)
    const counts = new Map<string, number>()
    const shown = blocks.flatMap(({ text, words: own }) =>
      own.map(({ from, to, isPlaceholder }) => (isPlaceholder ? '' : text.slice(from, to))),
    )
    for (const each of shown) counts.set(each, (counts.get(each) ?? 0) + 1)
    const { bytes, text } = await makeExport(outgoing, format, {})
    const whole = text ?? strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
    const chosen = shown
      .filter((each) => /^\p{L}{6,}$/u.test(each) && counts.get(each) === 1 && whole.split(each).length === 2)
      .filter((_, index) => index % 2 === 0)
    expect(chosen.length).toBeGreaterThan(3)
    const { items } = await compare(format, (before) =>
      chosen.reduce((left, each) => left.replace(each, `${each.toUpperCase()}s`), before),
    )
    expect(items).toMatchObject(
      chosen.map((each) => ({ kind: 'words', text: `${each.toUpperCase()}s`, expected: [{ text: each }] })),
    )
  })
})

it.each(['docx', 'html'] as const)('%s carries the transcript and its newest edit', async (format) => {
  const { returned } = await compare(format)
  expect(returned.origin).toEqual(given.origin)
})

/** As LibreOffice 25 writes them: runs are cut, each with properties and a language. */
const libreOffice = (kind: 'ins' | 'del', text: string): string =>
  `<w:${kind} w:id="7" w:author="Martin Léger" w:date="2026-11-29T18:20:00Z"><w:r><w:rPr><w:lang w:val="fr-FR"/></w:rPr><w:${kind === 'ins' ? 't' : 'delText'} xml:space="preserve">${text}</w:${kind === 'ins' ? 't' : 'delText'}></w:r></w:${kind}>`

it('tracked changes of LibreOffice are corrections of their author', async () => {
  const { blocks } = await compare('docx')
  const [block] = blocks
  const shown = block?.words.map(({ from, to }) => block.text.slice(from, to)) ?? []
  const word = shown.find((each) => /^\p{L}{4,}$/u.test(each)) ?? ''
  const { items } = await compare('docx', (xml) => {
    const [, before = '', after = ''] = new RegExp(`>([^<]*?)${word}([^<]*)</w:t></w:r>`, 'u').exec(xml) ?? []
    const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
    const tracked = `>${before}</w:t></w:r>${libreOffice('del', word)}${libreOffice('ins', 'autrement')}${run(after)}`
    return xml.replace(`>${before}${word}${after}</w:t></w:r>`, tracked)
  })
  const atMs = Date.UTC(2026, 10, 29, 18, 20)
  expect(items).toMatchObject([
    { kind: 'words', expected: [{ text: word }], text: 'autrement', by: 'Martin Léger', atMs },
  ])
})
