import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { EngineReply, type EngineRequest } from '#contracts/engine'
import type { EngineChild, StartEngine } from '../engine-child.ts'

/** Requirements on every way to start an engine; tested with the stub, in any process that can start one. */
export interface Rule {
  readonly name: string
  /** `file`: a file that the stub may write to. */
  readonly holds: (startEngine: StartEngine, file: string) => Promise<void>
}

const recognize = (deed: string): EngineRequest => ({
  kind: 'recognize',
  pcmPath: deed,
  startSample: 0,
  sampleCount: 16,
})

export const engineContract: readonly Rule[] = [
  {
    name: 'says that it is ready, and answers by number what was sent before as well as after',
    async holds(startEngine) {
      const engine = listen(startEngine)
      engine.child.send({ number: 7, request: recognize('say:early') })
      assert.equal((await engine.reply('ready')).kind, 'ready')
      assert.deepEqual(await engine.reply(7), { kind: 'done', number: 7, result: { text: 'early' } })
      engine.child.send({ number: 8, request: recognize('fail') })
      assert.deepEqual(await engine.reply(8), { kind: 'failed', number: 8, detail: 'the stub cannot' })
      assert.equal(typeof engine.child.pid, 'number')
      engine.child.kill()
      await engine.ended
    },
  },
  {
    name: 'gets columns of numbers as they are',
    async holds(startEngine) {
      const engine = listen(startEngine)
      const gains = Float32Array.of(0.5, 1, 2)
      const pcm = { pcmPath: '', startSample: 0, sampleCount: 16, gainsStartFrame: 0 }
      engine.child.send({ number: 1, request: { kind: 'segment', ...pcm, gains } })
      assert.deepEqual(await engine.reply(1), { kind: 'done', number: 1, result: gains })
      engine.child.kill()
      await engine.ended
    },
  },
  {
    name: 'that dies is told of once, after all that it wrote to stderr',
    async holds(startEngine) {
      const engine = listen(startEngine)
      await engine.reply('ready')
      engine.child.send({ number: 1, request: recognize('die') })
      assert.match(await engine.ended, /^(?:exit|signal) /u)
      assert.match(engine.stderr(), /what\(\): the stub was told to/u)
      assert.equal(engine.ends(), 1)
    },
  },
  {
    name: 'is killed at once, even where it hears nothing',
    async holds(startEngine, file) {
      const engine = listen(startEngine)
      engine.child.send({ number: 1, request: recognize(`spin:${file}`) })
      while (!existsSync(file)) await new Promise((resolve) => setTimeout(resolve, 10))
      engine.child.kill()
      await engine.ended
      assert.equal(isAlive(engine.child.pid), false)
    },
  },
  {
    name: 'is killed before it has begun',
    async holds(startEngine, file) {
      const engine = listen(startEngine)
      engine.child.send({ number: 1, request: recognize(`die-once:${file}`) })
      engine.child.kill()
      await engine.ended
      assert.equal(existsSync(file), false)
    },
  },
]

interface Observed {
  readonly child: EngineChild
  readonly ended: Promise<string>
  readonly stderr: () => string
  readonly ends: () => number
  readonly reply: (which: 'ready' | number) => Promise<EngineReply>
}

function listen(startEngine: StartEngine): Observed {
  const replies: EngineReply[] = []
  let stderr = ''
  let ends = 0
  let look = (): void => undefined
  let end: (how: string) => void
  const ended = new Promise<string>((resolve) => (end = resolve))
  const child = startEngine({
    message(message) {
      replies.push(EngineReply.parse(message))
      look()
    },
    stderr: (text) => (stderr += text),
    ended(how) {
      ends += 1
      end(how)
    },
  })
  child.hold(true)
  return {
    child,
    ended,
    stderr: () => stderr,
    ends: () => ends,
    reply: (which) =>
      new Promise((resolve) => {
        look = () => {
          const found = replies.find((reply) =>
            which === 'ready' ? reply.kind === 'ready' : reply.kind !== 'ready' && reply.number === which,
          )
          if (found !== undefined) resolve(found)
        }
        look()
      }),
  }
}

function isAlive(pid: number | undefined): boolean {
  if (pid === undefined) return false
  try {
    return process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
    throw error
  }
}
