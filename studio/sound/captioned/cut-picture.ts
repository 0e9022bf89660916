import path from 'node:path'
import {
  type CutFrames,
  type FramePiece,
  framePieces,
  type FrameRun,
  framesOfCut,
  type PictureGrid,
} from '#core/cut/cut-frames'
import type { KeptSpans } from '#core/cut/kept-spans'
import type { FileFacts } from '#contracts/drive'
import { factsIfThere, renameFile } from '../../drives/files.ts'
import { inputRestrictions } from '../demuxers.ts'
import { pictureZero } from '../own-zero.ts'
import { withPartFiles } from '../part-files.ts'
import { encodedPicture } from './encoded-picture.ts'
import type { Film, Picture } from './film.ts'
import { runFfmpegOn, type WriteFilmOptions } from './run-ffmpeg.ts'

export interface CutPictureOptions extends Pick<
  WriteFilmOptions,
  'signal' | 'onProgress' | 'stallMs' | 'isLowPriority'
> {
  readonly kept: KeptSpans
  readonly grid: PictureGrid
  /** Filters that see pictures with the times of the cut. */
  readonly filters: readonly string[]
  /** Where ffmpeg runs: filters may name files there. */
  readonly work: string
  /** Pieces are kept here, and those that are there already are not made again. */
  readonly folder: string
}

export interface CutPicture {
  /** Names of the pieces, and how long each is, as a script of ffmpeg's concat. */
  readonly list: string
  /** When the first frame is shown, in microseconds of the cut. */
  readonly delayUs: number
  /** Arguments for an MP4 in whose units of time every frame begins at a whole number. */
  readonly timescale: readonly string[]
}

/** Decoding begins at a key frame so many seconds earlier: a picture may be shown for long. */
const EARLIER_SECONDS = 1

/**
 * Encodes the frames of the kept spans in pieces; null if no frame is kept. Throws those of `runFfmpegOn`,
 * `video.no-encoder`.
 */
export async function writeCutPicture(
  film: Film,
  picture: Picture,
  options: CutPictureOptions,
): Promise<CutPicture | null> {
  const { kept, grid, folder, work, onProgress, filters } = options
  const frames = framesOfCut(kept, grid)
  const pieces = framePieces(frames.runs, grid)
  const all = pieces.reduce((sum, { count }) => sum + count, 0)
  if (all === 0) return null
  const lines = ['ffconcat version 1.0']
  const timescale = ['-video_track_timescale', String(grid.numerator)]
  for (const [index, piece] of pieces.entries()) {
    const name = `${String(index + 1).padStart(5, '0')}.mp4`
    const file = path.join(folder, name)
    const seconds = (piece.count * grid.denominator) / grid.numerator
    lines.push(`file ${name}`, `duration ${seconds.toFixed(6)}`)
    if (isEmpty(await factsIfThere(file))) {
      const { input, chosen } = pieceWords(film, piece, frames, grid)
      const encoded = await encodedPicture(picture, [...filters, ...evenTimes(grid)], chosen)
      const written = ['-an', '-sn', '-dn', '-frames:v', String(piece.count), ...timescale, '-f', 'mp4']
      const words = [...input, '-map', '0:V:0', ...encoded, ...written, '-y']
      await withPartFiles({ piece: file }, async (part) => {
        await runFfmpegOn(
          { ...film, startSeconds: 0, durationSeconds: seconds },
          [...words, part.piece],
          { work, output: folder },
          'mp4',
          { ...options, onProgress: (fraction) => onProgress?.((piece.at + fraction * piece.count) / all) },
        )
        await renameFile(part.piece, file)
      })
    }
    onProgress?.((piece.at + piece.count) / all)
  }
  return { list: `${lines.join('\n')}\n`, delayUs: frames.delayUs, timescale }
}

/** Whether a piece has to be made: a power failure leaves empty files. */
export const isEmpty = (facts: FileFacts | null): boolean => facts === null || facts.bytes === 0

/** The input of a piece, and the filters that leave its frames, with the times of the cut. */
function pieceWords(
  film: Film,
  { runs, at }: FramePiece,
  { phaseUs, delayUs }: CutFrames,
  { numerator, denominator }: PictureGrid,
): { readonly input: string[]; readonly chosen: string[] } {
  const first = runs[0]?.first ?? 0
  const from = phaseUs / 1e6 + (first * denominator) / numerator
  const seek = Math.max(0, from - EARLIER_SECONDS)
  // ffmpeg seeks relative to the first packet, which may come before or after the container's zero.
  const late = Number(pictureZero(film)[1] ?? 0)
  const offset = Math.max(0, late - seek)
  const input = [
    ...inputRestrictions,
    '-max_error_rate',
    '1',
    ...(offset > 0 ? ['-itsoffset', offset.toFixed(6)] : []),
    '-noaccurate_seek',
    '-ss',
    Math.max(0, seek - late).toFixed(6),
    '-i',
    film.path,
  ]
  const chosen = [
    // A picture that is missing, also at the end, is the one before.
    'tpad=stop=-1:stop_mode=clone',
    `fps=fps=${numerator}/${denominator}:start_time=${(from - seek).toFixed(6)}:round=near`,
    `select='${chosenFrames(runs.map((run) => ({ ...run, first: run.first - first })))}'`,
    'settb=AVTB',
    `setpts='(N+${at})*${denominator}*1000000/${numerator}+${delayUs.toFixed(3)}'`,
  ]
  return { input, chosen }
}

/** Frames of a piece begin at 0, and are equally long. */
const evenTimes = ({ numerator, denominator }: PictureGrid): string[] => [
  `settb=${denominator}/${numerator}`,
  'setpts=N',
]

/** An expression of frame numbers that is true in the runs: halved each time, as ffmpeg refuses what is nested deeply. */
function chosenFrames(runs: readonly FrameRun[]): string {
  const [run, another] = runs
  if (run === undefined) return '0'
  if (another === undefined) return `between(n,${run.first},${run.first + run.count - 1})`
  const half = runs.length >> 1
  const later = runs[half]?.first ?? 0
  return `if(lt(n,${later}),${chosenFrames(runs.slice(0, half))},${chosenFrames(runs.slice(half))})`
}
