import { expect, it } from 'vitest'
import { openedLibrary } from '../library/testing/fixtures.ts'
import { fileServer } from '../network/testing/file-server.ts'
import { askNewestVersion } from './newest-version.ts'

const answering = async (text: string, status = 200) => {
  const { url } = await fileServer((_request, response) => response.writeHead(status).end(text))
  const library = await openedLibrary()
  const ask = () => askNewestVersion({ library, version: '0.1.0' }, `${url}/newest.json`)
  return { ask, library, url }
}

it('asks once, tells whether it is newer, and lists the connection', async () => {
  const { ask, library, url } = await answering(
    '{ "version": "0.2.0", "page": "https://parolo.example/get" }',
  )
  expect(await ask()).toEqual({ version: '0.2.0', isNewer: true, page: 'https://parolo.example/get' })
  expect(await library.connections({ limit: 9 })).toMatchObject([
    {
      purpose: 'newest-version',
      askedBy: 'about',
      title: 'Parolo',
      url: `${url}/newest.json`,
      outcome: 'complete',
    },
  ])
})

it('tells that this is the newest one', async () => {
  const { ask } = await answering('{ "version": "0.1.0" }')
  expect(await ask()).toEqual({ version: '0.1.0', isNewer: false, page: null })
})

it.each(['<html>', '{ "newest": 1 }', 'x'.repeat(1_000_000)])(
  'refuses an answer without a version: %.12s',
  async (text) => {
    const { ask } = await answering(text)
    await expect(ask()).rejects.toMatchObject({ code: 'version.unreadable' })
  },
)

it('says why there was no answer', async () => {
  const { ask } = await answering('', 404)
  await expect(ask()).rejects.toMatchObject({ code: 'network.refused' })
  const library = await openedLibrary()
  const nowhere = askNewestVersion({ library, version: '0.1.0' }, 'http://127.0.0.1:1/newest.json')
  await expect(nowhere).rejects.toMatchObject({ code: 'network.unreachable' })
})
