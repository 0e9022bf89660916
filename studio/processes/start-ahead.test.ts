import { expect, it } from 'vitest'
import type { ChildListener, OwnChild, StartChild } from './child-process.ts'
import { startAhead } from './start-ahead.ts'

interface Started {
  readonly listener: ChildListener
  readonly calls: string[]
}

/** Children that note what is done with them. */
function children(): { readonly started: Started[]; readonly start: StartChild<string> } {
  const started: Started[] = []
  const start = (listener: ChildListener): OwnChild<string> => {
    const calls: string[] = []
    started.push({ listener, calls })
    return {
      pid: started.length,
      send: (message) => calls.push(`send ${message}`),
      kill: () => calls.push('kill'),
      hold: (held) => calls.push(held ? 'hold' : 'release'),
    }
  }
  return { started, start }
}

/** A listener that notes what it was told. */
function listening(): { readonly notes: string[]; readonly listener: ChildListener } {
  const notes: string[] = []
  return {
    notes,
    listener: {
      message: (message) => notes.push(`message ${String(message)}`),
      stderr: (text) => notes.push(`stderr ${text}`),
      ended: (how) => notes.push(`ended ${how}`),
    },
  }
}

it('gives the child that was started ahead with what it said before, in order', async () => {
  const { started, start } = children()
  const ahead = startAhead(start)
  const [child] = started as [Started]
  expect(child.calls).toEqual(['release'])
  child.listener.stderr('a warning')
  child.listener.message('ready')
  const { notes, listener } = listening()
  const taken = ahead.start(listener)
  expect(notes, 'before it returns').toEqual([])
  child.listener.message('more')
  await Promise.resolve()
  taken.send('load')
  child.listener.message('loaded')
  child.listener.ended('exit 0')
  expect(notes).toEqual([
    'stderr a warning',
    'message ready',
    'message more',
    'message loaded',
    'ended exit 0',
  ])
  expect(child.calls).toEqual(['release', 'hold', 'send load'])
  expect(started).toHaveLength(1)
})

it('starts another for each further call, and for the first if the one ahead has ended', () => {
  const { started, start } = children()
  const ahead = startAhead(start)
  started[0]?.listener.ended('signal SIGKILL')
  expect(ahead.start(listening().listener).pid).toBe(2)
  expect(ahead.start(listening().listener).pid).toBe(3)
  ahead.close()
  expect(started.flatMap(({ calls }) => calls)).not.toContain('kill')
})

it('ends the child that nobody took, and only that', () => {
  const { started, start } = children()
  startAhead(start).close()
  const taken = startAhead(start)
  taken.start(listening().listener)
  taken.close()
  expect(started.map(({ calls }) => calls)).toEqual([
    ['release', 'kill'],
    ['release', 'hold'],
  ])
})
