import { execFile } from 'node:child_process'
import { access, constants } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import fluent from 'fluent-ffmpeg'
import { Fault } from '#contracts/errors'

export interface FfmpegTools {
  readonly ffmpeg: string
  readonly ffprobe: string
}

let found: Promise<FfmpegTools> | null = null

/** The installed ffmpeg: FFMPEG_PATH / FFPROBE_PATH, else from the PATH. Throws `ffmpeg.missing`. */
export function findFfmpeg(): Promise<FfmpegTools> {
  found ??= locate().catch((error: unknown) => {
    found = null
    throw error
  })
  return found
}

async function locate(): Promise<FfmpegTools> {
  const ffmpeg = await executable('ffmpeg', process.env.FFMPEG_PATH)
  const beside = path.join(path.dirname(ffmpeg), process.platform === 'win32' ? 'ffprobe.exe' : 'ffprobe')
  const ffprobe = await executable(
    'ffprobe',
    process.env.FFPROBE_PATH ?? ((await isExecutable(beside)) ? beside : undefined),
  )
  fluent.setFfmpegPath(ffmpeg)
  fluent.setFfprobePath(ffprobe)
  return { ffmpeg, ffprobe }
}

async function executable(name: string, given: string | undefined): Promise<string> {
  if (given !== undefined && given !== '') {
    if (await isExecutable(given)) return given
    throw new Fault('ffmpeg.missing', { platform: process.platform }, given)
  }
  const names = process.platform === 'win32' ? [`${name}.exe`] : [name]
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    for (const candidate of names) {
      const full = path.join(folder, candidate)
      if (folder !== '' && (await isExecutable(full))) return full
    }
  }
  throw new Fault('ffmpeg.missing', { platform: process.platform }, name)
}

async function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  )
}

/** Version from `ffmpeg -version`, e.g. `7.1.5`, else the beginning of its output. */
export async function ffmpegVersion(tools: FfmpegTools): Promise<string> {
  const { stdout } = await promisify(execFile)(tools.ffmpeg, ['-hide_banner', '-version'])
  return /version (\S+)/u.exec(stdout)?.[1] ?? stdout.slice(0, 80)
}

/** The first version with `-dec` (https://ffmpeg.org/ffmpeg.html, loopback decoders). */
const DECODES_OUTPUT = 7

/** Whether the installed ffmpeg can decode what it encodes meanwhile. Builds without a number of a version may be older. */
export async function canDecodeOutput(): Promise<boolean> {
  const version = await ffmpegVersion(await findFfmpeg())
  return Number(/^n?(\d+)\./u.exec(version)?.[1] ?? 0) >= DECODES_OUTPUT
}
