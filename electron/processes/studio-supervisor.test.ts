import { describe, expect, it } from 'vitest'
import type { StudioState } from '#contracts/window-bridge'
import { Fault } from '#contracts/errors'
import { hasLibrary } from '#studio/library/moved-library'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openLibrary } from './open-library.ts'
import type { StudioListeners } from './studio-child.ts'
import { StudioSupervisor } from './studio-supervisor.ts'
import { StudioRefused } from './studio-link.ts'

/**
 * A supervisor of processes that open every library except those named `broken`, and the folders they were
 * started with.
 */
function supervised() {
  const started: (string | undefined)[] = []
  const states: StudioState[] = []
  const troubles: unknown[] = []
  let last: StudioListeners | undefined
  const supervisor = new StudioSupervisor({
    startStudio(listeners, folder) {
      started.push(folder)
      last = listeners
      const answer =
        folder?.endsWith('broken') === true
          ? ({ kind: 'not-ready', error: { code: 'library.damaged', message: 'It is damaged.' } } as const)
          : ({ kind: 'ready' } as const)
      queueMicrotask(() => listeners.message(answer))
      return {
        send: ({ kind }) => kind === 'quit' && queueMicrotask(() => listeners.ended('exit 0')),
        kill: () => listeners.ended('signal SIGKILL'),
      }
    },
    onPage: () => undefined,
    onSound: () => undefined,
    onLog: () => undefined,
    onDeleted: () => undefined,
    resolveProxy: () => Promise.resolve('DIRECT'),
    onOpening: () => undefined,
    onState: (state) => states.push(state),
    askWhetherToRestart(detail) {
      troubles.push(detail)
      return Promise.resolve(true)
    },
    onFailure: (error) => troubles.push(error),
    onGivenUp: () => troubles.push('given up'),
  })
  return { supervisor, started, states, troubles, die: () => last?.ended('exit 1') }
}

describe('another library', () => {
  it('is opened in a new process, which is started again with it if it dies', async () => {
    const { supervisor, started, states, troubles, die } = supervised()
    await supervisor.ready
    await supervisor.open('/archive/radio', 1_000)
    expect({ started, states, troubles }).toEqual({
      started: [undefined, '/archive/radio'],
      states: ['lost', 'connected'],
      troubles: [],
    })
    die()
    await expect.poll(() => started).toEqual([undefined, '/archive/radio', '/archive/radio'])
  })

  it('that cannot be opened leaves the former one open, and reports why', async () => {
    const { supervisor, started, states, troubles } = supervised()
    await supervisor.ready
    await supervisor.open('/archive/radio', 1_000)
    await expect(supervisor.open('/archive/broken', 1_000)).rejects.toThrow(StudioRefused)
    expect(started).toEqual([undefined, '/archive/radio', '/archive/broken', '/archive/radio'])
    expect(states.at(-1)).toBe('connected')
    expect(troubles).toEqual([])
  })

  it('must be there, and waits for the end of a recording', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'parolo other '))
    try {
      const opened: string[] = []
      const studio = (recordings: number) => ({
        ask: () => Promise.resolve(recordings as never),
        open: (there: string) => Promise.resolve(void opened.push(there)),
      })
      await expect(openLibrary(studio(0), folder, 1)).rejects.toMatchObject({ code: 'library.missing' })
      writeFileSync(path.join(folder, 'library.db'), '')
      expect(hasLibrary(folder)).toBe(true)
      await expect(openLibrary(studio(1), folder, 1)).rejects.toThrow(Fault)
      expect(opened).toEqual([])
      await openLibrary(studio(0), folder, 1)
      expect(opened).toEqual([folder])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
