import { describe, expect, it } from 'vitest'
import type { Cue } from '../../captions/cue.ts'
import { presetFor } from '../../captions/presets/netflix.ts'
import type { WriteOptions } from '../format.ts'
import { defaultOutput } from '../output-options.ts'
import { documentOf, english } from '../testing/sample-document.ts'
import { ass } from './ass.ts'

const words = [{ id: 'w1', text: 'One.', startMs: 0, endMs: 500, confidence: 1 }]
const spoken = ['s1', 's2'].map((speakerId) => ({ id: `p-${speakerId}`, speakerId, words }))
const document = documentOf(spoken as unknown as Parameters<typeof documentOf>[0])

const cue = (given: Partial<Cue> & { readonly texts: readonly string[] }): Cue => ({
  index: 0,
  startMs: 1_000,
  endMs: 2_000,
  lines: given.texts.map((text) => ({ speakerId: 's2', text })),
  wordIds: [],
  ...given,
})

interface Event {
  readonly key: string
  readonly x: number
  readonly y: number
  readonly text: string
}

const ruled = presetFor('en')
const size = { width: 1_920, height: 1_080 }

function eventsOf(cues: readonly Cue[], options: Partial<WriteOptions> = {}): Event[] {
  const { text } = ass.write!(document, { ...english, picture: size, cues, ...options })
  return [
    ...text.matchAll(/^Dialogue: (?:[^,]*,){9}\{\\an(\d)\\pos\(([\d.]+),([\d.]+)\)[^}]*\}(.*)$/gmu),
  ].map(([, key = '', x, y, shown = '']) => ({ key, x: Number(x), y: Number(y), text: shown }))
}
const written = (options: Partial<WriteOptions> = {}): string =>
  ass.write!(document, { ...english, picture: size, cues: [cue({ texts: ['One,', 'two.'] })], ...options })
    .text

describe('captions that are burned into a film', () => {
  it('have an event a line, the last one above 8 % of the picture, a line of 87 pixels above it', () => {
    expect(eventsOf([cue({ texts: ['One,', 'two.'] })])).toEqual([
      { key: '2', x: 960, y: 907, text: 'One,' },
      { key: '2', x: 960, y: 994, text: 'two.' },
    ])
    expect(written()).toMatch(/^PlayResX: 1920\nPlayResY: 1080$/mu)
    expect(written()).toMatch(/^Style: Default,Parolo Captions,87,/mu)
  })

  it('have a box by default, or an outline', () => {
    expect(written()).toMatch(/^Style: .*,&H33000000,.*,4,0,0,2,/mu)
    expect(written()).toContain('\\xshad25.92\\yshad0')
    const outlined = written({ details: { ...defaultOutput, captionBox: false } })
    expect(outlined).toMatch(/^Style: .*,1,3\.89,0,2,/mu)
    expect(outlined).not.toContain('shad')
  })

  it('are where their position says', () => {
    const at = (vertical: 'top' | 'middle', horizontal: 'left' | 'right') =>
      eventsOf([cue({ texts: ['One,', 'two.'], position: { vertical, horizontal } })])
    expect(at('top', 'left')).toMatchObject([
      { key: '1', x: 96, y: 173 },
      { key: '1', x: 96, y: 260 },
    ])
    expect(at('middle', 'right').map(({ key, x, y }) => [key, x, y])).toEqual([
      ['3', 1_824, 540],
      ['3', 1_824, 627],
    ])
  })

  it('are above each other where they are shown at the same time', () => {
    const later = cue({ texts: ['Three.'], startMs: 1_500 })
    expect(eventsOf([cue({ texts: ['One,', 'two.'] }), later]).map(({ y }) => y)).toEqual([907, 994, 820])
  })

  it('are divided where the picture is too narrow, and keep italics', () => {
    const lines = [
      { speakerId: null, text: 'They come with the toaster and stay.', italics: [{ from: 0, to: 36 }] },
    ]
    const tall = { width: 720, height: 1_280 }
    const events = eventsOf([cue({ texts: [], lines })], {
      picture: tall,
      rules: { ...ruled, maxCharactersPerLine: 24 },
    })
    expect(events.map(({ text }) => text)).toEqual([
      '{\\i1}They come with the{\\i0}',
      '{\\i1}toaster and stay.{\\i0}',
    ])
  })

  it('have a color for each speaker if that is asked', () => {
    expect(written()).not.toContain('\\c&H')
    expect(written({ details: { ...defaultOutput, speakerColors: true } })).toContain('\\c&H00FFFF&')
  })

  it('are above the margin of their rules', () => {
    const events = eventsOf([cue({ texts: ['One.'] })], { rules: { ...ruled, bottomMarginPercent: 25 } })
    expect(events[0]?.y).toBe(810)
  })
})
