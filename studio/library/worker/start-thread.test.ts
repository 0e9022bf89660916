import { vi, expect, it } from 'vitest'
import { temporaryFolder } from '../testing/fixtures.ts'
import { connectToThread } from './client.ts'

// Other tests use threads again.
const { startThread } = await vi.importActual<typeof import('./start-thread.ts')>('./start-thread.ts')

it('a library has a thread of its own, which ends when it is closed', async () => {
  const folder = temporaryFolder()
  const thread = startThread({ folder })
  const ended = new Promise<void>((resolve) => void thread.on('exit', resolve))
  const library = await connectToThread(thread, folder, { id: 'a', pid: process.pid })
  expect(await library.recordings()).toEqual([])
  await library.close()
  await ended
  await expect(library.recordings()).rejects.toMatchObject({ code: 'library.unusable' })
})
