import { expect, it } from 'vitest'
import { openedService } from '../testing/opened-service.ts'
import { clipApi } from './clips.ts'

const options = {} as Parameters<ReturnType<typeof clipApi>['read']>[1]

it('gives back a clip by its id, and holds the newest alone', async () => {
  const clips = clipApi(new Map())
  const ids = Array.from({ length: 21 }, () => crypto.randomUUID())
  for (const id of ids) await clips.keep({ id, text: `text of ${id}`, redacted: [id] }, options)
  expect(await clips.read({ id: ids[20] ?? '' }, options)).toEqual({
    text: `text of ${ids[20]}`,
    redacted: [ids[20]],
  })
  expect(await clips.read({ id: ids[0] ?? '' }, options)).toBeNull()
})

it('is read by every page of the program, until a recording is deleted', async () => {
  const { page } = await openedService()
  const [window, other] = [page(), page()]
  const { recordingId } = await window.call('recordings.addSample', { language: 'en' })
  const id = crypto.randomUUID()
  await window.call('clips.keep', { id, text: 'I am Johnsmith.', redacted: ['Johnsmith.'] })
  expect(await other.call('clips.read', { id })).toEqual({
    text: 'I am Johnsmith.',
    redacted: ['Johnsmith.'],
  })
  await window.call('recordings.delete', { recordingId })
  expect(await other.call('clips.read', { id })).toBeNull()
})
