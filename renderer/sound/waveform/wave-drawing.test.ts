import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { peakPyramid } from './peak-pyramid.ts'
import { conversation } from '../testing/conversation.ts'
import { segmentColumns } from './segment-columns.ts'
import {
  BAR_STEP,
  drawWave,
  type DrawingContext,
  waveBars,
  type WaveTheme,
  type WaveScene,
} from './wave-drawing.ts'
import { SMALL_ROWS, WIDE_ROWS } from './wave-rows.ts'
import { clampedView } from './wave-view.ts'

const DURATION = 60_000
const turns = segmentColumns(conversation)
const pyramid = peakPyramid(
  Int8Array.from({ length: (DURATION / 10) * 2 }, (_, index) => ((index >> 1) * 37) % 101),
)
const loudness = Array.from(pyramid.levels[0] ?? [])
const theme: WaveTheme = {
  voices: Array.from({ length: 13 }, (_, voice) => `voice-${voice}`),
  faint: 'faint',
  edge: 'edge',
  names: '12px sans',
  words: '13px serif',
  times: '11px sans',
  segmentWidth: 4,
  connectorWidth: 1,
}

/** Records what is drawn. */
function notebook(): {
  context: DrawingContext
  texts: string[]
  lines: string[]
  bars: Map<string, number>
} {
  const texts: string[] = []
  const lines: string[] = []
  const bars = new Map<string, number>()
  let rects = 0
  const context: DrawingContext = {
    fillStyle: '',
    strokeStyle: '',
    lineWidth: 1,
    lineCap: 'butt',
    font: '',
    textBaseline: 'top',
    globalAlpha: 1,
    clearRect: () => undefined,
    beginPath: () => {
      rects = 0
    },
    rect: () => {
      rects++
    },
    fill: () => {
      bars.set(context.fillStyle as string, rects)
    },
    moveTo: () => undefined,
    lineTo: () => undefined,
    stroke: () => {
      lines.push(context.strokeStyle as string)
    },
    fillText: (text: string) => {
      texts.push(text)
    },
    measureText: (text: string) => ({ width: text.length * 7 }) as TextMetrics,
  }
  return { context, texts, lines, bars }
}
const scene = (change: Partial<WaveScene>): WaveScene => ({
  pyramid,
  turns,
  names: ['Nora', 'Idris', 'Speaker 3'],
  view: { startMs: 0, msPerPixel: 60 },
  width: 1_000,
  rows: WIDE_ROWS,
  heightening: 1,
  withNames: true,
  titles: [],
  label: null,
  formatTime: (ms) => `${ms / 1_000} s`,
  ...change,
})

