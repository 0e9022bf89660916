import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { hostileParagraphs } from '../captions/testing/hostile-words.ts'
import { randomParagraphs } from '../captions/testing/random-transcript.ts'
import { lint } from '../transcript/lint.ts'
import { documentCues } from './document-cues.ts'
import type { DocumentWithExtras, ReadResult } from './format.ts'
import { type FormatId, formatGroups, formatIds, formats, isFormatId } from './formats.ts'
import { cuesRead, heldText, holds } from './testing/round-trip.ts'
import { documentOf, english, sampleDocument } from './testing/sample-document.ts'
import { LATEST_MS } from './reading/limits.ts'
import { UnreadableText } from './reading/unreadable-text.ts'

test('every format is listed by its id, with an extension and names of its own in both languages', () => {
  for (const id of formatIds) {
    expect(formats[id].id).toBe(id)
    expect(isFormatId(id)).toBe(true)
  }
  expect(formatIds.length).toBe(Object.keys(formats).length)
  for (const nameOf of [
    (id: FormatId) => formats[id].extension.toLowerCase(),
    (id: FormatId) => formats[id].label.en,
    (id: FormatId) => formats[id].label.fr,
    (id: FormatId) => formats[id].purpose.en,
    (id: FormatId) => formats[id].purpose.fr,
  ]) {
    expect(new Set(formatIds.map(nameOf)).size).toBe(formatIds.length)
  }
  expect(formatGroups.flatMap(({ ids }) => ids).toSorted()).toEqual(formatIds.toSorted())
  expect(isFormatId('constructor')).toBe(false)
})

const written = formatIds.filter(
  (id) => formats[id].write !== undefined || formats[id].writeBytes !== undefined,
)
/** Plain text is read as words without times; the others keep their captions. */
const read = written.filter(
  (id) => id !== 'txt' && (formats[id].read !== undefined || formats[id].readBytes !== undefined),
)

/** A format's output as text, even for a binary one. */
function write(id: FormatId, document: DocumentWithExtras): string {
  const { write: writeText, writeBytes } = formats[id]
  if (writeText !== undefined) return writeText(document, english).text
  return String.fromCharCode(...(writeBytes?.(document, english).bytes ?? []))
}

function readBack(id: FormatId, text: string): ReadResult {
  const { read: readText, readBytes } = formats[id]
  if (readText !== undefined) return readText(text)
  return readBytes?.(Uint8Array.from(text, (byte) => byte.charCodeAt(0))) ?? expect.unreachable()
}

const sample = sampleDocument('resources/samples/conversation-en.json')
const shortSample: DocumentWithExtras = {
  ...sample,
  transcript: {
    ...sample.transcript,
    turns: [],
    paragraphs: sample.transcript.paragraphs.slice(0, 4),
    marks: [],
  },
}

/** What is invalid in a damaged text as it is read; nothing if it is refused as unreadable. */
function problemsIn(id: FormatId, damaged: string): unknown[] {
  let document: DocumentWithExtras
  try {
    document = readBack(id, damaged).document
  } catch (error) {
    return error instanceof UnreadableText ? [] : [error]
  }
  const { recording, transcript } = document
  return [
    ...(id === 'json' ? [] : lint(transcript)),
    ...(recording.durationMs <= LATEST_MS ? [] : [`lasts ${recording.durationMs} ms`]),
  ]
}

const anyParagraphs = fc.oneof(randomParagraphs, hostileParagraphs)

describe.each(written)('%s', (id) => {
  it('writes any document as whole lines, and the same one twice the same', () => {
    fc.assert(
      fc.property(anyParagraphs, (paragraphs) => {
        const document = documentOf(paragraphs)
        const text = write(id, document)
        const losses = (formats[id].write ?? formats[id].writeBytes)?.(document, english).losses ?? []
        for (const { count } of losses) expect(count).toBeGreaterThan(0)
        expect(write(id, document)).toBe(text)
        if (formats[id].write === undefined) return
        expect(text === '' || text.endsWith('\n')).toBe(true)
        expect(text).not.toMatch(/\r/u)
        expect(text.startsWith('\uFEFF')).toBe(false)
        expect(text.isWellFormed()).toBe(true)
      }),
      { numRuns: 40 },
    )
  })
})

test('there are formats that read', () => {
  expect(read.toSorted()).toEqual(['json', ...Object.keys(holds)].toSorted())
})

describe.each(read)('%s', (id) => {
  it('reads what it wrote without a correction, equal in what it can hold', () => {
    fc.assert(
      fc.property(anyParagraphs, (paragraphs) => {
        const document = documentOf(paragraphs)
        const text = write(id, document)
        // A file without a cue contains nothing to read.
        if (!/\d/u.test(text)) return
        const { document: back, corrections } = readBack(id, text)
        // Random letters that recur before a colon are read as a speaker.
        if (corrections.some(({ code }) => code === 'names-in-text')) return
        expect(corrections).toEqual([])
        const held = holds[id]
        if (held === undefined) {
          expect(write(id, back)).toBe(text)
          return
        }
        expect(lint(back.transcript, back.recording.durationMs)).toEqual([])
        const cues = documentCues(document, english, 'never')
        expect(heldText(cuesRead(back), back.transcript, held)).toEqual(
          heldText(cues, document.transcript, held),
        )
      }),
      { numRuns: 40 },
    )
  })

  it('writes what it read once more as it was', () => {
    const text = write(id, sampleDocument('resources/samples/conversation-fr.json'))
    const { document } = readBack(id, text)
    const again = write(id, { ...document, recording: { ...document.recording, title: 'A sample' } })
    expect(readBack(id, again).document.transcript.paragraphs).toEqual(document.transcript.paragraphs)
  })

  it('never fails on a damaged file but by saying that it cannot be read', () => {
    const text = write(id, shortSample)
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(40), fc.string(), (at, length, other) => {
        expect(problemsIn(id, text.slice(0, at) + other + text.slice(at + length))).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it.each(['9'.repeat(12), '9'.repeat(400), '1e300', '1e451', '-5'])(
    'has no word at an impossible time if a number is %#',
    (number) => {
      const text = write(id, shortSample)
      for (const { 0: digits, index } of text.matchAll(/\d+/gu)) {
        expect(problemsIn(id, text.slice(0, index) + number + text.slice(index + digits.length))).toEqual([])
      }
    },
  )
})

describe.each(
  written.filter((id) => holds[id] !== undefined || ['csv', 'tsv', 'html', 'edl', 'fcpxml'].includes(id)),
)('%s', (id) => {
  it('of the sample conversation', async () => {
    const text = write(id, sampleDocument('resources/samples/conversation-en.json'))
    // The golden files of the first formats use other samples.
    if (id === 'srt' || id === 'vtt') return
    const shown =
      formats[id].write === undefined
        ? text.replaceAll(
            /.{64}/gsu,
            (row) =>
              `${Array.from(row, (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('')}\n`,
          )
        : text
    await expect(shown).toMatchFileSnapshot(`testing/goldens/conversation-en${formats[id].extension}.golden`)
  })
})
