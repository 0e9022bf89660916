import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readDocx } from '../documents/docx-reader.ts'
import { importedDocument } from './imported-cues.ts'
import { places, readRepeated, tt, UNITS } from '../testing/repeated-parts.ts'
import { LIMITS } from './limits.ts'
import { readBytes } from './read-bytes.ts'

describe('a long text of one sign', () => {
  it.each(places)('%s %#: is read or refused', (fileName, fileOf) => {
    expect(readRepeated(fileName, fileOf, 20_000)).toHaveLength(UNITS.length)
  })
})

const tooLarge = (limit: string): unknown => expect.objectContaining({ reason: 'too-large', path: limit })
const thrown = (read: () => unknown): unknown => {
  try {
    read()
  } catch (error) {
    return error
  }
  return null
}

describe('a file that is over a limit is refused by the name of the limit', () => {
  const cues = (count: number) =>
    Array.from({ length: count }, (_, at) => `00:${String(at % 60).padStart(2, '0')}.000 --> 59:59.000\nx\n`)

  it('cues, words, characters, speakers', () => {
    const file = (count: number) => strToU8(`WEBVTT\n\n${cues(count).join('\n')}`)
    expect(readBytes('a.vtt', file(1_000)).document.transcript.paragraphs).toHaveLength(1_000)
    expect(thrown(() => readBytes('a.vtt', file(LIMITS.cues + 1)))).toEqual(tooLarge('cues'))
    const words = 'a '.repeat(LIMITS.words + 1)
    expect(thrown(() => readBytes('a.srt', strToU8(`1\n00:00:01,000 --> 00:00:02,000\n${words}`)))).toEqual(
      tooLarge('words'),
    )
    expect(thrown(() => readBytes('a.txt', strToU8(words)))).toEqual(tooLarge('words'))
    // Each of 50,000 starts shows the text again.
    const lrc = `${'[00:01.00]'.repeat(50_000)}${'x'.repeat(10_000)}`
    expect(thrown(() => readBytes('a.lrc', strToU8(lrc)))).toEqual(tooLarge('characters'))
    const speakers = Array.from({ length: LIMITS.speakers + 1 }, (_, at) => ({
      line: null,
      startMs: at,
      endMs: at + 1,
      voices: [{ name: `n${at}`, text: 'x' }],
    }))
    expect(thrown(() => importedDocument(speakers, () => undefined))).toEqual(tooLarge('speakers'))
  })

  it('nested and many elements of XML, nested lists and objects of JSON, whatever member they are in', () => {
    const nested = `{"format":"parolo","version":1,"of another program":${'['.repeat(200_000)}${']'.repeat(200_000)}}`
    expect(thrown(() => readBytes('a.json', strToU8(nested)))).toEqual(tooLarge('nested'))
    expect(thrown(() => readBytes('a.json', strToU8(`{"segments":${'['.repeat(200_000)}`)))).toEqual(
      tooLarge('nested'),
    )
    expect(thrown(() => readBytes('a.ttml', strToU8(tt('<span>'.repeat(500)))))).toEqual(tooLarge('nested'))
    expect(thrown(() => readBytes('a.ttml', strToU8(tt('<br/>'.repeat(LIMITS.elements)))))).toEqual(
      tooLarge('elements'),
    )
    const quoted = JSON.stringify({ segments: [{ start: 0, end: 1, text: `["${'['.repeat(1_000)}` }] })
    expect(readBytes('a.json', strToU8(quoted)).document.transcript.paragraphs).toHaveLength(1)
  })

  it('styles that lead to styles', () => {
    const chain = Array.from(
      { length: LIMITS.styles + 1 },
      (_, at) => `<style xml:id="s${at}" style="s${at + 1}"/>`,
    )
    const file = (styles: readonly string[]) =>
      strToU8(
        `<tt xmlns="http://www.w3.org/ns/ttml"><head><styling>${styles.join('')}</styling></head><body style="s0"><div><p begin="1s" end="2s">x</p></div></body></tt>`,
      )
    expect(thrown(() => readBytes('a.ttml', file(chain)))).toEqual(tooLarge('styles'))
    expect(readBytes('a.ttml', file(chain.slice(1))).document.transcript.paragraphs).toHaveLength(1)
  })

  it('what a Word document unpacks to, and its paragraphs', () => {
    const docx = (text: string) => zipSync({ 'word/document.xml': strToU8(text) }, { level: 1 })
    const body = (inside: string) => `<w:document xmlns:w="w"><w:body>${inside}</w:body></w:document>`
    expect(thrown(() => readDocx(docx(body('<w:p/>'.repeat(LIMITS.elements)))))).toEqual(tooLarge('elements'))
    const large = docx(body(' '.repeat(LIMITS.unpacked)))
    expect(large.length).toBeLessThan(1_000_000)
    expect(thrown(() => readDocx(large))).toEqual(tooLarge('unpacked'))
  })
})

it('a cue of half a million words is read', () => {
  const text = 'a '.repeat(500_000)
  const { document } = readBytes('a.srt', strToU8(`1\n00:00:01,000 --> 01:00:02,000\n${text}`))
  expect(document.transcript.paragraphs[0]?.words).toHaveLength(500_000)
  const { document: timed } = readBytes(
    'a.json',
    strToU8(
      JSON.stringify({
        segments: [{ start: 0, end: 9_000, text, words: [{ word: 'a', start: 0, end: 1 }] }],
      }),
    ),
  )
  expect(timed.transcript.paragraphs[0]?.words).toHaveLength(500_000)
})
