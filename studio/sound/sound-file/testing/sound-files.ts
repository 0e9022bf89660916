import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { beforeEach } from 'vitest'
import { type SoundChoices, type SoundFileId, usualSound } from '#core/formats/sounds/sound-files'
import { keptPart } from '#core/cut/kept-part'
import type { KeptSpans } from '#core/cut/kept-spans'
import { ffmpeg, lavfi, run } from '../../captioned/testing/films.ts'
import { readSoundSource } from '../sound-source.ts'
import { type WriteSoundOptions, writeSoundFile, type WrittenSound } from '../write-sound-file.ts'

export const SECONDS = 2
export const RATE = 44_100
export const { signal } = new AbortController()
export const noTags = { title: '', people: [], album: '', date: '', chapters: [], cover: null }
export const whole = keptPart(undefined, SECONDS * 1_000, RATE)

interface Wanted {
  readonly choices?: Partial<SoundChoices>
  readonly kept?: KeptSpans
  readonly options?: Partial<WriteSoundOptions>
  readonly track?: number
}

/** An empty folder for each test, for sounds and for the files that are made of them. */
export function useSounds() {
  let folder = ''
  beforeEach(async () => {
    // Characters that have a meaning in filters or name patterns.
    folder = await mkdtemp(path.join(os.tmpdir(), "parolo it's [a], 50% b;c-"))
    return () => rm(folder, { recursive: true, force: true })
  })
  const fileOf = (name: string): string => path.join(folder, name)
  return {
    folder: (): string => folder,
    fileOf,
    /** Noise in two channels, so that no sample is like another. */
    noise: async (name: string, words: readonly string[] = []): Promise<string> => {
      const source = `anoisesrc=amplitude=0.3:seed=7:sample_rate=${RATE}:duration=${SECONDS}`
      await ffmpeg(lavfi(`${source},asplit[a][b];[b]volume=0.5[c];[a][c]amerge`), [...words], fileOf(name))
      return fileOf(name)
    },
    /** A file of sound that is made of another. */
    written: async (
      source: string,
      id: SoundFileId,
      { choices = {}, kept = whole, options = {}, track = 0 }: Wanted = {},
    ): Promise<WrittenSound & { readonly file: string }> => {
      const file = fileOf(`written.${id}`)
      const made = await writeSoundFile(
        await readSoundSource(source, track),
        id,
        file,
        { ...usualSound, ...choices },
        { signal, kept, silences: [], tags: noTags, ...options },
      )
      return { ...made, file }
    },
  }
}

/** Samples of a file, of all channels in turn. */
export async function samplesIn(file: string): Promise<Int32Array> {
  const words = ['-v', 'error', '-i', file, '-map', '0:a:0', '-f', 's32le', 'pipe:1']
  const { stdout } = await run('ffmpeg', words, { encoding: 'buffer', maxBuffer: 1e9 })
  return new Int32Array(Uint8Array.from(stdout).buffer)
}

/** The first sample that is another, -1 if none is; much quicker than `toEqual`. */
export const firstOther = (samples: Int32Array, expected: Int32Array): number =>
  samples.length === expected.length
    ? samples.findIndex((value, at) => value !== expected[at])
    : Math.min(samples.length, expected.length)

interface Described {
  readonly streams: readonly {
    readonly channels?: number
    readonly sample_rate?: string
    readonly disposition: { readonly attached_pic: number }
    readonly tags?: Record<string, string>
  }[]
  readonly format: { readonly duration: string; readonly tags?: Record<string, string> }
  readonly chapters: readonly { readonly start_time: string; readonly tags?: { readonly title: string } }[]
}

/** What ffprobe says of a file. */
export async function described(file: string): Promise<Described> {
  const words = ['-v', 'error', '-of', 'json', '-show_streams', '-show_format', '-show_chapters', file]
  return JSON.parse((await run('ffprobe', words)).stdout) as Described
}

/** As ffmpeg's meter has it; one channel is played by two speakers. */
export async function measured(
  file: string,
): Promise<{ readonly integrated: number; readonly truePeak: number }> {
  const filter = 'ebur128=peak=true:dualmono=true:framelog=quiet'
  const words = ['-nostats', '-i', file, '-map', '0:a', '-af', filter, '-f', 'null', '-']
  const summary = (await run('ffmpeg', words)).stderr.split('Summary:')[1] ?? ''
  const value = (name: string): number => Number(new RegExp(`${name}:\\s+(\\S+)`, 'u').exec(summary)?.[1])
  return { integrated: value('I'), truePeak: value('Peak') }
}
