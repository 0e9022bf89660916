import { existsSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { withoutModels } from './testing/fake-engine.ts'
import { filesBelow, makeTestHome, type TestHome, testHome } from './testing/test-home.ts'
import { allProcesses, descendants, eventually, isAlive } from './testing/processes.ts'
import { startUnreaped } from './testing/reap-nothing.ts'
import { decodesOf, jsonLines, type RunningParolo, runParolo, startParolo } from './testing/run-parolo.ts'
import { savedDecodes } from './testing/saved-decodes.ts'
import {
  goOn,
  makeTalk,
  reached,
  textIn,
  type Undisturbed,
  undisturbed,
  whole,
} from './testing/undisturbed-run.ts'

const LONG = 120_000

/** With real models and the second pass. */
let real: Undisturbed
/** For cases where the models do not matter. */
let fake: Undisturbed
let talkPlace: TestHome
beforeAll(async () => {
  talkPlace = await makeTestHome()
  const talk = await makeTalk(talkPlace.root)
  const words = ['transcribe', talk, '--language', 'en', '--format', 'json', '--progress', 'json']
  real = await undisturbed(words)
  fake = await undisturbed([...words, '--quick'], withoutModels)
}, LONG)
afterAll(() => talkPlace.remove())

const engineOf = (pid: number) =>
  descendants(pid).filter(({ commandLine }) => commandLine.includes('engine/index.ts'))

describe('the undisturbed run', () => {
  it('decodes everything once', () => {
    for (const { result, decodes } of [real, fake])
      expect(decodesOf(result)).toMatchObject({ decoded: decodes, failed: 0 })
    expect(jsonLines(real.result.stderr).some(({ step }) => step === 'second-look')).toBe(true)
  })
})

describe('the program killed (kill -9)', () => {
  it(
    'with all its children: the same command goes on from what was finished',
    async () => {
      const place = await testHome()
      const run = startParolo(fake.words, { ...place, environment: fake.environment, ownGroup: true })
      await run.line(reached('words', 0.4))
      process.kill(-run.pid, 'SIGKILL')
      await run.result
      expect(await goOn(place, fake)).toEqual(whole(fake))
    },
    LONG,
  )

  it.runIf(existsSync('/proc/self/stat'))(
    'and still a zombie: another start takes its work over at once (needs /proc)',
    async () => {
      const place = await testHome()
      const command = [
        process.execPath,
        '--disable-warning=ExperimentalWarning',
        path.resolve('cli/index.ts'),
        ...fake.words,
      ]
      // Results must not go to the folder where npm was started.
      const { INIT_CWD: _folder, ...environment } = process.env
      const { parent, pid: started } = startUnreaped(command, {
        cwd: place.folder,
        env: { ...environment, ...fake.environment, PAROLO_HOME: place.home },
      })
      onTestFinished(() => void parent.kill('SIGKILL'))
      const pid = await started
      const some = () => existsSync(path.join(place.home, 'library.db')) && savedDecodesIfAny(place.home) > 0
      expect(await eventually(some, 60)).toBe(true)
      process.kill(pid, 'SIGKILL')
      const isZombie = () => allProcesses().some((one) => one.pid === pid && one.state === 'Z')
      expect(await eventually(isZombie, 5)).toBe(true)
      const saved = savedDecodes(place.home)
      expect(saved).toBeLessThan(fake.decodes)
      const result = await runParolo(fake.words, { ...place, environment: fake.environment })
      // An unrenewed lease expires after 5 s, a dead process's at once: no run waited for one.
      expect(jsonLines(result.stderr).filter(({ kind }) => kind === 'waiting')).toEqual([])
      expect(isZombie()).toBe(true)
      expect(decodesOf(result)).toMatchObject({ decoded: fake.decodes - saved, failed: 0 })
      expect(await textIn(place)).toBe(fake.text)
    },
    LONG,
  )

  it(
    'while another waits to work on the same file: that one takes over and ends well',
    async () => {
      const place = await testHome()
      const options = { ...place, environment: fake.environment }
      const working = startParolo(fake.words, { ...options, ownGroup: true })
      await working.line(reached('regions', 0))
      // On a busy machine it would be done before the other one starts.
      const engines = descendants(working.pid).filter(({ commandLine }) => commandLine.includes('engine/'))
      for (const { pid } of engines) process.kill(pid, 'SIGSTOP')
      const waiting = startParolo(fake.words, options)
      await waiting.line(({ kind }) => kind === 'waiting')
      for (const { pid } of engines) process.kill(pid, 'SIGCONT')
      await working.line(reached('words', 0.3))
      process.kill(-working.pid, 'SIGKILL')
      const result = await waiting.result
      expect(result.exitCode).toBe(0)
      const { decoded, reused } = decodesOf(result)
      expect(reused).toBeGreaterThan(0)
      expect(decoded).toBeLessThan(fake.decodes)
      expect(await textIn(place)).toBe(fake.text)
    },
    LONG,
  )
})

/** The library has no tables until it has been created. */
function savedDecodesIfAny(home: string): number {
  try {
    return savedDecodes(home)
  } catch (error) {
    if (error instanceof Error && /no such table|unable to open|SQLITE_/u.test(error.message)) return 0
    throw error
  }
}

/** One command on one library, stopped repeatedly; each run continues from what earlier runs finished. */
describe('the program stopped at each of its steps, with real models', { timeout: LONG }, () => {
  let place: TestHome
  beforeAll(async () => {
    place = await makeTestHome()
  })
  afterAll(() => place.remove())

  /** How a run ends after Ctrl-C. */
  async function endOf(run: RunningParolo, press: () => void) {
    const children = descendants(run.pid)
    expect(children.length).toBeGreaterThan(0)
    press()
    const { exitCode, stdout, stderr } = await run.result
    return {
      exitCode,
      stdout,
      reported: jsonLines(stderr).at(-1)?.type,
      isAlone: await eventually(() => children.every(({ pid }) => !isAlive(pid)), 1),
      results: await filesBelow(place.folder),
    }
  }
  const interrupted = {
    exitCode: 130,
    stdout: '',
    reported: 'interrupted',
    isAlone: true,
    results: [],
  }

  it.each(['regions', 'speakers'])('Ctrl-C among the %s, to the program alone', async (step) => {
    const run = startParolo(real.words, place)
    await run.line(reached(step, 0.1))
    expect(await endOf(run, () => run.child.kill('SIGINT'))).toEqual(interrupted)
  })

  it('kill -9 among the words, to the program alone: its children end by themselves', async () => {
    const run = startParolo(real.words, place)
    await run.line(reached('words', 0.3))
    const children = descendants(run.pid)
    expect(children.length).toBeGreaterThan(0)
    process.kill(run.pid, 'SIGKILL')
    await run.result
    expect(await eventually(() => children.every(({ pid }) => !isAlive(pid)), 5)).toBe(true)
  })

  it('Ctrl-C among the words: ends within a second with 130, leaves no child', async () => {
    const saved = savedDecodes(place.home)
    const run = startParolo(real.words, { ...place, ownGroup: true })
    await run.line(({ type }) => type === 'progress' && savedDecodes(place.home) > saved)
    // Ctrl-C reaches the whole process group, including the engine.
    expect(await endOf(run, () => process.kill(-run.pid, 'SIGINT'))).toEqual(interrupted)
    expect(savedDecodes(place.home)).toBeGreaterThan(saved)
  })

  it('the same command ends well: nothing lost, nothing done twice', async () => {
    expect(await goOn(place, real)).toEqual(whole(real))
  })
})

describe('the engine killed', () => {
  it(
    'among regions, words and second look: the result equals an undisturbed run',
    async () => {
      const place = await testHome()
      const run = startParolo(real.words, place)
      for (const [step, fraction] of [
        ['regions', 0.2],
        ['words', 0.3],
        ['second-look', 0.3],
      ] as const) {
        await run.line(reached(step, fraction))
        const engines = engineOf(run.pid)
        expect(engines.length).toBeGreaterThan(0)
        for (const { pid } of engines) process.kill(pid, 'SIGKILL')
      }
      const result = await run.result
      expect(result.exitCode).toBe(0)
      expect(decodesOf(result)).toMatchObject({ decoded: real.decodes, failed: 0 })
      expect(await textIn(place)).toBe(real.text)
    },
    LONG,
  )
})
