import { ffmpeg, lavfi, run } from './films.ts'

const BITS = 12
const SQUARE = 16
const WIDTH = BITS * SQUARE
const HEIGHT = 96
export const SOUND_RATE = 48_000
/** Samples by which a tone is measured. */
const HEARD = SOUND_RATE / 4

const toneOf = (second: number): number => 300 + 40 * (second % 60)

/** A film whose pictures show their numbers as squares, and whose tone is another every second. */
export async function countedFilm(
  file: string,
  {
    rate,
    seconds,
    words = [],
  }: { readonly rate: string; readonly seconds: number; readonly words?: string[] },
): Promise<void> {
  const bit = `mod(floor(N/pow(2,floor(X/${SQUARE}))),2)`
  const size = `${WIDTH}x${HEIGHT}`
  const picture = `nullsrc=size=${size}:rate=${rate}:duration=${seconds},format=gray,geq=lum='if(lt(Y,${SQUARE}),255*${bit},96)'`
  const tone = `aevalsrc='0.4*sin(2*PI*(300+40*mod(floor(t),60))*t)':s=${SOUND_RATE}:d=${seconds}`
  const codecs = [
    '-c:v',
    'libx264',
    '-preset',
    'ultrafast',
    '-pix_fmt',
    'yuv420p',
    '-c:a',
    'aac',
    '-b:a',
    '128k',
  ]
  await ffmpeg(lavfi(picture), lavfi(tone), codecs, words, file)
}

/** The numbers that a film's pictures show, in order. */
export async function shownNumbers(file: string): Promise<number[]> {
  const words = ['-v', 'error', '-i', file, '-map', '0:v:0', '-fps_mode', 'passthrough']
  const crop = `crop=${WIDTH}:${SQUARE}:0:0,scale=${BITS}:1:flags=area,format=gray`
  const { stdout } = await run('ffmpeg', [...words, '-vf', crop, '-f', 'rawvideo', '-'], {
    encoding: 'buffer',
  })
  return Array.from({ length: stdout.length / BITS }, (_, frame) =>
    Array.from({ length: BITS }, (_unused, bit) =>
      (stdout[frame * BITS + bit] ?? 0) > 128 ? 2 ** bit : 0,
    ).reduce((sum, value) => sum + value, 0),
  )
}

/** Whether some of a picture below the numbers is not plain. */
export async function drawnPictures(file: string): Promise<boolean[]> {
  const words = ['-v', 'error', '-i', file, '-map', '0:v:0', '-fps_mode', 'passthrough', '-vf']
  const crop = `crop=${WIDTH}:${HEIGHT - 2 * SQUARE}:0:${2 * SQUARE},format=gray`
  const { stdout } = await run('ffmpeg', [...words, crop, '-f', 'rawvideo', '-'], {
    encoding: 'buffer',
    maxBuffer: 1e9,
  })
  const bytes = WIDTH * (HEIGHT - 2 * SQUARE)
  return Array.from({ length: stdout.length / bytes }, (_, frame) =>
    stdout.subarray(frame * bytes, (frame + 1) * bytes).some((gray) => gray > 180),
  )
}

/** Samples of a sound track, from the time 0 of the file on. */
export async function heardSamples(file: string, track = 0): Promise<Float32Array> {
  const words = ['-v', 'error', '-i', file, '-map', `0:a:${track}`, '-ac', '1', '-ar', String(SOUND_RATE)]
  const { stdout } = await run('ffmpeg', [...words, '-f', 'f32le', '-'], {
    encoding: 'buffer',
    maxBuffer: 1e9,
  })
  return new Float32Array(Uint8Array.from(stdout).buffer)
}

/** The second of the original whose tone is heard around a sample; null in silence. */
export function heardSecond(samples: Float32Array, middle: number): number | null {
  const heard = samples.subarray(middle - HEARD / 2, middle + HEARD / 2)
  if (heard.every((value) => Math.abs(value) < 0.01)) return null
  let rises = 0
  for (let at = 1; at < heard.length; at++) if ((heard[at - 1] ?? 0) < 0 && (heard[at] ?? 0) >= 0) rises += 1
  const tone = (rises * SOUND_RATE) / HEARD
  return Math.round((tone - toneOf(0)) / (toneOf(1) - toneOf(0)))
}
