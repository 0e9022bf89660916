import { describe, expect, it } from 'vitest'
import { applyEdit } from '../edits/apply.ts'
import type { Edit } from '../edits/edit.ts'
import { conversation } from '../edits/testing/samples.ts'
import { gridOfRate } from '../frames/video-frames.ts'
import type { CutStretch } from '../transcript/cut-reason.ts'
import type { CutValue } from '../transcript/marks/kinds/cut.ts'
import type { Mark, Paragraph, Transcript, Word } from '../transcript/transcript.ts'
import {
  type CutEdge,
  type CutSide,
  findCutEdges,
  resetCutEdges,
  setCutEdge,
  type ShownCut,
  snappedEdge,
} from './cut-edges.ts'
import { findKeptSpans } from './find-kept-spans.ts'
import { cutSpans } from './joins.ts'

type Said = readonly [text: string, startMs: number, endMs: number]

function paragraph(id: string, said: readonly Said[]): Paragraph {
  const words = said.map(([text, startMs, endMs], place): Word => ({
    id: `${id}.${place}`,
    before: ' ',
    text,
    startMs,
    endMs,
    confidence: null,
    origin: 'recognised',
  }))
  return { id, speakerId: null, language: 'en', kind: 'speech', words }
}

const okay = paragraph('a', [
  ['Okay,', 1_000, 1_400],
  ['um,', 1_900, 2_200],
  ['so,', 2_600, 2_900],
  ['tell', 4_000, 4_200],
])

const cut = (fromWordId: string, toWordId = fromWordId, value: Partial<CutValue> = {}): Mark => ({
  id: `${fromWordId}-${toWordId}`,
  kind: 'cut',
  fromWordId,
  toWordId,
  value: { reason: 'person', ...value },
})

interface Recording {
  readonly marks?: readonly Mark[]
  readonly stretches?: readonly CutStretch[]
  readonly others?: readonly Paragraph[]
  readonly more?: Partial<ShownCut>
}

function shownOf({ marks = [], stretches = [], others = [], more = {} }: Recording): ShownCut {
  const transcript = { ...conversation([]), paragraphs: [okay, ...others], marks }
  const wanted = { transcript, stretches, durationMs: 10_000, rate: 48_000, loudness: null, ...more }
  return { ...wanted, kept: findKeptSpans(wanted).kept }
}

function edgesOf(recording: Recording): Record<CutSide, CutEdge | undefined> {
  const shown = shownOf(recording)
  const [span] = cutSpans(shown.kept)
  const edges = span === undefined ? [] : findCutEdges(shown, span)
  return {
    start: edges.find(({ side }) => side === 'start'),
    end: edges.find(({ side }) => side === 'end'),
  }
}

let made = 0
const newId = (): string => `new${(made += 1)}`
const after = (transcript: Transcript, edits: readonly Edit[]): readonly Mark[] =>
  edits.reduce((now, edit) => applyEdit(now, edit, { durationMs: 10_000 }).transcript, transcript).marks
const cutsOf = (recording: Recording): number[][] =>
  cutSpans(shownOf(recording).kept).map(({ startMs, endMs }) => [startMs, endMs])

/** What is cut after an edge is set. */
function cutsAfter(recording: Recording, side: CutSide, ms: number): number[][] {
  const { [side]: edge } = edgesOf(recording)
  if (edge === undefined) throw new Error('no such edge')
  const { transcript, stretches } = shownOf(recording)
  const change = setCutEdge(transcript, edge, ms, newId)
  if ('edit' in change) return cutsOf({ ...recording, marks: after(transcript, [change.edit]) })
  const { stretch } = change
  return cutsOf({
    ...recording,
    stretches: stretches.map((each) => (each.id === stretch.id ? stretch : each)),
  })
}

/** What is cut after edges are set back. */
function cutsAfterReset(recording: Recording, ...sides: readonly CutSide[]): number[][] {
  const edges = sides.flatMap((side) => edgesOf(recording)[side] ?? [])
  const { transcript } = shownOf(recording)
  return cutsOf({ ...recording, marks: after(transcript, resetCutEdges(transcript, edges, newId)) })
}