describe('the bars of the wave', () => {
  it('are as high as the loudest that each stands for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: DURATION }),
        fc.double({ min: 1, max: 60, noNaN: true }),
        (startMs, msPerPixel) => {
          const view = clampedView({ startMs, msPerPixel }, { durationMs: DURATION, width: 900 })
          const bars = waveBars(pyramid, turns, view, 900)
          const barMs = BAR_STEP * view.msPerPixel
          const first = Math.floor(view.startMs / barMs)
          const expected = Array.from(bars.heights, (_, bar) => {
            const from = Math.floor(((first + bar) * barMs) / 10)
            const to = Math.max(from + 1, Math.floor(((first + bar) * barMs + barMs) / 10))
            return Math.fround(Math.min(1, Math.max(0, ...loudness.slice(from, to)) * pyramid.gain))
          })
          expect([...bars.heights]).toEqual(expected)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('are higher by a factor, up to the whole height, so that a quiet voice is seen', () => {
    // One second of a loud voice, one of a quiet one.
    const two = peakPyramid(Int8Array.from({ length: 400 }, (_, index) => (index < 200 ? 100 : 10)))
    const at = (heightening: number) => {
      const { heights } = waveBars(two, turns, { startMs: 0, msPerPixel: 10 }, 200, heightening)
      return [heights[10], heights[50]]
    }
    expect(at(1)).toEqual([1, Math.fround(0.1)])
    expect(at(4)).toEqual([1, Math.fround(0.4)])
  })

  it('stay in their places while it is panned', () => {
    const at = (startMs: number) => waveBars(pyramid, turns, { startMs, msPerPixel: 20 }, 300)
    const one = at(6_000)
    const later = at(6_000 + 60 * 5)
    expect([...later.heights].slice(0, 90)).toEqual([...one.heights].slice(5, 95))
  })

  it('have the voice of whoever speaks, the later one where two do, and nobody’s in silence', () => {
    const { voices } = waveBars(pyramid, turns, { startMs: 0, msPerPixel: 20 }, 2_999)
    const at = (ms: number) => voices[Math.floor(ms / 60)]
    expect([at(500), at(3_000), at(20_000), at(39_500), at(45_000)]).toEqual([0, 1, 2, 3, 0])
  })
})

describe('the drawing', () => {
  it('has bars in each voice, bands in each voice, names and times', () => {
    const { context, bars, lines, texts } = notebook()
    drawWave(context, scene({}), theme, 2)
    expect([...bars.keys()].filter((colour) => colour.startsWith('voice'))).toEqual([
      'voice-0',
      'voice-1',
      'voice-2',
      'voice-3',
    ])
    expect(lines).toEqual(['voice-1', 'voice-2', 'voice-3'])
    expect(texts).toContain('Idris')
    expect(texts).toContain('10 s')
  })

  it('looks only at what is seen', () => {
    const { context, lines, bars } = notebook()
    drawWave(context, scene({ view: { startMs: 12_000, msPerPixel: 10 } }), theme, 1)
    expect(lines).toEqual(['voice-2'])
    expect([...bars.keys()]).toContain('voice-2')
    expect([...bars.keys()]).not.toContain('voice-1')
  })

  it('names who speaks already at its left edge, and nobody where there is no room', () => {
    const { context, texts } = notebook()
    drawWave(context, scene({ view: { startMs: 20_000, msPerPixel: 5 } }), theme, 1)
    expect(texts).toContain('Idris')
    const far = notebook()
    drawWave(far.context, scene({ width: 60, view: { startMs: 0, msPerPixel: 1_000 } }), theme, 1)
    expect(far.texts).toEqual([])
  })

  it('leaves names out where cues stand, and times where it is low', () => {
    const { context, texts } = notebook()
    drawWave(context, scene({ withNames: false, rows: SMALL_ROWS }), theme, 1)
    expect(texts).toEqual([])
  })

  it('leaves out a name that would touch a title, and a time that would touch the word', () => {
    const { context, texts } = notebook()
    drawWave(context, scene({}), theme, 1)
    const named = texts.filter((text) => text === 'Idris').length
    const withTexts = notebook()
    const titles = [{ atMs: 11_000, untilMs: Infinity, text: '2. What comes in' }]
    drawWave(withTexts.context, scene({ titles, label: { ms: 10_000, text: 'Okonjo' } }), theme, 1)
    expect(withTexts.texts.filter((text) => text === 'Idris')).toHaveLength(named - 1)
    expect(texts).toContain('10 s')
    expect(withTexts.texts).not.toContain('10 s')
    expect(withTexts.texts).toContain('20 s')
  })

  it('keeps names, sound, words and bands in rows of their own', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(WIDE_ROWS, SMALL_ROWS),
        fc.double({ min: 1, max: 16, noNaN: true }),
        (rows, heightening) => {
          const { context } = notebook()
          const ys: { bars: number[]; texts: number[]; bands: number[] } = { bars: [], texts: [], bands: [] }
          const watched = {
            ...context,
            rect: (_x: number, y: number, _width: number, height: number) => void ys.bars.push(y, y + height),
            fillText: (_text: string, _x: number, y: number) => void ys.texts.push(y),
            moveTo: (_x: number, y: number) => void ys.bands.push(y),
          }
          drawWave(watched, scene({ rows, heightening }), theme, 1)
          const below = rows.names + rows.wave
          expect(Math.min(...ys.bars)).toBeGreaterThanOrEqual(rows.names)
          expect(Math.max(...ys.bars)).toBeLessThanOrEqual(below)
          for (const y of ys.texts) expect(y === rows.names / 2 || y === below + rows.words / 2).toBe(true)
          for (const y of ys.bands) expect(y).toBeGreaterThan(below + rows.words)
        },
      ),
    )
  })

  it('has bands before the outline has come', () => {
    const { context, bars, lines } = notebook()
    drawWave(context, scene({ pyramid: null }), theme, 1)
    expect(lines).toHaveLength(3)
    expect(bars.size).toBe(0)
  })
})
