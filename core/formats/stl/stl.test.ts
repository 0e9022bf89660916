import { describe, expect, test } from 'vitest'
import { spoken } from '../../captions/testing/spoken.ts'
import { shiftedDocument } from '../shifted-document.ts'
import { cuesRead } from '../testing/round-trip.ts'
import { found } from '../testing/read-cues.ts'
import { documentOf, english } from '../testing/sample-document.ts'
import { UnreadableText } from '../reading/unreadable-text.ts'
import { bestTable, encodeLine, stlTables } from './stl-characters.ts'
import { readStl } from './stl-reader.ts'
import { writeStl } from './stl-writer.ts'

const latin = stlTables[0]

test.each([
  ['00', 'Ça, c’est l’été «\u00A0là\u00A0» ♪ œuvre, Łódź, ñandú, Ångström: £5, $6'],
  ['01', 'Это не так'],
  ['02', 'مرحبا'],
  ['03', 'Καλημέρα'],
  ['04', 'שלום'],
])('table %s: %s comes back', (code, text) => {
  const table = bestTable([text])
  expect(table.code).toBe(code)
  const { bytes, replaced } = encodeLine(text, table)
  expect(replaced).toBe(0)
  const all = Uint8Array.from(bytes)
  let back = ''
  for (let at = 0; at < all.length;) {
    const { text: piece, length } = table.decode(all, at)
    back += piece
    at += length
  }
  expect(back).toBe(text.normalize('NFC'))
})

test('what no table has is replaced, and counted', () => {
  expect(encodeLine('🙂 10\u202F€…', latin)).toEqual({
    bytes: Array.from('? 10\u00A0EUR...', (character) => character.charCodeAt(0)),
    replaced: 4,
  })
})

test('frames, long texts in several blocks, the header', () => {
  const text = 'word '.repeat(2_500).trim()
  const cue = {
    index: 0,
    startMs: 3_600_040,
    endMs: 3_602_000,
    lines: [{ speakerId: null, text }],
    wordIds: [],
  }
  const document = documentOf(spoken([[null, 0, 1_000, 'x']]))
  const { bytes } = writeStl(document, { ...english, cues: [cue], frameRate: 25 })
  expect((bytes.length - 1_024) % 128).toBe(0)
  expect(String.fromCharCode(...bytes.subarray(3, 14))).toBe('STL25.01000')
  const { cues, codes } = found(readStl(bytes))
  expect(codes).toEqual([])
  expect(cues).toEqual([`3600040–3602000 ${text}`])
})

describe('what is shown', () => {
  const places = (['top', 'middle', 'bottom'] as const).flatMap((vertical) =>
    (['left', 'center', 'right'] as const).map((horizontal) => ({ vertical, horizontal })),
  )
  test.each(places.map((position) => [`${position.vertical} ${position.horizontal}`, position] as const))(
    '%s comes back, with italics',
    (_, position) => {
      const lines = [
        { speakerId: null, text: 'One is here', italics: [{ from: 4, to: 11 }] },
        { speakerId: null, text: 'two éàü', italics: [{ from: 0, to: 3 }] },
      ]
      const cue = { index: 0, startMs: 0, endMs: 2_000, lines, wordIds: [], position }
      const { bytes, losses } = writeStl(documentOf([]), { ...english, cues: [cue] })
      expect(losses).toEqual([])
      const { document, corrections } = readStl(bytes)
      expect(corrections).toEqual([])
      const [read] = cuesRead(document)
      expect(read?.lines.map(({ text, italics }) => ({ text, italics }))).toEqual(
        lines.map(({ text, italics }) => ({ text, italics })),
      )
      expect(read?.position ?? { vertical: 'bottom', horizontal: 'center' }).toEqual(position)
    },
  )

  test('rows of other programs: a caption of two rows at the top, and of one with no row', () => {
    const cue = { index: 0, startMs: 0, endMs: 2_000, lines: [{ speakerId: null, text: 'One' }], wordIds: [] }
    const { bytes } = writeStl(documentOf([]), { ...english, cues: [cue] })
    const placed = (row: number) => {
      bytes[1_024 + 13] = row
      return cuesRead(readStl(bytes).document)[0]?.position?.vertical
    }
    expect([0, 1, 2, 11, 20, 22, 200].map(placed)).toEqual([
      undefined,
      'top',
      'top',
      'middle',
      undefined,
      undefined,
      undefined,
    ])
  })

  test('underlined text is reported, boxes are not', () => {
    const cue = {
      index: 0,
      startMs: 0,
      endMs: 2_000,
      lines: [{ speakerId: null, text: '#One#' }],
      wordIds: [],
    }
    const { bytes } = writeStl(documentOf([]), { ...english, cues: [cue] })
    const at = bytes.indexOf('#'.charCodeAt(0), 1_024)
    bytes[at] = 0x84
    expect(readStl(bytes).corrections).toEqual([])
    bytes[at] = 0x82
    expect(readStl(bytes).corrections).toEqual([{ code: 'tags-dropped', line: null, detail: 'One#' }])
  })
})

