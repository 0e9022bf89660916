import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeCues } from '../../captions/cues.ts'
import { presetFor } from '../../captions/presets/netflix.ts'
import { formats, type FormatId } from '../formats.ts'
import { english } from '../testing/sample-document.ts'

const styled = `1
00:00:01,000 --> 00:00:03,000
{\\an8}It is <i>the sea</i>
<i>that</i> sings.

2
00:00:04,000 --> 00:00:05,000
{\\an4}Below & <i>left</i>
`
const { document } = formats.srt.read?.(styled) ?? { document: null }

/** A caption of an SRT file by its number, from 0: a position, and words of which some are in italics. */
const styledCue = fc
  .tuple(
    fc.integer({ min: 1, max: 9 }),
    fc.array(fc.tuple(fc.constantFrom('one', 'two', 'three & four'), fc.boolean()), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([place, words]) => (index: number): string => {
    const text = words.map(([word, isItalic]) => (isItalic ? `<i>${word}</i>` : word)).join(' ')
    return `${index + 1}\n00:00:0${index},000 --> 00:00:0${index},900\n{\\an${place}}${text}\n`
  })

describe('italics and places', () => {
  it('of a file are marks on the words', () => {
    const kinds = document?.transcript.marks.map(({ kind }) => kind) ?? []
    expect(kinds.filter((kind) => kind === 'italic')).toHaveLength(2)
    expect(kinds.filter((kind) => kind === 'position')).toHaveLength(2)
  })

  it.each(['srt', 'vtt', 'ass', 'ttml', 'ebuttd'] as const satisfies readonly FormatId[])(
    'come back from %s',
    (id) => {
      if (document === null) throw new Error('the file was not read')
      const { write, read } = formats[id]
      const written = write?.(document, english)
      expect(written?.losses).toEqual([])
      const again = read?.(written?.text ?? '')
      expect(again?.corrections).toEqual([])
      expect(shown(again?.document ?? document)).toEqual(shown(document))
    },
  )

  it.each([
    ['ttml', '<span tts:fontStyle="italic">the sea</span>', 'region="top"'],
    ['ebuttd', '<tt:span style="textStyle italicStyle">the sea</tt:span>', 'region="top"'],
  ] as const)('are written in %s', (id, italics, place) => {
    if (document === null) throw new Error('the file was not read')
    const text = formats[id].write?.(document, english).text ?? ''
    expect(text).toContain(italics)
    expect(text).toContain(place)
  })

  it.each(['srt', 'vtt', 'ass', 'ttml', 'ebuttd'] as const)(
    'of any kind and place come back from %s',
    (id) => {
      fc.assert(
        fc.property(fc.array(styledCue, { minLength: 1, maxLength: 5 }), (cues) => {
          const file = formats.srt.read?.(cues.map((cue, index) => cue(index)).join('\n')).document ?? null
          if (file === null) throw new Error('the file was not read')
          const text = formats[id].write?.(file, english).text ?? ''
          const again = formats[id].read?.(text)
          expect(again?.corrections).toEqual([])
          expect(shown(again?.document ?? file)).toEqual(shown(file))
        }),
        { numRuns: 40 },
      )
    },
  )

  it('are on the right words after a no-break space', () => {
    const srt = formats.srt.read?.('1\n00:00:01,000 --> 00:00:03,000\nQuoi\u00A0? Non <i>oui</i> peut-être\n')
    const [mark] = srt?.document.transcript.marks.filter(({ kind }) => kind === 'italic') ?? []
    const words = srt?.document.transcript.paragraphs.flatMap((paragraph) => paragraph.words)
    expect(words?.find(({ id }) => id === mark?.fromWordId)?.text).toBe('oui')
  })

  it.each([
    [String.raw`{\an8\i1}foo{\i0} bar`, 'foo'],
    [String.raw`{\i1}foo{\i0\b1} bar`, 'foo'],
    [String.raw`{\i1}foo{\r} bar`, 'foo'],
  ])('of ASS may be in a block with others: %s', (text, italic) => {
    const file = `[Events]\nFormat: Start, End, Text\nDialogue: 0:00:01.00,0:00:02.00,${text}\n`
    const read = formats.ass.read?.(file).document ?? null
    if (read === null) throw new Error('the file was not read')
    const options = { durationMs: 0, language: 'en' }
    const [cue] = makeCues(read.transcript, presetFor('en'), options)
    const line = cue?.lines[0]
    expect(line?.italics?.map(({ from, to }) => line.text.slice(from, to))).toEqual([italic])
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
