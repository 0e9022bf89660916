import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { EngineRequest } from '#contracts/engine'
import { Fault } from '#contracts/errors'
import { EngineLink, type EngineLinkOptions } from './engine-link.ts'
import { EnginePool } from './engine-pool.ts'
import { forkEngine } from './fork-engine.ts'
import { Watchdog } from './watchdog.ts'

const startEngine = forkEngine(fileURLToPath(new URL('./testing/stub-engine.ts', import.meta.url)))

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parolo-engine-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

let made = 0
const freshFile = () => path.join(folder, `file-${++made}`)

const load = (config: Record<string, unknown> = {}): EngineRequest => ({
  kind: 'load-recognizer',
  config,
  tailZeros: 0,
  leadingSeconds: 0,
  streaming: false,
})

function makeLink(options: Partial<EngineLinkOptions> = {}): EngineLink {
  const link = new EngineLink({ setUp: [load()], parallel: 2, startEngine, ...options })
  onTestFinished(() => link.close())
  return link
}

const recognize = (link: EngineLink | EnginePool, deed: string, signal?: AbortSignal) =>
  link
    .call(
      { kind: 'recognize', pcmPath: deed, startSample: 0, sampleCount: 1600 },
      { soundSeconds: 1, ...(signal ? { signal } : {}) },
    )
    .then(({ text }) => text)

const lines = async (file: string) => (await readFile(file, 'utf8')).trimEnd().split('\n')

/** Result of a call: its text, or its fault's code. */
const outcome = (call: Promise<string>) =>
  call.catch((error: unknown) => {
    if (error instanceof Fault) return error.code
    throw error
  })

function isGone(pid: number | undefined): boolean {
  if (pid === undefined) return true
  try {
    return !process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    return true
  }
}

describe('an engine that works', () => {
  it('is started by the first call, and answers each call with its own', async () => {
    const link = makeLink()
    expect(link.pid).toBeUndefined()
    expect(await Promise.all(['say:a', 'slow:50', 'say:b'].map((deed) => recognize(link, deed)))).toEqual([
      'a',
      'slow',
      'b',
    ])
    expect(link.pid).toBeTypeOf('number')
  })

  it('loads its models once for many calls', async () => {
    const log = freshFile()
    const link = makeLink({ setUp: [load({ log })] })
    await Promise.all(Array.from({ length: 9 }, (_, index) => recognize(link, `say:${index}`)))
    expect((await lines(log)).filter((line) => line.startsWith('start'))).toHaveLength(1)
  })

  it('takes another config without loading again, and loads that one when it starts anew', async () => {
    const [log, other] = [freshFile(), freshFile()]
    const link = makeLink({ setUp: [load({ log })] })
    await recognize(link, 'say:a')
    await link.reconfigure(load({ log: other }), { kind: 'set-config', config: {} })
    expect((await lines(log)).slice(1)).toEqual(['say:a', 'set-config'])
    await recognize(link, `die-once:${freshFile()}`)
    expect(await lines(other)).toHaveLength(2)
  })
})

