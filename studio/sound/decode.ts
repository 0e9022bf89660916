import type { ChildProcess } from 'node:child_process'
import { mkdir, rename } from 'node:fs/promises'
import path from 'node:path'
import fluent from 'fluent-ffmpeg'
import { Fault } from '#contracts/errors'
import { PCM_RATE } from '#core/sound/pcm'
import { MIX } from '#core/tracks/mix'
import { diskFault } from '../faults/disk-fault.ts'
import { LEFT_AFTER_MS } from './child-stop.ts'
import { inputRestrictions } from './demuxers.ts'
import { meterChild } from '../run-cost/meter-child.ts'
import { findFfmpeg } from './ffmpeg.ts'
import { bytesForDecoding, ensureFreeSpace } from '../files/free-space.ts'
import { ownZero } from './own-zero.ts'
import { withPartFiles } from './part-files.ts'
import { type PcmFacts, PcmSink } from './pcm-sink.ts'
import type { AudioTrack, Probe } from './probe.ts'
import { runFfprobe } from './run-ffprobe.ts'

/** Output files of decoding one track. */
export interface SoundFiles {
  readonly pcm: string
  readonly peaks: string
  readonly levels: string
  readonly proxy: string
}

export function soundFiles(cacheFolder: string, recordingId: string, track: number): SoundFiles {
  const base = path.join(cacheFolder, recordingId, track === MIX ? 'mix' : `track-${track}`)
  return { pcm: `${base}.pcm`, peaks: `${base}.peaks`, levels: `${base}.levels`, proxy: `${base}.webm` }
}

export interface DecodeOptions {
  readonly signal: AbortSignal
  /** Seconds decoded so far. */
  readonly onProgress?: (seconds: number) => void
  readonly stallMs?: number
  /** Whether playback audio is made too; default true. */
  readonly playable?: boolean
}

const STALL_MS = 30_000
/** Shorter audio may be lost in the resampler's delay, so it is padded with silence. */
const TINY_SECONDS = 0.02
/** No recorder uses a higher rate: a header that claims one is not trusted for its duration either. */
const MAX_SAMPLE_RATE = 768_000

/**
 * Runs one ffmpeg pass that writes 16 kHz mono PCM with peaks and levels, and the Opus playback proxy if the
 * track is playable, both from the zero of the recording's clock. Files get their final names only when
 * complete. `MIX` decodes all tracks as one.
 * Throws `disk.full`, `media.no-samples`, `media.stalled`, `media.no-such-track`, `ffmpeg.failed`,
 * `job.cancelled`.
 */
export async function decodeTrack(
  source: Probe,
  track: number,
  files: SoundFiles,
  options: DecodeOptions,
): Promise<PcmFacts> {
  const mixed = track === MIX ? source.tracks : source.tracks.slice(track, track + 1)
  if (mixed.length === 0) {
    throw new Fault('media.no-such-track', {
      file: source.fileName,
      track: track + 1,
      tracks: source.tracks.length,
    })
  }
  await findFfmpeg()
  const folder = path.dirname(files.pcm)
  try {
    await mkdir(folder, { recursive: true })
    if (isTiny(source, mixed) && !(await holdsFrames(source, mixed, options))) {
      throw new Fault('media.no-samples', { file: source.fileName })
    }
    return await withPartFiles({ ...files }, async (part) => {
      await ensureFreeSpace(folder, bytesForDecoding(source.durationSeconds, source.bytes))
      const facts = await runFfmpeg(source, mixed, part, options)
      if (facts.sampleCount === 0) throw new Fault('media.no-samples', { file: source.fileName })
      const kinds = (['peaks', 'levels', 'proxy', 'pcm'] as const).filter(
        (kind) => kind !== 'proxy' || options.playable !== false,
      )
      for (const kind of kinds) await rename(part[kind], files[kind])
      return facts
    })
  } catch (error) {
    throw diskFault(error, folder)
  }
}

