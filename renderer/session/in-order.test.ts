import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { conversation } from '#core/edits/testing/samples'
import { fakeStudio } from './testing/fake-studio.ts'
import { openTestSession, quiet, texts, typeText } from './testing/test-session.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('a change of something else comes after the edits made before it and before those made after it', async () => {
  const studio = fakeStudio(conversation())
  const session = await openTestSession(studio, 'a')
  typeText(session, 'p1', 'One')
  let there: string[] = []
  const changed = session.inOrder(() => {
    there = texts(studio.transcript)
    return Promise.resolve({})
  })
  typeText(session, 'p2', 'Two')
  await quiet()
  await changed
  expect(there).toEqual(['One', 'Nobody. They all went home.', 'That is what I thought.'])
  expect(texts(studio.transcript).slice(0, 2)).toEqual(['One', 'Two'])
})

it('letters typed after it are a step of their own', async () => {
  const studio = fakeStudio(conversation())
  const session = await openTestSession(studio, 'a')
  typeText(session, 'p1', 'Who was there last night? a')
  const changed = session.inOrder(() => Promise.resolve({}))
  typeText(session, 'p1', 'Who was there last night? ab')
  await quiet()
  await changed
  expect(new Set(studio.log.map((entry) => entry.stepId)).size).toBe(2)
})

it('tells that a change failed, and goes on with the edits', async () => {
  const studio = fakeStudio(conversation())
  const session = await openTestSession(studio, 'a')
  const changed = session.inOrder(() => Promise.reject(new Error('no'))).catch((error: unknown) => error)
  typeText(session, 'p1', 'One')
  await quiet()
  expect(await changed).toMatchObject({ message: 'no' })
  expect(texts(studio.transcript)[0]).toBe('One')
  expect(session.state.saved).toBe('saved')
})

it('what undo would take is read again when moments of the recording change', async () => {
  const studio = fakeStudio(conversation())
  const client = studio.connect()
  const asked: string[] = []
  const session = await openTestSession(studio, 'a', {
    ...client,
    call(name, input) {
      asked.push(name)
      return client.call(name, input)
    },
  })
  asked.length = 0
  studio.emit('moments-changed', { recordingId: 'another' })
  await quiet()
  expect(asked).toEqual([])
  studio.emit('moments-changed', { recordingId: session.state.transcript.recordingId })
  await quiet()
  expect(asked).toEqual(['transcripts.update'])
})

it('several changes are asked for at once, in their order', async () => {
  const session = await openTestSession(fakeStudio(conversation()), 'a')
  const begun: number[] = []
  const ends: (() => void)[] = []
  const changes = [1, 2, 3].map((number) =>
    session.inOrder(() => {
      begun.push(number)
      return new Promise<void>((resolve) => void ends.push(resolve))
    }),
  )
  await vi.advanceTimersByTimeAsync(1)
  expect(begun).toEqual([1, 2, 3])
  for (const end of ends) end()
  expect(await Promise.all(changes)).toHaveLength(3)
})