describe('an engine with a number of decodes per process', () => {
  it('is replaced between calls: each is answered once, by at most so many processes', async () => {
    const log = freshFile()
    const link = makeLink({ setUp: [load({ log })], decodesPerProcess: 4 })
    const deeds = Array.from({ length: 10 }, (_, index) => `say:${index}`)
    const said = await Promise.all(deeds.map((deed) => recognize(link, deed)))
    expect(said).toEqual(deeds.map((deed) => deed.slice('say:'.length)))
    const logged = await lines(log)
    expect(logged.filter((line) => line.startsWith('start'))).toHaveLength(3)
    expect(logged.filter((line) => line.startsWith('say')).toSorted()).toEqual(deeds)
  })

  it('stays for other calls, which need no more memory the more there were', async () => {
    const link = makeLink({ decodesPerProcess: 1 })
    const segment = () =>
      link.call(
        { kind: 'segment', pcmPath: '', startSample: 0, sampleCount: 1600, gains: null, gainsStartFrame: 0 },
        { soundSeconds: 1 },
      )
    // The stub answers with the gains it was given, which are no segments.
    await Promise.allSettled([segment(), segment(), segment()])
    const first = link.pid
    await recognize(link, 'say:a')
    expect(link.pid).toBe(first)
    await recognize(link, 'say:b')
    expect(link.pid).not.toBe(first)
  })

  it('has the last config in the next process', async () => {
    const [log, other] = [freshFile(), freshFile()]
    const link = makeLink({ setUp: [load({ log })], decodesPerProcess: 1 })
    await recognize(link, 'say:a')
    await link.reconfigure(load({ log: other }), { kind: 'set-config', config: {} })
    await recognize(link, 'say:b')
    expect((await lines(other)).at(-1)).toBe('say:b')
  })

  it('waits for what another call still does before the process ends', async () => {
    const link = makeLink({ decodesPerProcess: 2 })
    const slow = recognize(link, 'slow:300')
    const [before, ...said] = [recognize(link, 'say:a'), recognize(link, 'say:b'), recognize(link, 'say:c')]
    await before
    const first = link.pid
    expect(await slow).toBe('slow')
    expect(await Promise.all(said)).toEqual(['b', 'c'])
    expect(link.pid).not.toBe(first)
    expect(isGone(first)).toBe(true)
  })

  it('leaves no process and refuses what waits if it is closed while it is replaced', async () => {
    const link = makeLink({ decodesPerProcess: 1 })
    expect(await recognize(link, 'say:a')).toBe('a')
    const first = link.pid
    const waiting = outcome(recognize(link, 'say:b'))
    await link.close()
    expect(await waiting).toBe('job.cancelled')
    expect(isGone(first)).toBe(true)
    expect(link.pid === first || isGone(link.pid)).toBe(true)
  })

  it('that dies is not counted twice: the call that it had is answered by the next', async () => {
    const link = makeLink({ decodesPerProcess: 2 })
    const deeds = ['say:a', `die-once:${freshFile()}`, 'say:b', 'say:c']
    expect(await Promise.all(deeds.map((deed) => recognize(link, deed)))).toEqual([
      'a',
      'second time',
      'b',
      'c',
    ])
  })
})

describe('a call that the engine reports as failed', () => {
  it('is refused with what the engine said; the others go on', async () => {
    const link = makeLink()
    const [failed, said] = await Promise.allSettled([recognize(link, 'fail'), recognize(link, 'say:on')])
    expect(failed).toMatchObject({ reason: { code: 'engine.failed', detail: 'the stub cannot' } })
    expect(said).toMatchObject({ value: 'on' })
  })
})

describe('an engine that dies', () => {
  it('once, is started again and nobody notices', async () => {
    const log = freshFile()
    const link = makeLink({ setUp: [load({ log })] })
    const deeds = [`die-once:${freshFile()}`, 'slow:300', 'say:a', 'say:b']
    expect(await Promise.all(deeds.map((deed) => recognize(link, deed)))).toEqual([
      'second time',
      'slow',
      'a',
      'b',
    ])
    expect((await lines(log)).filter((line) => line.startsWith('start'))).toHaveLength(2)
  })

  it('always on one call: that one alone is refused, with the last lines of stderr', async () => {
    const log = freshFile()
    const link = makeLink({ setUp: [load({ log })] })
    const [guilty, ...innocent] = await Promise.allSettled(
      ['die', 'slow:300', 'say:a', 'say:b', 'say:c'].map((deed) => recognize(link, deed)),
    )
    expect(guilty).toMatchObject({ reason: { code: 'engine.died' } })
    const { reason } = guilty as PromiseRejectedResult
    expect((reason as Fault).detail).toContain('what(): the stub was told to')
    expect(innocent.map((each) => (each.status === 'fulfilled' ? each.value : each.reason))).toEqual([
      'slow',
      'a',
      'b',
      'c',
    ])
    // It was retried once, alone.
    const noted = await lines(log)
    expect(noted.filter((line) => line === 'die')).toHaveLength(2)
    const second = noted.lastIndexOf('die')
    expect(noted[second + 1] ?? 'start').toMatch(/^start/u)
  })

  it('two that kill it: both are refused, the rest is answered', async () => {
    const link = makeLink()
    const all = await Promise.all(
      ['say:a', 'die', 'say:b', 'die', 'say:c'].map((deed) => outcome(recognize(link, deed))),
    )
    expect(all).toEqual(['a', 'engine.died', 'b', 'engine.died', 'c'])
  })

  it('killed from outside while it works, is started again', async () => {
    const link = makeLink()
    await recognize(link, 'say:a')
    const before = link.pid as number
    const call = recognize(link, 'slow:400')
    process.kill(before, 'SIGKILL')
    expect(await call).toBe('slow')
    expect(link.pid).not.toBe(before)
  })

  it('killed while nobody asks, is started by the next call', async () => {
    const link = makeLink()
    await recognize(link, 'say:a')
    process.kill(link.pid as number, 'SIGKILL')
    expect(await recognize(link, 'say:b')).toBe('b')
  })
})