async function runFfmpeg(
  source: Probe,
  mixed: readonly AudioTrack[],
  part: SoundFiles,
  options: DecodeOptions,
): Promise<PcmFacts> {
  const { signal, playable: isPlayable = true } = options
  if (signal.aborted) throw new Fault('job.cancelled')
  const sink = await PcmSink.create(part)
  const channels = Math.max(...mixed.map((track) => track.channels))
  return new Promise<PcmFacts>((resolve, reject) => {
    // Fills gaps and the time before the first sample, so that a sample's position is its time.
    const clock = `aresample=async=1:first_pts=0${isTiny(source, mixed) ? `,apad=whole_dur=${TINY_SECONDS}` : ''}`
    const words = mapWords(mixed, clock, isPlayable)
    const command = fluent({ stdoutLines: 60 })
      .input(source.path)
      .inputOptions([...inputRestrictions, '-nostdin', '-max_error_rate', '1', ...ownZero(source)])
      .output(sink, { end: true })
      .outputOptions([...words.filter, ...words.pcm, '-vn', '-sn', '-dn'])
      .outputOptions(['-ac', '1', '-ar', String(PCM_RATE), '-c:a', 'pcm_s16le', '-f', 's16le'])
    if (isPlayable) {
      command
        .output(part.proxy)
        .outputOptions([...words.proxy, '-vn', '-sn', '-dn', '-map_metadata', '-1'])
        .outputOptions(['-ac', String(Math.min(2, channels)), '-ar', '48000', '-c:a', 'libopus'])
        .outputOptions(['-b:a', channels > 1 ? '80k' : '48k', '-compression_level', '5', '-f', 'webm', '-y'])
    }
    // fluent cannot parse the capability lists of ffmpeg 7 and later; the features used here are in every build.
    Object.assign(command, { _checkCapabilities: (done: (error?: Error) => void) => done() })

    let failure: Fault | Error | null = null
    const stop = (reason: Fault | Error) => {
      failure ??= reason
      command.kill('SIGKILL')
      setTimeout(() => finish(failure), LEFT_AFTER_MS).unref()
    }
    let seen = 0
    let seenAt = performance.now()
    const watch = setInterval(() => {
      if (sink.sampleCount !== seen) {
        seen = sink.sampleCount
        seenAt = performance.now()
        options.onProgress?.(seen / PCM_RATE)
      } else if (performance.now() - seenAt > (options.stallMs ?? STALL_MS)) {
        stop(new Fault('media.stalled', { file: source.fileName }))
      }
    }, 250)
    const onAbort = () => stop(new Fault('job.cancelled'))
    signal.addEventListener('abort', onAbort, { once: true })

    const finish = (error: Fault | Error | null) => {
      clearInterval(watch)
      signal.removeEventListener('abort', onAbort)
      if (error) {
        sink.destroy()
        reject(error)
      } else if (sink.writableFinished) resolve(sink.facts())
      else {
        sink.once('finish', () => resolve(sink.facts()))
        sink.once('error', reject)
      }
    }
    sink.on('error', (error) => stop(error))
    command.on('error', (error: Error, _stdout: unknown, stderr: unknown) => {
      const lines = typeof stderr === 'string' ? stderr.trim() : ''
      finish(failure ?? ffmpegFault(source, error, lines, sink.sampleCount))
    })
    command.on('end', () => finish(failure))
    // fluent starts ffmpeg asynchronously after `run`: if stopped before that, it is killed here.
    command.on('start', () => {
      const { ffmpegProc: child } = command as typeof command & { readonly ffmpegProc?: ChildProcess }
      if (child !== undefined) meterChild(child, 'ffmpeg')
      if (failure) command.kill('SIGKILL')
    })
    if (signal.aborted) failure = new Fault('job.cancelled')
    command.run()
  })
}

/**
 * ffmpeg's arguments for the content of both outputs: a track, or the sum of several at a level with headroom
 * for all.
 */
function mapWords(mixed: readonly AudioTrack[], clock: string, isPlayable: boolean) {
  const [first, ...others] = mixed.map(({ index }) => `0:a:${index}`)
  if (others.length === 0) {
    const words = ['-map', first ?? '0:a:0', '-af', clock]
    return { filter: [], pcm: words, proxy: words }
  }
  const each = mixed.map(({ index }) => `[0:a:${index}]${clock}[a${index}];`).join('')
  const all = mixed.map(({ index }) => `[a${index}]`).join('')
  const gain = (1 / Math.sqrt(mixed.length)).toFixed(3)
  const sum = `amix=inputs=${mixed.length}:duration=longest:normalize=0,volume=${gain}${isPlayable ? ',asplit[pcm][proxy]' : '[pcm]'}`
  return {
    filter: ['-filter_complex', `${each}${all}${sum}`],
    pcm: ['-map', '[pcm]'],
    proxy: ['-map', '[proxy]'],
  }
}

function isTiny({ durationSeconds }: Probe, mixed: readonly AudioTrack[]): boolean {
  const isKnownRate = mixed.every(({ sampleRate }) => (sampleRate ?? 0) <= MAX_SAMPLE_RATE)
  return durationSeconds !== null && durationSeconds < TINY_SECONDS && isKnownRate
}

/** Padding would look like audio even if no frame can be decoded. */
async function holdsFrames(
  source: Probe,
  mixed: readonly AudioTrack[],
  { signal }: DecodeOptions,
): Promise<boolean> {
  const { streams = [] } = await runFfprobe<{ streams?: readonly { readonly nb_read_frames?: string }[] }>(
    source.path,
    ['-count_frames', '-select_streams', 'a', '-show_entries', 'stream=nb_read_frames'],
    { signal },
  )
  return mixed.some(({ index }) => Number(streams[index]?.nb_read_frames ?? 0) > 0)
}

function ffmpegFault(source: Probe, error: Error, stderr: string, samples: number): Fault {
  const detail = `${error.message}\n${stderr}`.trim()
  if (/No space left on device|ENOSPC/u.test(detail)) return new Fault('disk.full', {}, detail, error)
  if (samples === 0) return new Fault('media.no-samples', { file: source.fileName }, detail, error)
  return new Fault('ffmpeg.failed', { file: source.fileName }, detail, error)
}
