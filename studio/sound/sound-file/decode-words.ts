import { inputRestrictions } from '../demuxers.ts'
import { ownZero } from '../own-zero.ts'
import type { SoundSource } from './sound-source.ts'

/**
 * ffmpeg's arguments to print a recording's samples as 32-bit floats, which hold 16 and 24 bits exactly. A sample's
 * position is its time on the recording's clock. `endSample`: where it may stop; null: at the end.
 */
export function decodeWords(source: SoundSource, channels: number, endSample: number | null): string[] {
  const { file, tracks, sampleRate } = source
  // Fills gaps and the time before the first sample.
  const clock = `aresample=${sampleRate}:async=1:first_pts=0`
  const end = endSample === null ? '' : `,atrim=end_sample=${endSample}`
  const input = ['-nostdin', ...inputRestrictions, '-max_error_rate', '1', ...ownZero(file), '-i', file.path]
  const written = ['-vn', '-sn', '-dn', '-ac', String(channels), '-c:a', 'pcm_f32le', '-f', 'f32le', 'pipe:1']
  const [one, another] = tracks
  if (one !== undefined && another === undefined)
    return [...input, '-map', `0:a:${one.index}`, '-af', `${clock}${end}`, ...written]
  const layout = channels === 1 ? 'mono' : 'stereo'
  const each = tracks.map(
    ({ index }) => `[0:a:${index}]${clock},aformat=channel_layouts=${layout}[a${index}];`,
  )
  const all = tracks.map(({ index }) => `[a${index}]`).join('')
  // As they are decoded for playing.
  const gain = (1 / Math.sqrt(tracks.length)).toFixed(3)
  const sum = `amix=inputs=${tracks.length}:duration=longest:normalize=0,volume=${gain}${end}[mix]`
  return [...input, '-filter_complex', `${each.join('')}${all}${sum}`, '-map', '[mix]', ...written]
}
