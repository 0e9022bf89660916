import * as fc from 'fast-check'
import { extractText, getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import type { DocumentWithExtras } from '#core/formats/format'
import { type FormatId, formatIds, formats } from '#core/formats/formats'
import { redactedDocument } from '#core/redaction/redacted-document'
import { redactedWords } from '#core/transcript/redacted-words'
import type { Mark, Paragraph, Speaker } from '#core/transcript/transcript'
import { trimmedDocument } from '#core/trim/trimmed-document'
import { makeExport } from './make-export.ts'
import { unzip } from './testing/unzip.ts'

/** A word that is nowhere else, by number: with a capital, or in a script without them. */
const stems = ['Zanz', 'Ölqe', 'צפרד', 'ظضغخ'] as const
const digits = ['bcdfghkmnp', 'bcdfghkmnp', 'אבגהוחטילמ', 'بتثجحدذرزس'] as const
const core = (number: number): string => {
  const kind = number % stems.length
  const tail = Array.from(String(number).padStart(3, '0'))
    .map((digit) => digits[kind]?.charAt(Number(digit)) ?? '')
    .join('')
  return `${stems[kind]}${tail}`
}
/** Signs that formats escape or replace. */
const around = fc.constantFrom(
  ['', ''],
  ['<', '>'],
  ['&', '&amp;'],
  ['"', '"'],
  ["d'", "'s"],
  ['', ':'],
  ['<b>', '</b>,'],
  ['{\\i1}', '|'],
  ['\u202B', '\u202C'],
  ['-->', ']]>'],
  ['', '.'],
  ['=', ','],
) as fc.Arbitrary<readonly [string, string]>

const durationMs = 120_000

interface Case {
  readonly whole: DocumentWithExtras
  readonly document: DocumentWithExtras
  readonly secrets: readonly string[]
  readonly open: readonly string[]
}

const arbitraryCase: fc.Arbitrary<Case> = fc
  .record({
    turns: fc.array(
      fc.record({
        speaker: fc.integer({ min: 0, max: 2 }),
        signs: fc.array(around, { minLength: 1, maxLength: 8 }),
      }),
      { minLength: 2, maxLength: 6 },
    ),
    hiddenVoices: fc.subarray([0, 1, 2], { maxLength: 2 }),
    ranges: fc.array(fc.tuple(fc.nat(60), fc.nat(4)), { maxLength: 4 }),
    remarks: fc.array(
      fc.record({
        kind: fc.constantFrom(
          'comment',
          'bookmark',
          'wording',
          'translation',
          'chapter',
          'decision',
          'action',
        ),
        at: fc.nat(60),
        length: fc.nat(5),
        about: fc.array(fc.nat(60), { minLength: 1, maxLength: 3 }),
        voice: fc.integer({ min: 0, max: 2 }),
      }),
      { maxLength: 8 },
    ),
    titleOf: fc.nat(60),
    trim: fc.option(
      fc.tuple(fc.double({ min: 0, max: 0.6, noNaN: true }), fc.double({ min: 0.7, max: 1, noNaN: true })),
    ),
  })
  .map(({ turns, hiddenVoices, ranges, remarks, titleOf, trim }): Case => {
    let number = 0
    let clockMs = 0
    const paragraphs = turns.map(({ speaker, signs }, index): Paragraph => {
      clockMs += 300
      return {
        id: `p${index}`,
        speakerId: `s${speaker}`,
        language: 'en',
        kind: 'speech',
        words: signs.map(([before, after], place) => {
          const startMs = clockMs
          clockMs += 400
          const text = `${before}${core(number)}${after}`
          const id = `p${index}.${place}`
          number += 1
          return {
            id,
            before: place === 0 ? '' : ' ',
            text,
            startMs,
            endMs: clockMs,
            confidence: 0.5,
            origin: 'recognised',
          }
        }),
      }
    })
    const words = paragraphs.flatMap((paragraph) => paragraph.words)
    const idAt = (place: number): string => words[Math.min(place, words.length - 1)]?.id ?? ''
    const wordAt = (place: number): string => words[place % words.length]?.text ?? ''
    const speakers = [0, 1, 2].map((at): Speaker => ({
      id: `s${at}`,
      name: `<${core(900 + at)}> & "Name": ${at}`,
      colour: at,
      groupId: null,
      ...(hiddenVoices.includes(at) ? { redacted: true } : {}),
    }))
    const marks: Mark[] = ranges.map(([from, length], index) => {
      const at = from % words.length
      return {
        id: `r${index}`,
        kind: 'redaction',
        fromWordId: idAt(at),
        toWordId: idAt(at + length),
        value: null,
      }
    })
    const moments = []
    for (const [index, { kind, at, length, about, voice }] of remarks.entries()) {
      const text = `About ${about.map(wordAt).join(' and ')}, ${speakers[voice]?.name}`
      const place = at % words.length
      const ends = { fromWordId: idAt(place), toWordId: idAt(place + length) }
      const id = `x${index}`
      const own = words.slice(place, place + length + 1).map((word) => word.text)
      if (kind === 'comment' || kind === 'bookmark') marks.push({ id, kind, ...ends, value: text })
      // Another wording and a translation are about their own words.
      else if (kind === 'wording') marks.push({ id, kind, ...ends, value: own.toReversed().join(' ') })
      else if (kind === 'translation')
        marks.push({ id, kind, ...ends, value: { language: 'fr', text: `Oui ${own.join(' ')}` } })
      else {
        const value =
          kind === 'chapter'
            ? { title: text, link: '', isListed: true }
            : kind === 'action'
              ? { text, who: text, until: text }
              : text
        moments.push({ id, kind, atMs: words[place]?.startMs ?? 0, value })
      }
    }
    const whole: DocumentWithExtras = {
      recording: {
        title: `On ${wordAt(titleOf)}`,
        fileName: 'talk.mp3',
        durationMs,
        sha256: '',
        moments,
        place: wordAt(titleOf),
      },
      transcript: {
        id: '',
        recordingId: '',
        language: 'en',
        run: {
          program: 'parolo',
          version: '1',
          models: [],
          settings: { hotwords: words.map(({ text }) => text).join('\n') },
        },
        speakers,
        turns: [],
        paragraphs,
        marks,
      },
    }
    const part =
      trim === null ? null : { startMs: Math.round(trim[0] * clockMs), endMs: Math.round(trim[1] * clockMs) }
    const kept = part === null ? whole : trimmedDocument(whole, part)
    const redacted = redactedWords(whole.transcript)
    const left = new Set(
      kept.transcript.paragraphs.flatMap((paragraph) => paragraph.words.map(({ id }) => id)),
    )
    const cores = new Map(words.map(({ id }, index) => [id, core(index)]))
    const coreOf = (id: string): string => cores.get(id) ?? ''
    return {
      whole,
      document: redactedDocument(kept, whole.transcript),
      secrets: [
        ...words.flatMap(({ id }) => (redacted.has(id) ? [coreOf(id)] : [])),
        ...hiddenVoices.map((at) => core(900 + at)),
      ],
      open: words.flatMap(({ id }) => (left.has(id) && !redacted.has(id) ? [coreOf(id)] : [])),
    }
  })

/** Formats in which all that is not redacted is legible. */
const wholeText: readonly FormatId[] = ['json', 'txt', 'html']

/** All text in a file: as it is, unpacked, and as a reader understands it. */
async function textIn(bytes: Uint8Array, format: FormatId): Promise<string> {
  if (format === 'pdf') {
    const { text } = await extractText(await getDocumentProxy(bytes.slice()), { mergePages: true })
    return text.normalize('NFKC')
  }
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  const plain = isZip
    ? [...unzip(bytes).values()].map(String).join('\n')
    : Buffer.from(bytes).toString('utf8')
  const { read, readBytes } = formats[format]
  const again = readBytes?.(bytes) ?? read?.(plain)
  return `${plain}\n${JSON.stringify(again ?? null)}`
}

test.each(formatIds)('%s never has a redacted word, nor the name of a redacted voice', async (format) => {
  await fc.assert(
    fc.asyncProperty(
      arbitraryCase,
      fc.constantFrom(undefined, 'fr'),
      async ({ document, secrets, open }, language) => {
        const isTranslated = document.transcript.marks.some(({ kind }) => kind === 'translation')
        const translation = isTranslated ? language : undefined
        const options = { captionNames: 'always', translation, withPaper: true } as const
        const { bytes, paper } = await makeExport(document, format, options)
        const text = `${await textIn(bytes, format)}\n${paper?.html ?? ''}`.toLowerCase()
        expect(secrets.filter((secret) => text.includes(secret.toLowerCase()))).toEqual([])
        const own = translation === undefined && wholeText.includes(format) ? open : []
        for (const word of own) expect(text).toContain(word.toLowerCase())
      },
    ),
    { numRuns: format === 'pdf' || format === 'docx' ? 8 : 30 },
  )
})
