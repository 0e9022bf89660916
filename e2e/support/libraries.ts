import { execFile } from 'node:child_process'
import { cp, mkdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { fileURLToPath } from 'node:url'
import { type EngineKind, engineEnvironment } from './engine-kind.ts'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../../', import.meta.url))
/** Three hours of JSON are 15 MB. */
const mostOutput = 64 * 1024 * 1024

/**
 * `sample`: the English conversation, transcribed by the real engine. `hour`: an hour of synthetic text,
 * 9,000 words of 8 speakers. `empty`: nothing.
 */
export type LibraryName = 'empty' | 'sample' | 'hour'

/** A library made once per run; each journey that changes something uses a copy. */
export async function madeLibrary(name: Exclude<LibraryName, 'empty'>): Promise<string> {
  const place = process.env['PAROLO_JOURNEY_LIBRARIES']
  if (place === undefined) throw new Error('PAROLO_JOURNEY_LIBRARIES is set by the set-up of the run')
  const folder = path.join(place, name)
  if (await exists(folder)) return folder
  const unfinished = `${folder}.part`
  await rm(unfinished, { recursive: true, force: true })
  if (name === 'sample') await writeSample(unfinished)
  else await node('e2e/support/make-hour.ts', [unfinished])
  await rename(unfinished, folder)
  return folder
}

/** Copies it to `folder`, which is new. */
export async function copyLibrary(name: LibraryName, folder: string): Promise<void> {
  if (name === 'empty') await mkdir(folder, { recursive: true })
  else await cp(await madeLibrary(name), folder, { recursive: true })
}

export const samplePath = path.join(root, 'resources/samples/conversation-en.opus')

/** Nearly three minutes: long enough to see its text grow. */
export const meetingPath = path.join(root, 'fixtures/speech/meeting-en.opus')

export function fixturePath(name: string): string {
  return path.join(root, 'fixtures/speech', name)
}

/** Runs the command line on a library. */
export async function parolo(
  dataFolder: string,
  words: readonly string[],
  engine: EngineKind = 'speech',
): Promise<string> {
  return node('out/main/cli.cjs', [...words, '--data', dataFolder], engineEnvironment(engine))
}

async function writeSample(folder: string): Promise<void> {
  const out = path.join(folder, 'out')
  await mkdir(out, { recursive: true })
  await parolo(folder, ['transcribe', samplePath, '--out', out, '--progress', 'none'])
  await rm(out, { recursive: true })
}

async function node(
  script: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { stdout } = await run(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', path.join(root, script), ...words],
    { cwd: root, maxBuffer: mostOutput, env: { ...process.env, ...environment } },
  )
  return stdout
}

async function exists(place: string): Promise<boolean> {
  try {
    await stat(place)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}
