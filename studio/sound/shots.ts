import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { Fault } from '#contracts/errors'
import { ShotChanges } from '#core/sound/shot-changes'
import { lowerPriority } from '../processes/low-priority.ts'
import { ChildStop } from './child-stop.ts'
import { inputRestrictions } from './demuxers.ts'
import { findFfmpeg } from './ffmpeg.ts'
import { pictureZero } from './own-zero.ts'
import type { Probe } from './probe.ts'

export interface ShotOptions {
  readonly signal: AbortSignal
  /** Score of ffmpeg's scene filter, 0–1, at or above which a frame begins a shot. */
  readonly threshold: number
  /** Seconds examined so far. */
  readonly onProgress?: (seconds: number) => void
  readonly stallMs?: number
  /** Yields the processor to other programs. */
  readonly isLowPriority?: boolean
}

const STALL_MS = 30_000
const MAX_ERROR_TEXT = 4_000
/** Skips smoothing of block edges: nobody sees the picture. */
const QUICKLY = ['-skip_loop_filter', 'all']
/**
 * Shots are detected equally well in a small picture, and much faster. Every frame is kept, as each may begin
 * a shot.
 */
const FILTER =
  "scale='min(320,iw)':-2:flags=fast_bilinear,select='gte(scene,0)',metadata=mode=print:key=lavfi.scene_score:file=-:direct=1"

/**
 * Start times of new shots, in ms of the recording's time; none without video. Writes nothing.
 * Throws `media.stalled`, `ffmpeg.failed`, `ffmpeg.missing`, `job.cancelled`.
 */
export async function findShots(source: Probe, options: ShotOptions): Promise<readonly number[]> {
  if (!source.hasVideo) return []
  const { ffmpeg } = await findFfmpeg()
  if (options.signal.aborted) throw new Fault('job.cancelled')
  const input = [...inputRestrictions, '-nostdin', '-max_error_rate', '1', ...QUICKLY, ...pictureZero(source)]
  // V: video streams, without covers.
  const output = ['-map', '0:V:0', '-an', '-sn', '-dn', '-vf', FILTER, '-f', 'null', '-']
  const words = ['-hide_banner', '-v', 'error', ...input, '-i', source.path, ...output]
  const child = spawn(ffmpeg, words, { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true })
  if (options.isLowPriority === true) lowerPriority(child.pid)
  return readScores(child, source, options)
}

async function readScores(
  child: ChildProcess,
  { fileName }: Probe,
  { signal, threshold, onProgress, stallMs = STALL_MS }: ShotOptions,
): Promise<readonly number[]> {
  const changes = new ShotChanges(threshold)
  const stop = new ChildStop(child)
  const onAbort = (): void => stop.stop(new Fault('job.cancelled'))
  signal.addEventListener('abort', onAbort, { once: true })
  let stalled: ReturnType<typeof setTimeout> | undefined
  const watch = (): void => {
    clearTimeout(stalled)
    stalled = setTimeout(() => stop.stop(new Fault('media.stalled', { file: fileName })), stallMs)
  }
  watch()
  let errors = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    errors = (errors + chunk.toString('utf8')).slice(-MAX_ERROR_TEXT)
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  const read = async (): Promise<readonly number[]> => {
    let seconds = 0
    const lines = child.stdout === null ? [] : createInterface({ input: child.stdout })
    for await (const line of lines) {
      const time = /pts_time:(-?[\d.]+)/u.exec(line)?.[1]
      const score = /^lavfi\.scene_score=([\d.]+)/u.exec(line)?.[1]
      if (time !== undefined) {
        seconds = Number(time)
        onProgress?.(seconds)
        watch()
      } else if (score !== undefined) changes.add({ ms: seconds * 1_000, score: Number(score) })
    }
    const exitCode = await ended
    if (stop.reason !== null) throw stop.reason
    if (exitCode !== 0) throw new Fault('ffmpeg.failed', { file: fileName }, errors.trim())
    return changes.timesMs
  }
  try {
    return await Promise.race([read(), stop.left])
  } finally {
    clearTimeout(stalled)
    signal.removeEventListener('abort', onAbort)
    if (child.exitCode === null) child.kill('SIGKILL')
  }
}
