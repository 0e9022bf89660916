import path from 'node:path'
import { expect, it, vi } from 'vitest'
import { RunMeter, withMeter } from '../run-cost/run-meter.ts'
import { temporaryFolder } from '../testing/opened-service.ts'
import { download } from './download.ts'
import { fileServer, redirect, serve } from './testing/file-server.ts'
import { keptConnections } from './testing/kept-connections.ts'

it('what goes through a connection is counted for the run that asked for it', async () => {
  const bytes = new Uint8Array(50_000)
  const server = await fileServer(redirect('/there'), serve(bytes))
  const meter = new RunMeter(0)
  await withMeter(meter, async () =>
    download(`${server.url}/file`, path.join(await temporaryFolder(), 'file'), {
      signal: new AbortController().signal,
      ledger: keptConnections().ledger,
      findProxy: () => Promise.resolve(null),
    }),
  )
  await vi.waitFor(() => expect(meter.cost('done').connections).toBe(2))
  const { sentBytes, receivedBytes } = meter.cost('done')
  expect(receivedBytes).toBeGreaterThan(bytes.length)
  expect(sentBytes).toBeGreaterThan(100)
})
