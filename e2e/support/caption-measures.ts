import { run } from '../../studio/sound/captioned/testing/films.ts'

/** Where a caption of two lines is in a picture, in lines of a picture that is 1,080 of them high. */
export type CaptionMeasures = Readonly<Record<string, number>>

const LINES = 1_080
/** The box over a gray picture, or an outline, and letters. */
const isDark = (gray: number): boolean => gray < 70
const isBright = (gray: number): boolean => gray > 190

/**
 * Finds box or outline and letters of two lines in the picture at a second of a video, or in an image. Its background is
 * gray; no letter of the lines has a part below the baseline.
 */
export async function measureCaption(file: string, ratio: number, second = 0): Promise<CaptionMeasures> {
  const width = Math.round(LINES * ratio)
  const words = ['-v', 'error', '-ss', String(second), '-i', file, '-frames:v', '1']
  const scaled = ['-vf', `scale=${width}:${LINES}:flags=bicubic`, '-pix_fmt', 'gray', '-f', 'rawvideo', '-']
  const { stdout } = await run('ffmpeg', [...words, ...scaled], { encoding: 'buffer', maxBuffer: 2 ** 26 })
  const rows = Array.from({ length: LINES }, (_, y) => stdout.subarray(y * width, (y + 1) * width))
  const dark = extent(rows, isDark)
  const half = Math.round((dark.top + dark.bottom) / 2)
  // Boxes meet within a pixel of the half.
  const parts = [
    { from: 0, to: half - 2 },
    { from: half + 2, to: LINES },
  ]
  const lines = parts.map(({ from, to }) => ({
    dark: extent(rows.slice(from, to), isDark),
    bright: extent(rows.slice(from, to), isBright),
    from,
  }))
  return Object.fromEntries([
    ['top', dark.top],
    ['bottom', dark.bottom],
    ...lines.flatMap((line, index) => [
      [`line ${index + 1}: left edge`, line.dark.left],
      [`line ${index + 1}: right edge`, line.dark.right],
      [`line ${index + 1}: first letter`, line.bright.left],
      [`line ${index + 1}: last letter`, line.bright.right],
      [`line ${index + 1}: top of the letters`, line.from + line.bright.top],
      [`line ${index + 1}: baseline`, line.from + line.bright.bottom],
    ]),
  ]) as CaptionMeasures
}

interface Extent {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** The rows and columns with such a pixel, the last ones included. */
function extent(rows: readonly Buffer[], has: (gray: number) => boolean): Extent {
  const own = rows.flatMap((row, y) => {
    const left = row.findIndex(has)
    return left === -1 ? [] : [{ y, left, right: row.findLastIndex(has) }]
  })
  const [first] = own
  const last = own.at(-1)
  if (first === undefined || last === undefined) throw new Error('nothing of a caption is there')
  return {
    top: first.y,
    bottom: last.y,
    left: Math.min(...own.map(({ left }) => left)),
    right: Math.max(...own.map(({ right }) => right)),
  }
}
