import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { detectFormat } from '../../formats/reading/detect-format.ts'
import { isFormatId } from '../../formats/formats.ts'
import { frameOfTimecode, type FrameRate, frameRateOf } from '../../frames/timecode.ts'
import { splitName } from '../../formats/file-names.ts'
import { gridOfRate } from '../../frames/video-frames.ts'
import { findKeptSpans } from '../find-kept-spans.ts'
import type { KeptSpans } from '../kept-spans.ts'
import { randomCut } from '../testing/random-cuts.ts'
import type { ListedCut } from './cut-list.ts'
import { type CutListId, cutListIds, cutLists } from './cut-lists.ts'

const kept: KeptSpans = {
  rate: 48_000,
  lengthSamples: 480_000,
  spans: [
    { startSample: 48_000, endSample: 144_000 },
    { startSample: 240_000, endSample: 432_000 },
  ],
}
const cut: ListedCut = {
  kept,
  title: 'The & ledger',
  media: 'films/a b.mp4',
  video: null,
  rate: frameRateOf(25),
}

const write = (id: CutListId, changes: Partial<ListedCut> = {}): string =>
  cutLists[id]
    .write({ ...cut, ...changes })
    .map(({ text }) => text)
    .join('')

/** Start, end and place in the cut of each clip of a list, as another program reads them. */
type ReadClips = (text: string, rate: FrameRate) => number[][]

interface OtioTrack {
  readonly kind: string
  readonly children: readonly {
    readonly source_range: Readonly<
      Record<'start_time' | 'duration', { readonly value: number; readonly rate: number }>
    >
    readonly media_references: { readonly DEFAULT_MEDIA: { readonly target_url: string } }
  }[]
}

const otioTracks = (text: string): readonly OtioTrack[] =>
  (JSON.parse(text) as { readonly tracks: { readonly children: readonly OtioTrack[] } }).tracks.children

const inOrder = (lengths: readonly (readonly [from: number, length: number])[]): number[][] => {
  let at = 0
  return lengths.map(([from, length]) => [from, from + length, (at += length) - length])
}

const readers: Readonly<Record<Exclude<CutListId, 'cut-labels'>, ReadClips>> = {
  'cut-edl': (text, rate) =>
    [...text.matchAll(/^\d{3} {2}AX {7}[AB] {5}C {8}(\S+) (\S+) (\S+) (\S+)$/gmu)].map(([, ...codes]) => {
      const [from = 0, to = 0, at = 0, end = 0] = codes.map((code) => frameOfTimecode(code, rate))
      expect(end - at).toBe(to - from)
      return [from, to, at]
    }),
  'cut-fcpxml': (text, { numerator, denominator }) =>
    [...text.matchAll(/<asset-clip .*offset="(\S+)s" start="(\S+)s" duration="(\S+)s"/gu)].map(
      ([, ...times]) => {
        const [at = 0, from = 0, length = 0] = times.map((time) => {
          const [over = 0, under = 1] = time.split('/').map(Number)
          return (over * numerator) / (under * denominator)
        })
        return [from, from + length, at]
      },
    ),
  'cut-otio': (text) =>
    inOrder(
      (otioTracks(text).at(-1)?.children ?? []).map(({ source_range: { start_time: start, duration } }) => [
        start.value,
        duration.value,
      ]),
    ),
}

const asClips = (edges: readonly (readonly [from: number, to: number])[]): number[][] =>
  inOrder(edges.filter(([from, to]) => to > from).map(([from, to]) => [from, to - from]))

test('each list is known by its own id and name, and no list is taken for a format', () => {
  expect(new Set(cutListIds.map((id) => cutLists[id].ending)).size).toBe(cutListIds.length)
  for (const id of cutListIds) {
    const { ending } = cutLists[id]
    expect(isFormatId(id)).toBe(false)
    expect(splitName(`talk${ending}`)).toEqual({ stem: 'talk', extension: ending })
    expect(detectFormat(`talk${ending}`, write(id))).toBe(null)
  }
})

