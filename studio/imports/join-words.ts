import { inputRestrictions } from '../sound/demuxers.ts'
import { ownZero } from '../sound/own-zero.ts'
import type { Probe } from '../sound/probe.ts'

/** How files are joined: in parallel, keeping each of their tracks, or one after the other. */
export type JoiningOrder = 'together' | 'in-order'

export interface FileToJoin {
  readonly source: Probe
  /** Start of the file in the recording; only for parallel files. */
  readonly offsetMs: number
}

/** Makes a sample's position equal its time, from the zero of the file's own clock. */
const CLOCK = 'aresample=async=1:first_pts=0'
const JOINED_RATE = 48_000

/**
 * ffmpeg's arguments for making one file from several.
 * @param titles of the new file's tracks, for parallel files
 */
export function joinWords(
  files: readonly FileToJoin[],
  order: JoiningOrder,
  titles: readonly string[],
): string[] {
  const inputs = files.flatMap(({ source }) => [...inputRestrictions, ...ownZero(source), '-i', source.path])
  const { graph, tracks } = order === 'together' ? beside(files) : afterwards(files)
  const maps = Array.from({ length: tracks }, (_, track) => {
    const title = titles[track]
    const named = title === undefined ? [] : [`-metadata:s:a:${track}`, `title=${title}`]
    return ['-map', `[o${track}]`, ...named]
  })
  return [...inputs, '-filter_complex', graph, ...maps.flat(), '-map_metadata', '-1']
}

interface Graph {
  readonly graph: string
  readonly tracks: number
}

function beside(files: readonly FileToJoin[]): Graph {
  const chains = files.flatMap(({ source, offsetMs }, file) =>
    source.tracks.map(({ index }) => {
      const delay = offsetMs === 0 ? '' : `,adelay=${offsetMs}:all=1`
      return `[${file}:a:${index}]${CLOCK}${delay}`
    }),
  )
  return { graph: chains.map((chain, track) => `${chain}[o${track}]`).join(';'), tracks: chains.length }
}

/** Every file must have as many tracks as the first. */
function afterwards(files: readonly FileToJoin[]): Graph {
  const tracks = files[0]?.source.tracks ?? []
  const isMono = files.every(({ source }) => source.tracks.every(({ channels }) => channels === 1))
  const format = `aformat=sample_fmts=s16:sample_rates=${JOINED_RATE}:channel_layouts=${isMono ? 'mono' : 'stereo'}`
  const chains = files.flatMap((_, file) =>
    tracks.map(({ index }) => `[${file}:a:${index}]${CLOCK},${format}[f${file}t${index}]`),
  )
  const all = files.flatMap((_, file) => tracks.map(({ index }) => `[f${file}t${index}]`)).join('')
  const outputs = tracks.map((_, track) => `[o${track}]`).join('')
  const joined = `${all}concat=n=${files.length}:v=0:a=${tracks.length}${outputs}`
  return { graph: [...chains, joined].join(';'), tracks: tracks.length }
}
