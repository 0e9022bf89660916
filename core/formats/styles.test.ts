import { describe, expect, it } from 'vitest'
import { makeCues } from '../captions/cues.ts'
import { presetFor } from '../captions/rules.ts'
import { formats, type FormatId } from './formats.ts'
import { english } from './testing/sample-document.ts'

const file = `1
00:00:01,000 --> 00:00:03,000
{\\an8}It is <i>the sea</i>
<i>that</i> sings.

2
00:00:04,000 --> 00:00:05,000
{\\an4}Below & <i>left</i>
`
const { document } = formats.srt.read?.(file) ?? { document: null }

describe('italics and places', () => {
  it('of a file are marks on the words', () => {
    const kinds = document?.transcript.marks.map(({ kind }) => kind) ?? []
    expect(kinds.filter((kind) => kind === 'italic')).toHaveLength(2)
    expect(kinds.filter((kind) => kind === 'position')).toHaveLength(2)
  })

  it.each(['srt', 'vtt', 'ass'] as const satisfies readonly FormatId[])('come back from %s', (id) => {
    if (document === null) throw new Error('the file was not read')
    const { write, read } = formats[id]
    const written = write?.(document, english)
    expect(written?.losses).toEqual([])
    const again = read?.(written?.text ?? '')
    expect(again?.corrections).toEqual([])
    expect(shown(again?.document ?? document)).toEqual(shown(document))
  })

  it.each([
    ['ttml', '<span tts:fontStyle="italic">the sea</span>', 'region="top"'],
    ['ebuttd', '<tt:span style="textStyle italicStyle">the sea</tt:span>', 'region="top"'],
  ] as const)('are written in %s', (id, italics, place) => {
    if (document === null) throw new Error('the file was not read')
    const text = formats[id].write?.(document, english).text ?? ''
    expect(text).toContain(italics)
    expect(text).toContain(place)
  })

  it('are a loss of a format that has none', () => {
    if (document === null) throw new Error('the file was not read')
    expect(formats.sbv.write?.(document, english).losses).toContainEqual({ code: 'caption-styles', count: 4 })
  })
})

function shown({ transcript, recording }: NonNullable<typeof document>): unknown {
  const options = { durationMs: recording.durationMs, language: 'en' }
  return makeCues(transcript, presetFor('en'), options).map(({ lines, position, startMs, endMs }) => ({
    startMs,
    endMs,
    position,
    lines: lines.map(({ text, italics }) => ({ text, italics })),
  }))
}