describe('timecodes', () => {
  const cue = {
    index: 0,
    startMs: 61_000,
    endMs: 62_000,
    lines: [{ speakerId: null, text: 'One' }],
    wordIds: [],
  }
  const header = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 8))

  test('the program and the first caption count from the start timecode, and come back without it', () => {
    const { bytes } = writeStl(documentOf([]), { ...english, cues: [cue], startTimecode: '10:00:00:00' })
    expect([header(bytes, 256), header(bytes, 264)]).toEqual(['10000000', '10010100'])
    expect([...bytes.subarray(1_024 + 5, 1_024 + 13)]).toEqual([10, 1, 1, 0, 10, 1, 2, 0])
    expect(found(readStl(bytes))).toEqual({ cues: ['61000–62000 One'], codes: ['time-offset'] })
  })

  test('a delay of hours is the start of the program, a shorter one is not', () => {
    const document = documentOf(spoken([[null, 0, 1_000, 'x']]))
    const startAfter = (ms: number): string =>
      header(writeStl(shiftedDocument(document, ms), english).bytes, 256)
    expect([0, 500, 36_000_000].map(startAfter)).toEqual(['00000000', '00000000', '10000000'])
  })

  test('other frame rates are rounded, and reported', () => {
    const lossesAt = (frameRate: number) =>
      writeStl(documentOf([]), { ...english, cues: [cue], frameRate }).losses.map(({ code }) => code)
    expect([25, 50, 30, 60].flatMap(lossesAt)).toEqual([])
    expect([23.976, 24, 29.97, 59.94].flatMap(lossesAt)).toEqual([
      'frame-rate',
      'frame-rate',
      'frame-rate',
      'frame-rate',
    ])
  })
})

test('colors other than white are reported', () => {
  const cue = {
    index: 0,
    startMs: 0,
    endMs: 2_000,
    lines: [{ speakerId: null, text: '#Yes #No' }],
    wordIds: [],
  }
  const { bytes } = writeStl(documentOf([]), { ...english, cues: [cue] })
  const [white, yellow] = [7, 3]
  const first = bytes.indexOf('#'.charCodeAt(0), 1_024)
  bytes[first] = white
  bytes[bytes.indexOf('#'.charCodeAt(0), first + 1)] = yellow
  expect(readStl(bytes).corrections).toEqual([{ code: 'tags-dropped', line: null, detail: 'yellow: Yes No' }])
})

test('times count from the start of the program; comments and user data are left out', () => {
  const document = documentOf([])
  const at = (startMs: number, text: string) => ({
    index: 0,
    startMs,
    endMs: startMs + 1_000,
    lines: [{ speakerId: null, text }],
    wordIds: [],
  })
  const { bytes } = writeStl(document, {
    ...english,
    cues: [at(36_000_000, 'One'), at(36_002_000, 'Note'), at(36_004_000, 'Three')],
  })
  bytes.set(
    Array.from('10000000', (digit) => digit.charCodeAt(0)),
    256,
  )
  bytes[1_024 + 128 + 15] = 1
  expect(found(readStl(bytes))).toEqual({
    cues: ['0–1000 One', '4000–5000 Three'],
    codes: ['content-dropped', 'time-offset'],
  })
  expect(() => readStl(bytes.subarray(0, 100))).toThrow(UnreadableText)
})
