import { describe, expect, test } from 'vitest'
import { readStoredMark } from '../../transcript/marks/stored-mark.ts'
import type { Mark, Paragraph, Speaker } from '../../transcript/transcript.ts'
import type { CaptionNames } from '../caption-names.ts'
import { makeCues, type Cue } from '../cues.ts'
import { presetFor } from '../presets/netflix.ts'
import { spoken, type ScriptedTurn } from '../testing/spoken.ts'

const speakers: Speaker[] = ['A', 'B'].map((id) => {
  return { id, name: id === 'A' ? 'Nora' : 'Sam', colour: 0, groupId: null }
})

function cuesOf(paragraphs: Paragraph[], marks: Mark[], names: CaptionNames = 'never'): Cue[] {
  return makeCues({ paragraphs, speakers, marks }, presetFor('en'), {
    durationMs: 60_000,
    language: 'en',
    names,
  })
}

const shown = (cues: readonly Cue[]): string[] =>
  cues.map(({ lines }) => lines.map(({ text }) => text).join(' / '))
const timed = (cues: readonly Cue[]): string[] =>
  cues.map((cue) => `${cue.startMs}–${cue.endMs} ${shown([cue])[0]}${cue.isFixed ? ' (fixed)' : ''}`)

/** Words in the form `0.3`: the fourth word of the first paragraph. */
const mark = (kind: string, from: string, to = from, value: string | null = null): Mark =>
  readStoredMark({ id: `${kind} ${from}`, kind, fromWordId: `p${from}`, toWordId: `p${to}`, value })

const rain: ScriptedTurn[] = [['A', 1_000, 7_000, 'We left the house, and then it rained on us for an hour.']]

