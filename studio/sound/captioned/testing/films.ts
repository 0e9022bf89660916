import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { type Film, readFilm } from '../film.ts'

export const run = promisify(execFile)
export const ffmpeg = (...words: (string | string[])[]) =>
  run('ffmpeg', ['-v', 'error', '-nostdin', '-y', ...words.flat()])
export const lavfi = (source: string): string[] => ['-f', 'lavfi', '-i', source]

export const WIDTH = 320
export const HEIGHT = 180

/** Small films, and an empty folder for each test; made in the hooks of the file that calls this. */
export function useFilms() {
  let made = ''
  let folder = ''
  beforeAll(async () => {
    made = await mkdtemp(path.join(os.tmpdir(), 'parolo films-'))
    const picture = lavfi(`color=gray:size=${WIDTH}x${HEIGHT}:rate=10:duration=4`)
    const both = [...picture, ...lavfi('sine=duration=4')]
    await ffmpeg(both, ['-c:v', 'libx264', '-c:a', 'aac', path.join(made, 'film.mp4')])
    await ffmpeg(both, ['-c:v', 'libvpx', '-c:a', 'libopus', path.join(made, 'film.webm')])
    await ffmpeg(lavfi('sine=duration=4'), path.join(made, 'note.mp3'))
  })
  afterAll(() => rm(made, { recursive: true, force: true }))
  beforeEach(async () => {
    // Characters that have a meaning in filters or name patterns.
    folder = await mkdtemp(path.join(os.tmpdir(), "parolo it's [a], 50% b;c-"))
    return () => rm(folder, { recursive: true, force: true })
  })
  const madeFile = (name: string): string => path.join(made, name)
  return {
    /** A film shared by all tests: `film.mp4`, `film.webm`, `note.mp3`. */
    madeFile,
    film: (name: string): Promise<Film> => readFilm(madeFile(name)),
    /** A path in the test's own folder. */
    fileOf: (name: string): string => path.join(folder, name),
    folder: (): string => folder,
  }
}

export interface Probed {
  readonly streams: readonly {
    readonly codec_name: string
    readonly codec_type: string
    readonly disposition: { readonly default: number }
    readonly tags?: Readonly<Record<string, string>>
  }[]
  readonly format: { readonly duration: string }
}

export async function probed(file: string): Promise<Probed> {
  const words = ['-v', 'error', '-of', 'json', '-show_streams', '-show_format']
  const { stdout } = await run('ffprobe', [...words, file])
  return JSON.parse(stdout) as Probed
}

export const codecsOf = ({ streams }: Probed): string[] => streams.map(({ codec_name }) => codec_name)
