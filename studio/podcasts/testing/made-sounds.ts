import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { findFfmpeg } from '../../sound/ffmpeg.ts'

const run = promisify(execFile)

interface Made {
  readonly hasChapters?: boolean
}

const made = new Map<string, Promise<Uint8Array>>()

/**
 * Three seconds of a tone as MP3 or M4A, with two chapters (`Start`, `Two` at 1.5 s) if wanted; made once.
 */
export function madeSound(ending: 'mp3' | 'm4a', { hasChapters = false }: Made = {}): Promise<Uint8Array> {
  return once(`${ending} ${hasChapters}`, async (folder) => {
    const metadata = path.join(folder, 'chapters.txt')
    const chapter = (start: number, end: number, title: string) =>
      `[CHAPTER]\nTIMEBASE=1/1000\nSTART=${start}\nEND=${end}\ntitle=${title}\n`
    await writeFile(metadata, `;FFMETADATA1\n${chapter(0, 1_500, 'Start')}${chapter(1_500, 3_000, 'Two')}`)
    const tone = ['-f', 'lavfi', '-i', 'sine=duration=3:sample_rate=16000']
    const chapters = hasChapters ? ['-i', metadata, '-map_metadata', '1'] : []
    return [[...tone, ...chapters, '-b:a', '32k'], `made.${ending}`]
  })
}

/** A picture of 64 × 48 pixels. */
export const madePicture = (): Promise<Uint8Array> =>
  once('picture', () => [['-f', 'lavfi', '-i', 'color=red:size=64x48', '-frames:v', '1'], 'made.png'])

type Words = readonly [words: readonly string[], name: string]

function once(key: string, words: (folder: string) => Words | Promise<Words>): Promise<Uint8Array> {
  const known = made.get(key)
  if (known !== undefined) return known
  const making = inFolder(async (folder) => {
    const [all, name] = await words(folder)
    const target = path.join(folder, name)
    await run((await findFfmpeg()).ffmpeg, ['-v', 'error', ...all, target])
    return readFile(target)
  })
  made.set(key, making)
  return making
}

async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parolo-made-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