describe('times set by marks', () => {
  const paragraphs = spoken(rain)

  test('a start and the next end make a fixed cue of the words between', () => {
    const marks = [mark('cue-start', '0.4', '0.4', '3200'), mark('cue-end', '0.7', '0.7', '4900')]
    expect(timed(cuesOf(paragraphs, marks))).toEqual([
      '1000–3116 We left the house,',
      '3200–4900 and then it rained (fixed)',
      '5091–7500 on us for an hour.',
    ])
  })

  test('the cues beside a fixed one give way to it, its words do not count', () => {
    const marks = [mark('cue-start', '0.4', '0.4', '2000'), mark('cue-end', '0.7', '0.7', '6000')]
    expect(timed(cuesOf(paragraphs, marks))).toEqual([
      '1000–1916 We left the house,',
      '2000–6000 and then it rained (fixed)',
      '6000–7500 on us for an hour.',
    ])
  })

  test('where there is no room beside a fixed cue, the others keep their times', () => {
    const marks = [mark('cue-start', '0.4', '0.4', '900'), mark('cue-end', '0.7', '0.7', '9000')]
    const cues = cuesOf(paragraphs, marks)
    expect(shown(cues)).toEqual(['and then it rained', 'We left the house,', 'on us for an hour.'])
    expect(cues.map(({ index }) => index)).toEqual([0, 1, 2])
  })

  test('a fixed cue may be as long and as fast as it likes', () => {
    const long = spoken([
      ['A', 0, 20_000, 'The place was run by a woman who repaired bicycles. '.repeat(4).trim()],
    ])
    const marks = [mark('cue-start', '0.0', '0.0', '500'), mark('cue-end', '0.39', '0.39', '900')]
    const [cue, ...others] = cuesOf(long, marks)
    expect(others).toEqual([])
    expect(cue).toMatchObject({ startMs: 500, endMs: 900, isFixed: true })
    expect(cue?.lines).toHaveLength(5)
    expect(shown([cue!])[0]?.replaceAll(' / ', ' ')).toBe(
      long[0]!.words.map((word) => word.before + word.text).join(''),
    )
  })

  test('a start alone begins a cue at its time, an end alone ends one', () => {
    expect(timed(cuesOf(paragraphs, [mark('cue-start', '0.4', '0.4', '3300')]))).toEqual([
      '1000–3216 We left the house,',
      '3300–7500 and then it rained on us for an hour.',
    ])
    expect(timed(cuesOf(paragraphs, [mark('cue-end', '0.3', '0.3', '2400')]))[0]).toBe(
      '1000–2400 We left the house,',
    )
  })

  test('another start or break between them leaves both alone', () => {
    const start = mark('cue-start', '0.0', '0.0', '900')
    const end = mark('cue-end', '0.7', '0.7', '5000')
    const cues = cuesOf(paragraphs, [start, mark('break-before', '0.4'), end])
    expect(shown(cues).slice(0, 2)).toEqual(['We left the house,', 'and then it rained'])
    expect(cues[0]?.startMs).toBe(900)
    expect(cues[1]?.endMs).toBe(5_000)
    expect(cues.some(({ isFixed }) => isFixed)).toBe(false)
  })

  test('words of two speakers in a fixed cue have a line each', () => {
    const two = spoken([
      ['A', 0, 1_500, 'Are you ready?'],
      ['B', 1_700, 1_900, 'Yes.'],
      ['A', 2_000, 4_000, 'Good, then we should go.'],
    ])
    const marks = [mark('cue-start', '0.0', '0.0', '100'), mark('cue-end', '1.0', '1.0', '1950')]
    const [cue, next] = cuesOf(two, marks)
    expect(cue?.lines).toEqual([
      { speakerId: 'A', text: '-Are you ready?' },
      { speakerId: 'B', text: '-Yes.' },
    ])
    expect(next?.startMs).toBe(2_000)
    expect(shown(cuesOf(two, marks, 'change'))[0]).toBe('-Nora: Are you ready? / -Sam: Yes.')
    const imported = spoken([
      ['A', 0, 1_500, '- Are you ready?'],
      ['B', 1_700, 1_900, '– Yes.'],
    ])
    const all = [mark('cue-start', '0.0', '0.0', '0'), mark('cue-end', '1.1', '1.1', '1900')]
    expect(shown(cuesOf(imported, all))).toEqual(['- Are you ready? / – Yes.'])
  })

  test('fixed cues may overlap where their marks say so', () => {
    const marks = [
      mark('cue-start', '0.0', '0.0', '1000'),
      mark('cue-end', '0.3', '0.3', '4000'),
      mark('cue-start', '0.4', '0.4', '2000'),
      mark('cue-end', '0.12', '0.12', '6000'),
    ]
    expect(cuesOf(paragraphs, marks).map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
      [1_000, 4_000],
      [2_000, 6_000],
    ])
  })
})

describe('lines set by marks', () => {
  const paragraphs = spoken([['A', 0, 4_000, 'We left the house, and then it rained on us for an hour.']])
  const fixed = [mark('cue-start', '0.0', '0.0', '0'), mark('cue-end', '0.12', '0.12', '4000')]

  test('a line break begins a line, in a fixed cue or not', () => {
    expect(shown(cuesOf(paragraphs, [mark('line-break', '0.8')]))).toEqual([
      'We left the house, and then it rained / on us for an hour.',
    ])
    const breaks = [mark('line-break', '0.1'), mark('line-break', '0.2'), mark('line-break', '0.8')]
    expect(shown(cuesOf(paragraphs, [...fixed, ...breaks]))).toEqual([
      'We / left / the house, and then it rained / on us for an hour.',
    ])
  })

  test('Parolo cuts elsewhere what has too many lines with it', () => {
    const breaks = [mark('line-break', '0.2'), mark('line-break', '0.4')]
    for (const cue of cuesOf(paragraphs, breaks)) expect(cue.lines.length).toBeLessThanOrEqual(2)
    expect(shown(cuesOf(paragraphs, breaks))).not.toEqual(shown(cuesOf(paragraphs, [])))
  })

  test('a fixed cue without them has balanced lines, or one where words are kept together', () => {
    expect(shown(cuesOf(paragraphs, fixed))).toEqual([
      'We left the house, / and then it rained on us for an hour.',
    ])
    const together = mark('no-break', '0.0', '0.12')
    expect(shown(cuesOf(paragraphs, [...fixed, together]))).toEqual([
      'We left the house, and then it rained on us for an hour.',
    ])
  })

  test('line ends of a wording are line breaks', () => {
    const wording = mark('wording', '0.0', '0.7', 'We left\nand it rained')
    expect(shown(cuesOf(paragraphs, [wording]))[0]).toBe('We left / and it rained on us for an hour.')
  })
})