describe('an engine that is silent', () => {
  it('once, is killed after its time and asked again', async () => {
    const link = makeLink({ watchdog: new Watchdog(0.2) })
    expect(await recognize(link, `hang-once:${freshFile()}`)).toBe('second time')
  })

  it('always on one call: that one is refused as silent, the rest is answered', async () => {
    const link = makeLink({ watchdog: new Watchdog(0.2) })
    const all = await Promise.all(['say:a', 'hang', 'say:b'].map((deed) => outcome(recognize(link, deed))))
    expect(all).toEqual(['a', 'engine.silent', 'b'])
  })
})

describe('a machine whose processors others use', () => {
  it('an engine that is given a tenth of one is waited for, however long that takes', async () => {
    const link = makeLink({ watchdog: new Watchdog(0.2), cpuMsOf: () => performance.now() / 10 })
    expect(await outcome(recognize(link, 'slow:1500'))).toBe('slow')
  })

  it('an engine that has calculated for longer than it may has stopped all the same', async () => {
    const link = makeLink({ watchdog: new Watchdog(0.2), cpuMsOf: () => performance.now() })
    expect(await outcome(recognize(link, 'hang'))).toBe('engine.silent')
  })
})

describe('models that cannot be loaded', () => {
  it.each([
    ['as the engine says', { refuses: true }, 'no such file'],
    ['as it dies of them', { dies: true }, 'the stub was told to'],
  ])('%s: every call is refused, with why', async (_, config, detail) => {
    const link = makeLink({ setUp: [load(config)] })
    const calls = await Promise.allSettled([recognize(link, 'say:a'), recognize(link, 'say:b')])
    for (const call of calls) {
      expect(call).toMatchObject({
        reason: { code: 'model.load-failed', detail: expect.stringContaining(detail) },
      })
    }
    await expect(link.start()).rejects.toMatchObject({ code: 'model.load-failed' })
  })
})

describe('cancelling', () => {
  it('ends a call at once and the native work with it; others are asked again', async () => {
    const link = makeLink()
    const controller = new AbortController()
    const [hanging, other] = [recognize(link, 'hang', controller.signal), recognize(link, 'slow:300')]
    setTimeout(() => controller.abort(), 300)
    await expect(hanging).rejects.toMatchObject({ code: 'job.cancelled' })
    expect(await other).toBe('slow')
  })

  it('before the call, costs nothing', async () => {
    const link = makeLink()
    await expect(recognize(link, 'say:a', AbortSignal.abort())).rejects.toMatchObject({
      code: 'job.cancelled',
    })
    expect(link.pid).toBeUndefined()
  })

  it('close refuses what waits and ends the process', async () => {
    const link = makeLink()
    await recognize(link, 'say:a')
    const { pid } = link
    const calls = ['hang', 'hang', 'hang'].map((deed) => outcome(recognize(link, deed)))
    await link.close()
    expect(await Promise.all(calls)).toEqual(['job.cancelled', 'job.cancelled', 'job.cancelled'])
    expect(isGone(pid)).toBe(true)
    await expect(recognize(link, 'say:b')).rejects.toMatchObject({ code: 'job.cancelled' })
  })

  it('close while it starts leaves no process', async () => {
    const link = makeLink()
    const call = outcome(recognize(link, 'say:a'))
    await new Promise(setImmediate)
    const { pid } = link
    await link.close()
    expect(await call).toBe('job.cancelled')
    expect(isGone(pid)).toBe(true)
  })
})

describe('a pool', () => {
  it('spreads calls over its processes', async () => {
    const log = freshFile()
    const pool = new EnginePool(2, { setUp: [load({ log })], startEngine })
    onTestFinished(() => pool.close())
    await Promise.all(Array.from({ length: 6 }, () => recognize(pool, 'slow:50')))
    expect((await lines(log)).filter((line) => line.startsWith('start'))).toHaveLength(2)
  })
})
