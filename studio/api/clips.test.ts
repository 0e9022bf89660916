import { expect, it } from 'vitest'
import { clipApi } from './clips.ts'

const options = {} as Parameters<ReturnType<typeof clipApi>['read']>[1]

it('gives back a clip by its id, and holds the newest alone', async () => {
  const clips = clipApi()
  const ids = Array.from({ length: 21 }, () => crypto.randomUUID())
  for (const id of ids) await clips.keep({ id, text: `text of ${id}`, redacted: [id] }, options)
  expect(await clips.read({ id: ids[20] ?? '' }, options)).toEqual({
    text: `text of ${ids[20]}`,
    redacted: [ids[20]],
  })
  expect(await clips.read({ id: ids[0] ?? '' }, options)).toBeNull()
})