describe('other marks', () => {
  const paragraphs = spoken([
    ['A', 0, 2_000, 'We left the house.'],
    ['A', 2_100, 4_000, 'It rained.'],
    ['B', 4_500, 6_000, 'All day.'],
  ])

  test('italic: the parts of lines, with the spaces between', () => {
    const [cue] = cuesOf(paragraphs, [mark('italic', '0.1', '0.2'), mark('italic', '0.3')])
    expect(cue?.lines[0]).toEqual({
      speakerId: 'A',
      text: 'We left the house. It rained.',
      italics: [{ from: 3, to: 18 }],
    })
    const [named] = cuesOf(paragraphs, [mark('italic', '0.0')], 'always')
    expect(named?.lines[0]?.italics).toEqual([{ from: 6, to: 8 }])
    const french = [
      { ...paragraphs[0]!, words: paragraphs[0]!.words.map((word) => ({ ...word, before: '' })) },
    ]
    expect(cuesOf(french, [mark('italic', '0.1', '0.2')])[0]?.lines[0]?.italics).toEqual([{ from: 2, to: 9 }])
    expect(cuesOf(paragraphs, [])[0]?.lines[0]).not.toHaveProperty('italics')
  })

  test('position: of the first word that has one', () => {
    const top = '{"vertical":"top","horizontal":"center"}'
    const cues = cuesOf(paragraphs, [mark('position', '0.2', '0.3', top)])
    expect(cues[0]?.position).toEqual({ vertical: 'top', horizontal: 'center' })
    expect(cues[1]).not.toHaveProperty('position')
  })

  test('speaker-name: for the cue that begins there, whatever the option', () => {
    const one = (value: string, names: CaptionNames): string[] =>
      shown(
        cuesOf(paragraphs, [mark('speaker-name', '1.0', '1.0', value), mark('break-before', '1.0')], names),
      )
    expect(one('true', 'never')).toEqual(['We left the house.', 'Nora: It rained.', 'All day.'])
    expect(one('true', 'change')).toEqual(['Nora: We left the house.', 'Nora: It rained.', 'Sam: All day.'])
    expect(one('false', 'always')).toEqual(['Nora: We left the house.', 'It rained.', 'Sam: All day.'])
  })

  test('unspoken: words without time are left out, others stay', () => {
    const [paragraph] = paragraphs
    const words = paragraph!.words.map((word, index) =>
      index === 1 ? { ...word, endMs: word.startMs } : word,
    )
    const unspoken = [mark('unspoken', '0.0', '0.1')]
    expect(shown(cuesOf([{ ...paragraph!, words }], unspoken))).toEqual(['We the house.'])
    expect(shown(cuesOf([{ ...paragraph!, words }], []))).toEqual(['We left the house.'])
  })

  test('a hidden word passes what begins with it to the next, and what ends with it to the one before', () => {
    const marks = [
      mark('hide', '0.2'),
      mark('cue-start', '0.2', '0.2', '1200'),
      mark('hide', '1.1'),
      mark('cue-end', '1.1', '1.1', '3900'),
    ]
    expect(timed(cuesOf(paragraphs, marks)).slice(0, 2)).toEqual([
      expect.stringContaining('We left'),
      '1200–3900 house. It (fixed)',
    ])
  })
})
