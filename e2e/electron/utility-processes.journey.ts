import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { _electron } from '@playwright/test'
import { build } from 'vite'
import type { EngineRequest } from '#contracts/engine'
import { fixturePath } from '../support/libraries.ts'
import { isAlive } from './processes.ts'
import { type Home, NEEDS_ELECTRON, programFolder, programPath } from './program.ts'
import { expect, test } from './test.ts'
import type { TrialAnswer, TrialQuestion } from './utility-trial/trial-messages.ts'

/** State in the trial's main. */
interface InMain {
  tryStudio(engine: string): {
    ask(question: TrialQuestion): Promise<TrialAnswer>
    kill(): void
    ended: Promise<string>
  }
  trial: ReturnType<InMain['tryStudio']>
}

/** Builds it as the program is built, for the same old Node. */
async function buildTrial(folder: string): Promise<void> {
  const source = (name: string) => path.join(programFolder, name)
  await build({
    configFile: false,
    root: programFolder,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      target: 'node16',
      rolldownOptions: {
        input: {
          main: source('e2e/electron/utility-trial/main.ts'),
          studio: source('e2e/electron/utility-trial/studio.ts'),
          stub: source('studio/engine-link/testing/stub-engine.ts'),
        },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  })
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ name: 'trial', main: 'main.cjs' }))
}

async function startTrial(home: Home) {
  const folder = path.join(home.folder, 'trial')
  await buildTrial(folder)
  const app = await _electron.launch({
    // The runner's own limit of 30 s is too short for a busy machine.
    timeout: 150_000,
    executablePath: programPath(),
    args: ['--no-sandbox', '--disable-gpu', `--user-data-dir=${home.profile}`, folder],
  })
  await expect.poll(() => app.evaluate(() => 'tryStudio' in globalThis)).toBe(true)
  return {
    folder,
    start: (engine: string) =>
      app.evaluate((_, bundle) => {
        const main = globalThis as unknown as InMain
        main.trial = main.tryStudio(bundle)
      }, engine),
    ask: (question: TrialQuestion) =>
      app.evaluate((_, value) => (globalThis as unknown as InMain).trial.ask(value), question),
    kill: () =>
      app.evaluate(() => {
        const { trial } = globalThis as unknown as InMain
        trial.kill()
        return trial.ended
      }),
    close: () => app.close(),
  }
}

test(`a studio in a utility process has its engines of main, as one that forks them ${NEEDS_ELECTRON}`, async ({
  home,
}) => {
  const trial = await startTrial(home)
  await trial.start(path.join(trial.folder, 'stub.cjs'))
  expect(await trial.ask({ kind: 'contract', file: path.join(home.folder, 'written') })).toEqual([])

  // No engine outlives its studio.
  const left = await trial.ask({ kind: 'leave' })
  expect(isAlive(left as number)).toBe(true)
  expect(await trial.kill()).toMatch(/^exit /u)
  await expect.poll(() => isAlive(left as number)).toBe(false)

  // The real engine, with its native code, detects speech.
  const pcmPath = path.join(home.folder, 'sound.pcm')
  const toPcm = [
    '-i',
    fixturePath('two-voices-8s-en.opus'),
    '-ac',
    '1',
    '-ar',
    '16000',
    '-f',
    's16le',
    pcmPath,
  ]
  await promisify(execFile)('ffmpeg', ['-v', 'error', ...toPcm])
  const models = path.join(programFolder, 'resources/models/silero-vad-v6')
  const model = (await readdir(models)).find((name) => name.endsWith('.onnx')) ?? ''
  const sound = { pcmPath, startSample: 0, sampleCount: 8 * 16_000 }
  const requests: EngineRequest[] = [
    { kind: 'load-detector', model: path.join(models, model) },
    { kind: 'detect', ...sound, threshold: 0.35, minSilence: 0.1, minSpeech: 0.1 },
  ]
  await trial.start(path.join(programFolder, 'out/main/engine.cjs'))
  const [loaded, segments] = (await trial.ask({ kind: 'engine', requests })) as [unknown, { start: number }[]]
  expect(loaded).toBeNull()
  expect(segments.length).toBeGreaterThan(1)

  // A drive's process works too.
  const text = 'on another drive'
  expect(await trial.ask({ kind: 'drive', path: path.join(home.folder, 'text'), text })).toEqual({
    text,
    hash: createHash('sha256').update(text).digest('hex'),
    code: 'ENOENT',
  })
  await trial.close()
})
