import { describe, expect, test } from 'vitest'
import type { Cue } from '../../captions/cues.ts'
import { formats } from '../formats.ts'
import { cuesRead } from '../testing/round-trip.ts'
import { documentOf, english } from '../testing/sample-document.ts'
import { UnreadableText } from '../reading/unreadable-text.ts'
import { readFcpxml } from './fcpxml-reader.ts'

const shown = (text: string) => {
  const { document, corrections } = readFcpxml(text)
  const cues = cuesRead(document)
  return {
    cues: cues.map(
      ({ startMs, endMs, lines }) => `${startMs}–${endMs} ${lines.map((line) => line.text).join(' / ')}`,
    ),
    codes: corrections.map(({ code, line }) => `${code} ${line}`),
    document,
  }
}

const file = (spine: string, tcStart = '0s'): string => `<?xml version="1.0"?>
<fcpxml version="1.11"><library><event><project><sequence tcStart="${tcStart}"><spine>
${spine}
</spine></sequence></project></event></library></fcpxml>`

const caption = (times: string, text: string, more = ''): string =>
  `<caption lane="1" ${times} role="iTT?captionFormat=ITT.fr-FR" ${more}><text placement="bottom">
    <text-style ref="ts1">${text}</text-style>
  </text></caption>`

describe('captions of Final Cut Pro', () => {
  test.each([
    [25, '10:00:00:00'],
    [23.976, '01:00:00:00'],
    [29.97, '00:59:58;00'],
  ])('are those that we wrote at %d frames per second from %s', (frameRate, startTimecode) => {
    const line = (text: string) => ({ text, speakerId: null })
    const cues: readonly Cue[] = [
      {
        index: 0,
        startMs: 1_001,
        endMs: 2_002,
        lines: [line('Un fer,'), line('et c’était le mien.')],
        wordIds: [],
      },
      { index: 1, startMs: 62_062, endMs: 63_063, lines: [line('Tom & Ann < 3')], wordIds: [] },
    ]
    const whole = frameRate === 25 ? [1_000, 2_000, 62_080, 63_080] : [1_001, 2_002, 62_062, 63_063]
    const { text = '' } =
      formats.fcpxml.write?.(documentOf([]), { ...english, cues, frameRate, startTimecode }) ?? {}
    expect(shown(text)).toMatchObject({
      cues: [
        `${whole[0]}–${whole[1]} Un fer, / et c’était le mien.`,
        `${whole[2]}–${whole[3]} Tom & Ann < 3`,
      ],
      codes: [],
    })
  })

  test('have the time of the clip they are attached to, within storylines too', () => {
    const text = file(
      `<asset-clip offset="3600s" start="100s" duration="10s">${caption('offset="102s" duration="3/2s"', 'Un')}</asset-clip>
      <gap offset="3610s" start="3600s" duration="10s">
        <spine lane="1" offset="3602s"><clip offset="2s" start="50s" duration="4s"><video offset="0s" ref="r1">${caption('offset="1s" duration="1s"', 'Deux')}</video></clip></spine>
      </gap>`,
      '3600s',
    )
    // The video begins 50 s before its clip does.
    expect(shown(text).cues).toEqual(['2000–3500 Un'])
    expect(shown(text).codes).toEqual(['content-dropped 7'])
    const within = text.replace('<video offset="0s"', '<video offset="51s"')
    expect(shown(within).cues).toEqual(['2000–3500 Un', '16000–17000 Deux'])
  })

  test('keep italics, the top of the picture and their language', () => {
    const definition = '<text-style-def id="ts2"><text-style italic="1"/></text-style-def>'
    const { document } = shown(
      file(
        `<gap offset="0s" start="0s" duration="9s"><caption lane="1" offset="1s" duration="2s" role="iTT?captionFormat=ITT.fr-FR">
          <text placement="top"><text-style ref="ts1">Elle lit </text-style><text-style ref="ts2">Le Monde</text-style></text>${definition}
        </caption></gap>`,
      ),
    )
    expect(document.transcript.language).toBe('fr')
    expect(document.transcript.marks).toContainEqual(
      expect.objectContaining({ kind: 'italic', fromWordId: 'p1.3', toWordId: 'p1.4' }),
    )
    expect(document.transcript.marks).toContainEqual(
      expect.objectContaining({ kind: 'position', value: { vertical: 'top', horizontal: 'center' } }),
    )
  })

  test('are those of one role; others, and what is switched off, are told', () => {
    const other = caption('offset="1s" duration="1s"', 'One').replace('ITT.fr-FR', 'ITT.en')
    const texts = [
      caption('offset="1s" duration="1s"', 'Un'),
      other,
      caption('offset="3s" duration="1s"', 'Deux'),
      caption('offset="5s" duration="1s"', 'Trois', 'enabled="0"'),
      caption('offset="7s"', 'Quatre'),
    ]
    const read = shown(file(`<gap offset="0s" start="0s" duration="9s">\n${texts.join('\n')}\n</gap>`))
    expect(read.cues).toEqual(['1000–2000 Un', '3000–4000 Deux'])
    expect(read.codes).toEqual(['content-dropped 7', 'content-dropped 13', 'time-unreadable 16'])
  })

  test('are the titles where there are none', () => {
    const title =
      '<title lane="1" offset="2s" start="3600s" duration="2s"><text><text-style>Chapitre un</text-style></text></title>'
    const gap = (content: string): string =>
      file(`<gap offset="0s" start="0s" duration="9s">${content}</gap>`)
    expect(shown(gap(title)).cues).toEqual(['2000–4000 Chapitre un'])
    expect(shown(gap(title + caption('offset="5s" duration="1s"', 'Un'))).cues).toEqual(['5000–6000 Un'])
    expect(shown(gap('')).cues).toEqual([])
  })

  test('are not read from other XML', () => {
    expect(() => readFcpxml('<xmeml version="5"/>')).toThrow(UnreadableText)
  })
})