describe('lists of the cut', () => {
  it('have a track of sound in samples without a video', () => {
    const tracks = otioTracks(write('cut-otio'))
    expect(tracks.map(({ kind }) => kind)).toEqual(['Audio'])
    expect(tracks[0]?.children[0]).toMatchObject({
      source_range: { start_time: { value: 48_000, rate: 48_000 }, duration: { value: 96_000 } },
      media_references: { DEFAULT_MEDIA: { target_url: 'films/a%20b.mp4' } },
    })
    expect(write('cut-edl')).toBe(
      [
        'TITLE: The & ledger',
        'FCM: NON-DROP FRAME',
        '',
        '001  AX       A     C        00:00:01:00 00:00:03:00 00:00:00:00 00:00:02:00',
        '* FROM CLIP NAME: a b.mp4',
        '002  AX       A     C        00:00:05:00 00:00:09:00 00:00:02:00 00:00:06:00',
        '* FROM CLIP NAME: a b.mp4',
        '',
      ].join('\n'),
    )
  })

  it('have tracks of picture and sound in frames of the video, counted from its first', () => {
    const video = { ...frameRateOf(25), firstUs: 80_000 }
    const tracks = otioTracks(write('cut-otio', { video }))
    expect(tracks.map(({ kind }) => kind)).toEqual(['Video', 'Audio'])
    for (const { children } of tracks)
      expect(children.map(({ source_range: range }) => range.start_time)).toMatchObject([
        { value: 23, rate: 25 },
        { value: 123, rate: 25 },
      ])
    expect(write('cut-edl', { video })).toContain('001  AX       B     C        00:00:00:23 00:00:02:23')
    expect(write('cut-fcpxml', { video })).toContain('hasVideo="1" format="r1" hasAudio="1"')
  })

  it('as labels are in seconds of the whole recording', () => {
    expect(write('cut-labels')).toBe('1.000000\t3.000000\t1\n5.000000\t9.000000\t2\n')
  })

  it('for Final Cut Pro are clips of one asset, one after another', () => {
    const text = write('cut-fcpxml')
    expect(text).toContain('<project name="The &amp; ledger">')
    expect(text).toContain('<media-rep kind="original-media" src="films/a%20b.mp4"/>')
    expect(text).toContain('offset="0s" start="25/25s" duration="50/25s"')
    expect(text).toContain('offset="50/25s" start="125/25s" duration="100/25s"')
    expect(write('cut-fcpxml', { rate: frameRateOf(29.97) })).toContain('frameDuration="1001/30000s"')
  })

  it('have at most 999 events in a file of CMX 3600, and the time of the cut goes on in the next', () => {
    const spans = Array.from({ length: 2_000 }, (_, index) => ({
      startSample: index * 96_000,
      endSample: index * 96_000 + 48_000,
    }))
    const files = cutLists['cut-edl'].write({ ...cut, kept: { ...kept, lengthSamples: 192_000_000, spans } })
    expect(files.map(({ ending }) => ending)).toEqual(['.cut.edl', '.2.cut.edl', '.3.cut.edl'])
    expect(files.map(({ text }) => text.match(/^\d{3} /gmu)?.length)).toEqual([999, 999, 2])
    expect(files[1]?.text).toContain('TITLE: The & ledger 2/3\n')
    expect(files[1]?.text).toMatch(/^001 .* 00:16:39:00 00:16:40:00$/mu)
  })

  it('go on from 0 after a day, and are lists without anything kept, too', () => {
    const spans = [{ startSample: 86_400 * 48_000, endSample: 86_401 * 48_000 }]
    expect(write('cut-edl', { kept: { ...kept, lengthSamples: 86_402 * 48_000, spans } })).toContain(
      '00:00:00:00 00:00:01:00 00:00:00:00 00:00:01:00',
    )
    for (const id of cutListIds) expect(write(id, { kept: { ...kept, spans: [] } })).not.toContain('NaN')
  })
})

test('whatever is cut: each list has exactly the kept spans, to the frame, without a video to the sample as labels and OTIO', () => {
  fc.assert(
    fc.property(randomCut, fc.constantFrom(24, 25, 29.97, 59.94), (wanted, fps) => {
      const { kept: found } = findKeptSpans(wanted)
      const { rate, spans, frames } = found
      const own = frames ?? gridOfRate(fps) ?? expect.unreachable()
      const listed: ListedCut = { ...cut, kept: found, video: frames ?? null, rate: frameRateOf(fps) }
      const frameAt = (sample: number): number =>
        Math.max(
          0,
          Math.round(((sample / rate - (frames?.firstUs ?? 0) / 1e6) * own.numerator) / own.denominator),
        )
      const samples = spans.map(({ startSample, endSample }) => [startSample, endSample] as const)
      const inFrames = asClips(samples.map(([from, to]) => [frameAt(from), frameAt(to)]))
      expect(readers['cut-edl'](write('cut-edl', listed), own)).toEqual(inFrames)
      // Fractions are exact up to the last digits of a number.
      const inFcpxml = readers['cut-fcpxml'](write('cut-fcpxml', listed).replaceAll('"0s"', '"0/1s"'), own)
      expect(inFcpxml.map((clip) => clip.map((frame) => Math.round(frame * 1e6) / 1e6))).toEqual(inFrames)
      expect(readers['cut-otio'](write('cut-otio', listed), own)).toEqual(
        frames === undefined ? asClips(samples) : inFrames,
      )
      const labels = write('cut-labels', listed).split('\n').slice(0, -1)
      expect(
        labels.map((line) =>
          line
            .split('\t')
            .slice(0, 2)
            .map((time) => Math.round(Number(time) * rate)),
        ),
      ).toEqual(samples)
    }),
    { numRuns: 150 },
  )
})