describe('the edges of a cut', () => {
  it('can be moved to the kept words beside it, and almost to each other', () => {
    const { start, end } = edgesOf({ marks: [cut('a.1')] })
    expect(start).toMatchObject({ ms: 1_900, minMs: 1_400, maxMs: 2_180, isSet: false })
    expect(end).toMatchObject({ ms: 2_200, minMs: 1_920, maxMs: 2_600, isSet: false })
  })

  it('are set in the mark, within their limits, and set back to the quietest place', () => {
    const marks = [cut('a.1')]
    expect(cutsAfter({ marks }, 'start', 1_500)).toEqual([[1_500, 2_200]])
    expect(cutsAfter({ marks }, 'end', 9_000)).toEqual([[1_900, 2_600]])
    const set = [cut('a.1', 'a.1', { startMs: 1_500, endMs: 2_500 })]
    expect(edgesOf({ marks: set }).end).toMatchObject({ ms: 2_500, isSet: true })
    expect(cutsAfterReset({ marks: set }, 'end')).toEqual([[1_500, 2_200]])
    expect(cutsAfterReset({ marks: set }, 'start')).toEqual([[1_900, 2_500]])
    expect(cutsAfterReset({ marks: set }, 'start', 'end')).toEqual([[1_900, 2_200]])
  })

  it('belong to the first and the last of several marks that are one cut', () => {
    const marks = [cut('a.1'), cut('a.2')]
    expect(edgesOf({ marks }).start).toMatchObject({ source: { mark: { id: 'a.1-a.1' } }, maxMs: 2_180 })
    expect(edgesOf({ marks }).end).toMatchObject({ source: { mark: { id: 'a.2-a.2' } }, minMs: 2_620 })
    expect(cutsAfter({ marks }, 'end', 3_400)).toEqual([[1_900, 3_400]])
  })

  it('end at another cut, at the trim and at the ends of the recording', () => {
    const pause: CutStretch = { id: 'p', startMs: 3_300, endMs: 3_600, reason: 'pause' }
    const recording = { marks: [cut('a.2')], stretches: [pause] }
    expect(edgesOf(recording).end).toMatchObject({ maxMs: 3_300 })
    const start = { marks: [cut('a.0')] }
    expect(edgesOf(start).start).toMatchObject({ minMs: 0 })
    expect(edgesOf({ ...start, more: { part: { startMs: 700, endMs: 9_000 } } }).start).toBeUndefined()
  })

  it('of a stretch are those of its row, which cannot be found anew', () => {
    const stretches: CutStretch[] = [{ id: 'p', startMs: 3_000, endMs: 3_800, reason: 'pause' }]
    expect(edgesOf({ stretches }).start).toMatchObject({ minMs: 2_900, maxMs: 3_780, isSet: false })
    expect(cutsAfter({ stretches }, 'start', 3_200)).toEqual([[3_200, 3_800]])
    expect(cutsAfterReset({ stretches }, 'start', 'end')).toEqual([[3_000, 3_800]])
  })

  it('of deleted words are set in their mark', () => {
    const mark: Mark = {
      id: 'x',
      kind: 'cut-sound',
      fromWordId: 'a.2',
      toWordId: 'a.2',
      value: { reason: 'person', startMs: 3_000, endMs: 3_500 },
    }
    expect(cutsAfter({ marks: [mark] }, 'end', 3_700)).toEqual([[3_000, 3_700]])
    expect(cutsAfterReset({ marks: [mark] }, 'start', 'end')).toEqual([[3_000, 3_500]])
  })

  it('stay where another voice is heard within what is cut', () => {
    const others = [paragraph('b', [['Yes.', 2_300, 2_500]])]
    const recording = { marks: [cut('a.1', 'a.2')], others }
    const { start, end } = edgesOf(recording)
    expect(start).toMatchObject({ ms: 1_900 })
    expect(end).toBeUndefined()
  })

  it('snap to the quietest place near by, with a video at a frame', () => {
    const levels = new Uint8Array(1_000).fill(200)
    levels[155] = 1
    levels[156] = 2
    const more = { loudness: { grainMs: 10, levels } }
    const snapped = (shown: ShownCut, ms: number): number => {
      const { start } = edgesOf({ marks: [cut('a.1')] })
      if (start === undefined) throw new Error('no edge')
      return snappedEdge(shown, start, ms)
    }
    const shown = shownOf({ marks: [cut('a.1')], more })
    expect(snapped(shown, 1_590)).toBe(1_555)
    const frames = gridOfRate(25)
    expect(snapped({ ...shown, ...(frames && { frames }) }, 1_590)).toBe(1_560)
    expect(snapped({ ...shown, loudness: null }, 1_590)).toBe(1_590)
  })

  it('stay where they are set, also beside a word that touches', () => {
    const levels = new Uint8Array(1_000).fill(200)
    const others = [
      paragraph('b', [
        ['uh,', 5_000, 5_300],
        ['yes', 5_300, 5_600],
      ]),
    ]
    const recording = { marks: [cut('b.0')], others, more: { loudness: { grainMs: 10, levels } } }
    const [[startMs = 0, endMs] = []] = cutsOf(recording)
    expect(endMs).toBe(5_300)
    expect(cutsAfter(recording, 'end', 5_280)).toEqual([[startMs, 5_280]])
  })

  it('stay apart where another window has moved the other one meanwhile', () => {
    const { start } = edgesOf({ marks: [cut('a.1')] })
    if (start === undefined) throw new Error('no edge')
    const value = { reason: 'person', endMs: 2_000 } as const
    const moved = { ...start, source: { mark: { ...cut('a.1'), kind: 'cut', value } } } as const
    const { transcript } = shownOf({ marks: [moved.source.mark] })
    const change = setCutEdge(transcript, moved, 2_150, newId)
    expect('edit' in change && after(transcript, [change.edit])).toMatchObject([
      { value: { startMs: 1_980, endMs: 2_000 } },
    ])
  })

  it('with a video leave at least a frame, whichever is moved towards the other', () => {
    const frames = gridOfRate(25)
    if (frames === null) throw new Error('no grid')
    const short = [paragraph('b', [['uh,', 5_000, 5_100]])]
    const recording = { marks: [cut('b.0')], others: short, more: { frames } }
    expect(cutsOf(recording)).toEqual([[5_000, 5_120]])
    // The automatic end would be at the same frame.
    expect(cutsAfter(recording, 'start', 5_060)).toEqual([[5_080, 5_120]])
    expect(cutsAfter(recording, 'end', 5_040)).toEqual([[5_000, 5_040]])
  })
})
