import { spawn } from 'node:child_process'
import { Fault } from '#contracts/errors'
import { meterChild } from '../run-cost/meter-child.ts'
import { findFfmpeg } from './ffmpeg.ts'

/** A picture that takes longer is rejected. */
const MAX_MS = 20_000
const MAX_BYTES = 2_000_000

/**
 * Converts a picture (JPEG, PNG, WebP, GIF) to a JPEG of `side` × `side` pixels, cropped to a square. Its
 * bytes cannot refer to files: ffmpeg reads them from a pipe, and only as a picture. Throws
 * `media.unreadable`, `ffmpeg.missing`, `job.cancelled`.
 */
export async function smallPicture(
  picture: Uint8Array,
  side: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const reader = readerOf(picture)
  if (reader === null) throw unreadable('no picture of a kind that is read')
  const { ffmpeg } = await findFfmpeg()
  if (signal.aborted) throw new Fault('job.cancelled')
  const size = `scale=${side}:${side}:force_original_aspect_ratio=increase,crop=${side}:${side}`
  const words = ['-hide_banner', '-v', 'error', '-protocol_whitelist', 'pipe', '-f', reader, '-i', 'pipe:0']
  const output = ['-frames:v', '1', '-vf', size, '-c:v', 'mjpeg', '-q:v', '4', '-f', 'image2pipe', 'pipe:1']
  const child = spawn(ffmpeg, [...words, ...output], { stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true })
  meterChild(child, 'ffmpeg')
  const stop = (): void => void child.kill('SIGKILL')
  signal.addEventListener('abort', stop, { once: true })
  const timer = setTimeout(stop, MAX_MS)
  const chunks: Buffer[] = []
  let bytes = 0
  let errors = ''
  child.stdout.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > MAX_BYTES) stop()
    else chunks.push(chunk)
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-2_000)
  })
  // ffmpeg may stop reading before the end.
  child.stdin.on('error', () => undefined)
  child.stdin.end(picture)
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', resolve)
    })
    if (signal.aborted) throw new Fault('job.cancelled')
    if (code !== 0 || bytes === 0) throw unreadable(errors.trim())
    return Buffer.concat(chunks)
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', stop)
  }
}

const unreadable = (detail: string): Fault => new Fault('media.unreadable', { file: 'picture' }, detail)

/** ffmpeg's name of a picture's format, by its first bytes; null for another format, e.g. SVG. */
function readerOf(picture: Uint8Array): string | null {
  const starts = (text: string, at = 0): boolean =>
    Buffer.from(picture.subarray(at, at + text.length)).toString('latin1') === text
  if (starts('\xFF\xD8\xFF')) return 'jpeg_pipe'
  if (starts('\x89PNG\r\n')) return 'png_pipe'
  if (starts('RIFF') && starts('WEBP', 8)) return 'webp_pipe'
  return starts('GIF8') ? 'gif_pipe' : null
}
