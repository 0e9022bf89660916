import path from 'node:path'
import { type LoudnessCurve, loudnessOfPeaks } from '#core/cut/loudness'
import { PCM_RATE } from '#core/sound/pcm'
import { PEAK_SAMPLES, PeakMeter } from '#core/sound/peaks'
import type { TimeSpan } from '#core/transcript/time-span'
import { inputPart } from './captioned/input-part.ts'
import { readFilm } from './captioned/film.ts'
import { inputRestrictions } from './demuxers.ts'
import { runFfmpeg } from './run-ffmpeg.ts'

/**
 * How loud a span of a file is, on the recording's clock, where its sound is not prepared yet. `track`: of its audio
 * tracks, from 0. Throws those of `readFilm` and `runFfmpeg`.
 */
export async function spanLoudness(
  file: string,
  track: number,
  span: TimeSpan,
  signal: AbortSignal,
): Promise<LoudnessCurve> {
  const film = await readFilm(file, { signal })
  const input = [...inputRestrictions, '-max_error_rate', '1', ...inputPart(film, span), '-i', film.path]
  const output = ['-map', `0:a:${track}`, '-ac', '1', '-ar', String(PCM_RATE), '-f', 's16le', 'pipe:1']
  const run = { folder: path.dirname(film.path), title: film.fileName, signal }
  const peaks = await runFfmpeg([...input, ...output], run, async (sound) => {
    const meter = new PeakMeter()
    let rest: Buffer = Buffer.alloc(0)
    for await (const chunk of sound as AsyncIterable<Buffer>) {
      const bytes = Buffer.concat([rest, chunk])
      const whole = bytes.length - (bytes.length % 2)
      rest = bytes.subarray(whole)
      meter.push(new Int16Array(Uint8Array.from(bytes.subarray(0, whole)).buffer))
    }
    return meter.drain()
  })
  const { grainMs, levels } = loudnessOfPeaks(peaks)
  const before = Math.round(span.startMs / ((PEAK_SAMPLES / PCM_RATE) * 1_000))
  const placed = new Uint8Array(before + levels.length)
  placed.set(Uint8Array.from(levels), before)
  return { grainMs, levels: placed }
}
