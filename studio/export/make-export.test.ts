import { describe, expect, it } from 'vitest'
import { sampleDocument } from '#core/formats/testing/sample-document'
import { makeExport } from './make-export.ts'

const document = sampleDocument('resources/samples/conversation-en.json')
const textOf = async (...[format, output]: [Parameters<typeof makeExport>[1], object]): Promise<string> =>
  (await makeExport(document, format, { output })).text ?? ''

describe('options of exported files', () => {
  it('move all times', async () => {
    expect(await textOf('srt', {})).toMatch(/^1\n00:00:00,500 /u)
    expect(await textOf('srt', { offsetMs: 61_500 })).toMatch(/^1\n00:01:02,000 /u)
    expect(await textOf('json', { offsetMs: 61_500 })).toBe(await textOf('json', {}))
  })

  it('count frames at a rate, with or without dropped numbers', async () => {
    expect(await textOf('edl', { frameRate: 29.97, offsetMs: 59_560 })).toMatch(
      /\nFCM: DROP FRAME\n[^]* 00:01:00;02 /u,
    )
    const kept = await textOf('edl', { frameRate: 29.97, dropFrame: false, offsetMs: 59_560 })
    expect(kept).toMatch(/\nFCM: NON-DROP FRAME\n[^]* 00:01:00:00 /u)
    expect(await textOf('fcpxml', { frameRate: 29.97, dropFrame: false })).toContain('tcFormat="NDF"')
  })

  it('are bytes of the encoding, whose losses are reported; a format that has one encoding keeps it', async () => {
    const output = { encoding: 'windows-1252', lineEnds: 'crlf' } as const
    const { recording, transcript } = document
    const [first, ...others] = transcript.paragraphs
    const words = first!.words.map((word, index) => (index === 0 ? { ...word, text: 'Łódź' } : word))
    const changed = {
      recording,
      transcript: { ...transcript, paragraphs: [{ ...first!, words }, ...others] },
    }
    const srt = await makeExport(changed, 'srt', { output })
    expect(Buffer.from(srt.bytes).toString('latin1')).toMatch(/^1\r\n00:00:00,500 --> [\d:,]+\r\n\?\xF3d\?/u)
    expect(srt.losses).toContainEqual({ code: 'characters', count: 2 })
    const vtt = await makeExport(changed, 'vtt', { output })
    expect(Buffer.from(vtt.bytes).toString('utf8')).toMatch(/^WEBVTT\r\n\r\n1\r\n[^]*Łódź/u)
  })
})
