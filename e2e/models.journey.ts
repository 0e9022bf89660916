import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { nemoMembers, tarGzBytes } from '../studio/models/archives/testing/tar-bytes.ts'
import { parolo } from './support/libraries.ts'
import { expect, test } from './support/test.ts'

const archive = tarGzBytes(nemoMembers('some-nemo'))
/** Bytes sent before the server stops answering. */
const FIRST = 150

/** Sends the beginning of an archive and then nothing, until the rest is requested. */
async function slowServer(): Promise<{
  readonly url: string
  readonly ranges: string[]
  readonly server: Server
}> {
  const ranges: string[] = []
  const server = createServer(({ headers: { range } }, response) => {
    ranges.push(range ?? '')
    const headers = { etag: '"one"' }
    if (range === undefined) {
      response.writeHead(200, { ...headers, 'content-length': archive.length })
      response.write(archive.subarray(0, FIRST))
      return
    }
    const from = Number(/\d+/u.exec(range)?.[0])
    const part = `bytes ${from}-${archive.length - 1}/${archive.length}`
    response.writeHead(206, { ...headers, 'content-range': part }).end(archive.subarray(from))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/some-nemo.tar.gz`, ranges, server }
}

test('a download of the command line is paused and resumed on the page, and the model can be chosen', async ({
  visit,
  dataFolder,
}) => {
  const { url, ranges, server } = await slowServer()
  const page = await visit('/settings/models')
  const added = parolo(dataFolder, ['models', 'add', url, '--progress', 'none']).catch(
    (error: unknown) => error,
  )
  const line = page.getByRole('listitem').filter({ hasText: 'some-nemo.tar.gz' })
  await line.getByRole('button', { name: 'Pause the download of some-nemo.tar.gz' }).click()
  // The command ends, as its job was canceled.
  await added
  await line.getByRole('button', { name: 'Resume the download of some-nemo.tar.gz' }).press('Enter')
  await expect(
    page.getByRole('listitem').filter({ hasText: 'Added by you, not from the catalog' }),
  ).toContainText('some-nemo')
  await expect(line).toBeHidden()
  expect(ranges).toEqual(['', `bytes=${FIRST}-`])
  server.closeAllConnections()
  server.close()

  // With a second recognizer there is a choice by language, which the dialog uses.
  await page.getByRole('button', { name: 'French' }).press('Enter')
  await page.getByRole('option', { name: 'some-nemo' }).press('Enter')
  await expect(page.getByRole('button', { name: 'French' })).toContainText('some-nemo')
  await page.reload()
  await expect(page.getByRole('button', { name: 'French' })).toContainText('some-nemo')
})

test('the recommendation is for one language and this computer, beside everything else that can be downloaded', async ({
  visit,
}) => {
  const page = await visit('/settings/models')
  await page.getByRole('button', { name: 'Recommendation for' }).press('Enter')
  await page.getByRole('option', { name: 'French' }).press('Enter')
  const offer = page.getByRole('region', { name: 'Recommendation' })
  await expect(offer.getByRole('heading')).toHaveText('For French, on this computer: Parakeet v3')
  await expect(offer).toContainText('about 1 in 20')
  await expect(offer).toContainText('487')
  await page.getByText('Available to download', { exact: true }).press('Enter')
  await expect(page.getByRole('button', { name: 'Download Canary 180M' })).toBeVisible()
})
