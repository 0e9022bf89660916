import { existsSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { withoutModels } from './testing/fake-engine.ts'
import { filesBelow, makeTestHome, type TestHome, testHome } from './testing/test-home.ts'
import { allProcesses, descendants, eventually, isAlive } from './testing/processes.ts'
import { startUnreaped } from './testing/reap-nothing.ts'
import { decodesOf, jsonLines, runParolo, startParolo } from './testing/run-parolo.ts'
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

/** With one decode of each passage, and with the second look. */
let once: Undisturbed
let twice: Undisturbed
/** As `once`, where it does not matter that models are at work. */
let fake: Undisturbed
let talkPlace: TestHome
beforeAll(async () => {
  talkPlace = await makeTestHome()
  const talk = await makeTalk(talkPlace.root)
  const words = ['transcribe', talk, '--language', 'en', '--format', 'json', '--progress', 'json']
  once = await undisturbed([...words, '--quick'])
  twice = await undisturbed(words)
  fake = await undisturbed([...words, '--quick'], withoutModels)
}, LONG)
afterAll(() => talkPlace.remove())

const engineOf = (pid: number) =>
  descendants(pid).filter(({ commandLine }) => commandLine.includes('engine/index.ts'))

describe('the undisturbed run', () => {
  it('decodes everything once', () => {
    for (const { result, decodes } of [once, twice, fake])
      expect(decodesOf(result)).toMatchObject({ decoded: decodes, failed: 0 })
    expect(twice.decodes).toBeGreaterThan(once.decodes)
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

  it(
    'alone: its children end by themselves, and the same command goes on',
    async () => {
      const place = await testHome()
      const run = startParolo(twice.words, place)
      await run.line(reached('words', 0.4))
      const children = descendants(run.pid)
      expect(children.length).toBeGreaterThan(0)
      process.kill(run.pid, 'SIGKILL')
      await run.result
      expect(await eventually(() => children.every(({ pid }) => !isAlive(pid)), 5)).toBe(true)
      expect(await goOn(place, twice)).toEqual(whole(twice))
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
      // Where npm was started is no place for its results.
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
      // A silent lease is free after 5 s, a dead process at once: nobody was waited for.
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
      // On a busy machine it would be done before the other one has started.
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

/** While the library is being made it has no tables yet. */
function savedDecodesIfAny(home: string): number {
  try {
    return savedDecodes(home)
  } catch (error) {
    if (error instanceof Error && /no such table|unable to open|SQLITE_/u.test(error.message)) return 0
    throw error
  }
}

describe('Ctrl-C', () => {
  it(
    'among the words: ends within a second with 130, leaves no child, and the same command goes on',
    async () => {
      const place = await testHome()
      const run = startParolo(once.words, { ...place, ownGroup: true })
      await run.line(reached('words', 0.4))
      const children = descendants(run.pid)
      const pressedAt = performance.now()
      // It reaches the whole process group, engine and all.
      process.kill(-run.pid, 'SIGINT')
      const result = await run.result
      expect(performance.now() - pressedAt).toBeLessThan(1500)
      expect(result).toMatchObject({ exitCode: 130, stdout: '' })
      expect(jsonLines(result.stderr).at(-1)).toMatchObject({ type: 'interrupted' })
      expect(await eventually(() => children.every(({ pid }) => !isAlive(pid)), 1)).toBe(true)
      expect(await filesBelow(place.folder)).toEqual([])
      expect(await goOn(place, once)).toEqual(whole(once))
    },
    LONG,
  )

  it.each(['regions', 'speakers'])(
    'among the %s, to the program alone',
    async (step) => {
      const place = await testHome()
      const run = startParolo(once.words, place)
      await run.line(reached(step, 0.1))
      const children = descendants(run.pid)
      const pressedAt = performance.now()
      run.child.kill('SIGINT')
      expect((await run.result).exitCode).toBe(130)
      expect(performance.now() - pressedAt).toBeLessThan(1500)
      expect(await eventually(() => children.every(({ pid }) => !isAlive(pid)), 1)).toBe(true)
    },
    LONG,
  )
})

describe('the engine killed', () => {
  it(
    'among regions, words and second look: the result equals an undisturbed run',
    async () => {
      const place = await testHome()
      const run = startParolo(twice.words, place)
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
      expect(decodesOf(result)).toMatchObject({ decoded: twice.decodes, failed: 0 })
      expect(await textIn(place)).toBe(twice.text)
    },
    LONG,
  )
})
