// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest'
import { describeFault } from '#contracts/describe-fault'
import { Fault } from '#contracts/errors'
import { CallFailed } from '../rpc/call-failed.ts'
import type { ConnectionState, StudioClient } from '../rpc/studio-client.ts'
import { createUnsavedNotes, sendUnsavedNotes } from './unsaved-notes.ts'

afterEach(() => {
  localStorage.clear()
  vi.restoreAllMocks()
})

/** A studio that answers `save` and says when it is connected. */
function studioOf(save: (input: unknown) => Promise<object>) {
  let tell: (state: ConnectionState) => void = () => undefined
  const client = {
    connection: 'connecting',
    call: (_name: string, input: unknown) => save(input),
    onConnection: (listener: typeof tell) => {
      tell = listener
      return () => undefined
    },
  } as unknown as StudioClient
  return { client, connect: () => tell('connected') }
}

const lost = new CallFailed(describeFault(new Fault('connection.lost'), 'en'))
const unknown = new CallFailed(describeFault(new Fault('recording.unknown', { reference: 'r2' }), 'en'))

it('saves what is kept once the program is there, and keeps what was typed meanwhile', async () => {
  const [one, two] = ['r1', 'r2'].map((id) => createUnsavedNotes(localStorage, id))
  one?.put({ text: 'One', over: null })
  two?.put({ text: 'Two', over: 'Before' })
  const saved: unknown[] = []
  const { client, connect } = studioOf((input) => {
    saved.push(input)
    two?.put({ text: 'Two and more', over: 'Before' })
    return Promise.resolve({})
  })
  sendUnsavedNotes(client, localStorage)
  expect(saved).toEqual([])
  connect()
  await vi.waitFor(() => expect(one?.read()).toBeNull())
  expect(saved).toEqual(
    expect.arrayContaining([
      { recordingId: 'r1', text: 'One', over: null },
      expect.objectContaining({ recordingId: 'r2' }),
    ]),
  )
  expect(two?.read()?.text).toBe('Two and more')
})

it('keeps them when the connection is lost again, and forgets those of a deleted recording', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const notes = createUnsavedNotes(localStorage, 'r2')
  notes.put({ text: 'Two', over: null })
  let reason = lost
  const { client, connect } = studioOf(() => Promise.reject(reason))
  sendUnsavedNotes(client, localStorage)
  connect()
  await vi.waitFor(() => expect(console.warn).toHaveBeenCalledOnce())
  expect(notes.read()?.text).toBe('Two')
  reason = unknown
  connect()
  await vi.waitFor(() => expect(notes.read()).toBeNull())
})

it('keeps them, unsaved, where the notes were edited elsewhere since', async () => {
  const notes = createUnsavedNotes(localStorage, 'r1')
  notes.put({ text: 'Mine', over: 'Before' })
  const { client, connect } = studioOf(() => Promise.resolve({ other: 'Theirs' }))
  sendUnsavedNotes(client, localStorage)
  connect()
  await Promise.resolve()
  expect(notes.read()).toEqual({ text: 'Mine', over: 'Before' })
})

it('reads what a former version kept', () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  localStorage.setItem('parolo.unsent-notes.r1', 'Mine')
  expect(createUnsavedNotes(localStorage, 'r1').read()).toEqual({ text: 'Mine', over: null })
})
