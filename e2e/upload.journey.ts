import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Page, Request } from '@playwright/test'
import { ffmpeg } from '../cli/testing/ffmpeg.ts'
import { filesBelow } from '../cli/testing/test-home.ts'
import { pickFiles } from './support/give-files.ts'
import { startHost } from './support/host.ts'
import { countMemoryAnew, memoryOf } from './support/host-memory.ts'
import { rowOf } from './support/library-page.ts'
import { sparseWav } from './support/sparse-wav.ts'
import { expect, test } from './support/test.ts'

/** Slow enough to interrupt: the whole takes some ten seconds. */
const BYTES_A_SECOND = 6_000_000
const PART = 8 * 1024 * 1024

test('50 MB in parts, cut off twice, once with the host killed: goes on where it stopped, arrives whole', async ({
  visit,
  host,
  folder,
  dataFolder,
}) => {
  const file = path.join(folder, 'five minutes.wav')
  await ffmpeg(
    ['-f', 'lavfi', '-i', 'sine=frequency=300:sample_rate=44100:duration=300'],
    ['-ac', '2', '-c:a', 'pcm_s16le', file],
  )
  const { size } = await stat(file)
  expect(size).toBeGreaterThan(50_000_000)

  const page = await visit()
  const way = await wayTo(page)
  await way.set({ offline: false })
  const puts: string[] = []
  page.on('request', (request) => noteRange(request, puts))
  await pickFiles(page, page, 'Choose a file…', [file])
  const upload = rowOf(page, 'five minutes.wav').getByRole('status')
  await expect(upload).toContainText(/Importing.* of /u)

  // The connection is cut, and restored.
  await expect.poll(() => arrived(dataFolder)).toBeGreaterThan(size * 0.2)
  const cut = page.waitForEvent('requestfailed', (request) => request.method() === 'PUT')
  await way.set({ offline: true })
  await cut
  const atFirstCut = await arrived(dataFolder)
  await expect(upload).toContainText('Importing')
  puts.length = 0
  await way.set({ offline: false })
  await expect.poll(() => arrived(dataFolder)).toBeGreaterThan(size * 0.5)
  expect(puts.map(firstByte).find((byte) => byte > 0)).toBe(atFirstCut)

  // The program is killed, and restarted.
  await host.kill()
  const atSecondCut = await arrived(dataFolder)
  expect(atSecondCut).toBeLessThan(size)
  puts.length = 0
  const again = await startHost({ dataFolder, port: host.port })
  try {
    const dialog = page.getByRole('dialog', { name: 'Transcribe this recording' })
    await expect(dialog).toContainText('five minutes', { timeout: 150_000 })
    expect(firstByte(puts.at(-1))).toBeGreaterThan(size - PART)
    expect(puts.map(firstByte)).toContain(atSecondCut)
    await dialog.getByRole('button', { name: 'Not now' }).click()
    await expect(rowOf(page, 'five minutes').getByRole('button', { name: 'Transcribe…' })).toBeVisible()
    expect(await filesBelow(path.join(dataFolder, 'media'))).toEqual([
      path.join((await sha256(file)).slice(0, 24), 'five minutes.wav'),
    ])
    expect(await sha256(await keptFile(dataFolder))).toBe(await sha256(file))
  } finally {
    await again.stop()
  }
})

test('a large file comes in without the host holding it', async ({ visit, host, folder, dataFolder }) => {
  test.skip(process.platform !== 'linux', 'memory is read from /proc')
  const bytes = 400_000_000
  const file = path.join(folder, 'forty minutes.wav')
  await sparseWav(file, bytes)
  const page = await visit()
  await expect(page.getByRole('button', { name: 'Choose a file…' })).toBeVisible()
  await countMemoryAnew(host)
  const before = await memoryOf(host)
  await pickFiles(page, page, 'Choose a file…', [file])
  await expect(page.getByRole('dialog', { name: 'Transcribe this recording' })).toBeVisible({
    timeout: 150_000,
  })
  expect((await stat(await keptFile(dataFolder))).size).toBe(bytes)
  const after = await memoryOf(host)
  expect(after.most - before.now).toBeLessThan(bytes / 4)
})

/** The connection from the page to the host: slow, or cut. */
async function wayTo(page: Page): Promise<{ set: (how: { readonly offline: boolean }) => Promise<void> }> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const slow = { latency: 0, downloadThroughput: -1, uploadThroughput: BYTES_A_SECOND }
  return {
    set: async (how) => void (await session.send('Network.emulateNetworkConditions', { ...slow, ...how })),
  }
}

function noteRange(request: Request, puts: string[]): void {
  if (request.method() === 'PUT') puts.push(request.headers()['content-range'] ?? '')
}

function firstByte(range: string | undefined): number {
  return Number(/^bytes (\d+)-/u.exec(range ?? '')?.[1])
}

/** Bytes received of the one file being uploaded. */
async function arrived(dataFolder: string): Promise<number> {
  const incoming = path.join(dataFolder, 'media', 'incoming')
  const part = (await filesBelow(incoming)).find((name) => name.endsWith('file.part'))
  return part === undefined ? 0 : (await stat(path.join(incoming, part))).size
}

async function keptFile(dataFolder: string): Promise<string> {
  const media = path.join(dataFolder, 'media')
  const [only = ''] = await filesBelow(media)
  return path.join(media, only)
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
