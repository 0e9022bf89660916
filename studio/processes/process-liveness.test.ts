import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it, onTestFinished } from 'vitest'
import { isProcessAlive, parseProcStat, parsePsLine, processIdentity } from './process-liveness.ts'

describe('isProcessAlive', () => {
  it('knows this process', () => {
    expect(isProcessAlive(processIdentity())).toBe(true)
  })

  it('takes a process that got the pid later for another', () => {
    const identity = processIdentity()
    expect(identity.startTime).not.toBeNull()
    expect(isProcessAlive({ ...identity, startTime: `${identity.startTime}0` })).toBe(false)
  })

  it('goes by the pid alone where no start time is known', () => {
    expect(isProcessAlive({ pid: process.pid, startTime: null })).toBe(true)
  })

  it('knows that a process is gone', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    const identity = processIdentity(child.pid)
    expect(isProcessAlive(identity)).toBe(true)
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(isProcessAlive(identity)).toBe(false)
  })

  it.skipIf(process.platform === 'win32')(
    'takes a zombie for dead, although signals reach it (left out on Windows: no zombies)',
    async () => {
      // The shell is replaced by a program that never waits for its child.
      const parent = spawn('sh', ['-c', 'sleep 0.2 & echo $!; exec sleep 20'])
      onTestFinished(() => void parent.kill('SIGKILL'))
      const [line] = (await once(parent.stdout, 'data')) as [Buffer]
      const identity = processIdentity(Number(line.toString()))
      expect(isProcessAlive(identity)).toBe(true)
      await new Promise((resolve) => setTimeout(resolve, 500))
      expect(process.kill(identity.pid, 0)).toBe(true)
      expect(isProcessAlive(identity)).toBe(false)
    },
  )

  it.each([0, -1, 1.5, Number.NaN])('knows that %s is no process', (pid) => {
    expect(isProcessAlive({ pid, startTime: null })).toBe(false)
  })
})

describe('parseProcStat', () => {
  const after = '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 987654 20'

  it('reads state and start time, whatever the command is called', () => {
    expect(parseProcStat(`42 (a) Z (b) S ${after}`)).toEqual({ zombie: false, startTime: '987654' })
    expect(parseProcStat(`42 (node) Z ${after}`).zombie).toBe(true)
    expect(parseProcStat(`42 (node) X ${after}`).zombie).toBe(true)
  })
})

describe('parsePsLine', () => {
  it('reads state and start time', () => {
    expect(parsePsLine('Ss   Mon Jan  5 10:00:00 2026\n')).toEqual({
      zombie: false,
      startTime: 'Mon-Jan-5-10:00:00-2026',
    })
    expect(parsePsLine('Z+   Mon Jan  5 10:00:00 2026\n')?.zombie).toBe(true)
  })

  it('gives null for no line', () => {
    expect(parsePsLine('\n')).toBeNull()
  })
})
