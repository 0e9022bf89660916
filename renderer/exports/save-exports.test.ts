import { expect, it } from 'vitest'
import { say } from '#core/messages/messages'
import { fakeHost } from '../rpc/testing/fake-studio.ts'
import { saveExports } from './save-exports.ts'

const file = { fileName: 'talk.srt', mediaType: 'text/plain', bytes: new Uint8Array([1]) }
const words: Parameters<typeof saveExports>[3] = (key, values) => say('en', key, values)

it('reports a file under the name that was chosen in the save dialog', async () => {
  const host = fakeHost({ saveFile: () => Promise.resolve('one.srt') })
  expect(await saveExports(host, 'talk', [file], words)).toEqual({ text: '“one.srt” saved.', tone: 'done' })
})

it('reports nothing if the dialog was canceled', async () => {
  const host = fakeHost({ saveFile: () => Promise.resolve(null), saveFiles: () => Promise.resolve(false) })
  expect(await saveExports(host, 'talk', [file], words)).toBeNull()
  expect(await saveExports(host, 'talk', [file, file], words)).toBeNull()
})
