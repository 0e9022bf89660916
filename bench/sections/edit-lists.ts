import * as fc from 'fast-check'
import { findKeptSpans } from '#core/cut/find-kept-spans'
import type { KeptSpans } from '#core/cut/kept-spans'
import type { ListedCut } from '#core/cut/lists/cut-list'
import { type CutListId, cutLists } from '#core/cut/lists/cut-lists'
import { randomCut } from '#core/cut/testing/random-cuts'
import { frameRateOf } from '#core/frames/timecode'
import {
  type EditListFile,
  editListReaders,
  editListVersions,
  readEditLists,
  type ReadTracks,
} from '../peers/edit-lists.ts'
import { table } from '../report/table.ts'

/** How many random cuts; the same in each run. */
const RANDOM = 60
const SEED = 38
const FPS = 25

interface Written extends EditListFile {
  readonly kinds: readonly string[]
  readonly clips: readonly number[][]
}

/** Our lists of random cuts read by programs that we did not write, clip by clip. */
export async function measureEditLists(say: (line: string) => void): Promise<string> {
  const files = cutsOf()
    .flatMap((cut, at) =>
      Object.entries(editListReaders).flatMap(([reader, lists]) =>
        lists.map((list) => writtenAs(list, reader, cut, `random ${at + 1}`)),
      ),
    )
    .filter(({ list, fps }) => list !== 'cut-fcpxml' || Number.isInteger(fps))
  const theirs = await readEditLists(files, say)
  const rows = new Map<string, { files: number; clips: number; same: number }>()
  const differing = new Map<string, string>()
  for (const [at, file] of files.entries()) {
    const key = `${file.list} in ${file.reader}`
    const row = rows.get(key) ?? { files: 0, clips: 0, same: 0 }
    rows.set(key, row)
    row.files++
    row.clips += file.clips.length
    const difference = differenceOf(file, theirs[at])
    if (difference === null) row.same++
    else if (!differing.has(key)) differing.set(key, `${file.name}: ${difference}`)
  }
  const versions = Object.entries(editListVersions).map(([name, version]) => `${name} ${version}`)
  return [
    `Lists of ${RANDOM} random cuts, with and without a video at 24 to 59.94 frames a second, read by ${versions.join(', ')}: start and end in
the recording and place in the cut of each clip on each track, to the frame, of OTIO without a video to the sample. The adapter for FCPXML counts whole frames a second only: at 29.97 and 59.94 the
project’s own reader alone is asked (core/cut/lists/cut-lists.test.ts).`,
    '',
    table(
      ['what', 'files', 'clips', 'files read the same'],
      [...rows].map(([key, row]) => [key, row.files, row.clips, row.same]),
    ),
    ...(differing.size === 0 ? [] : ['', 'Otherwise, for one:']),
    ...[...differing].map(([key, text]) => `- ${key}: ${text}`),
  ].join('\n')
}

/** Those of which something is kept: a list of nothing has no tracks to compare. */
const cutsOf = (): KeptSpans[] =>
  fc
    .sample(randomCut, { seed: SEED, numRuns: 2 * RANDOM })
    .map((wanted) => findKeptSpans(wanted).kept)
    .filter(({ spans }) => spans.length > 0)
    .slice(0, RANDOM)

function writtenAs(list: CutListId, reader: string, kept: KeptSpans, name: string): Written {
  const { frames } = kept
  const rate = frames ?? frameRateOf(FPS)
  const fps = rate.numerator / rate.denominator
  const listed: ListedCut = {
    kept,
    title: name,
    media: 'a talk.mp4',
    video: frames ?? null,
    rate: frameRateOf(FPS),
  }
  const inSamples = list === 'cut-otio' && frames === undefined
  const frameAt = (sample: number): number =>
    inSamples ? sample : Math.max(0, Math.round((sample / kept.rate - (frames?.firstUs ?? 0) / 1e6) * fps))
  let at = 0
  const clips = kept.spans.flatMap(({ startSample, endSample }) => {
    const [from, to] = [frameAt(startSample), frameAt(endSample)]
    at += to - from
    return to > from ? [[from, to, at - (to - from)]] : []
  })
  const text = cutLists[list]
    .write(listed)
    .map((file) => file.text)
    .join('')
  const hasPicture = frames !== undefined && reader !== 'pycmx'
  return { name, reader, list, text, fps, clips, kinds: hasPicture ? ['Audio', 'Video'] : ['Audio'] }
}

function differenceOf(file: Written, theirs: ReadTracks | undefined): string | null {
  if (theirs === undefined) return 'not read'
  if ('error' in theirs) return theirs.error
  const kinds = theirs.tracks.map(({ kind }) => kind).toSorted()
  // A clip of Final Cut Pro is one of picture and sound together.
  if (file.list !== 'cut-fcpxml' && kinds.join(' ') !== file.kinds.join(' '))
    return `tracks ${kinds.join(', ')} there, ${file.kinds.join(', ')} here`
  const wanted = JSON.stringify(file.clips)
  const other = theirs.tracks.map(({ clips }) => JSON.stringify(clips)).find((clips) => clips !== wanted)
  return other === undefined ? null : `${other} there, ${wanted} here`
}
