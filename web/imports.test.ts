import { createHash } from 'node:crypto'
import { connect } from 'node:net'
import { readFile } from 'node:fs/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { IMPORT_PART_BYTES } from '#contracts/calls/imports'
import { twoVoicesEn } from '../cli/testing/speech.ts'
import { openedHost, type OpenedHost } from './testing/opened-host.ts'
import { SocketPage } from './testing/socket-page.ts'

const put = (host: OpenedHost, importId: string, range: string, body: Buffer) =>
  host.ask(
    'PUT',
    `/import/${importId}`,
    [`Origin: http://127.0.0.1:${host.port}`, `Content-Range: ${range}`, `Content-Length: ${body.length}`],
    body,
  )

/** Sends the beginning of a part, then disconnects. */
async function breakOff(
  host: OpenedHost,
  importId: string,
  range: string,
  length: number,
  body: Buffer,
): Promise<void> {
  const socket = connect(host.port, '127.0.0.1')
  const lines = [
    `PUT /import/${importId} HTTP/1.1`,
    ...host.own,
    `Origin: http://127.0.0.1:${host.port}`,
    `Content-Range: ${range}`,
    `Content-Length: ${length}`,
  ]
  socket.write(`${lines.join('\r\n')}\r\n\r\n`)
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject)
    socket.write(body, () => resolve())
  })
  const closed = new Promise((resolve) => socket.once('close', resolve))
  socket.destroy()
  await closed
}

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** A WAV of silence with a matching header, which ffprobe accepts, of any length. */
function wav(bytes: number): Buffer {
  const file = Buffer.alloc(bytes)
  file.write('RIFF', 0)
  file.writeUInt32LE(bytes - 8, 4)
  file.write('WAVEfmt ', 8)
  file.writeUInt32LE(16, 16)
  file.writeUInt16LE(1, 20)
  file.writeUInt16LE(1, 22)
  file.writeUInt32LE(16_000, 24)
  file.writeUInt32LE(32_000, 28)
  file.writeUInt16LE(2, 32)
  file.writeUInt16LE(16, 34)
  file.write('data', 36)
  file.writeUInt32LE(bytes - 44, 40)
  for (let at = 44; at + 4 <= bytes; at += 4_096) file.writeUInt32LE(at % 65_521, at)
  return file
}

describe('a file of 50 MB', () => {
  it('comes in parts, goes on after a broken one, and memory stays flat', async () => {
    const host = await openedHost()
    const page = await SocketPage.open(host.port, host.token)
    const bytes = wav(50_000_000)
    const wish = { fileName: 'long.wav', bytes: bytes.length, modifiedAtMs: 1_700_000_000_000 }
    const { importId, received } = await page.call('imports.begin', wish)
    expect(received).toBe(0)
    const parts: { start: number; bytes: Buffer; range: string }[] = []
    const partsFrom = (from: number) => {
      for (let start = from; start < bytes.length; start += IMPORT_PART_BYTES) {
        const end = Math.min(bytes.length, start + IMPORT_PART_BYTES)
        parts.push({
          start,
          bytes: bytes.subarray(start, end),
          range: `bytes ${start}-${end - 1}/${bytes.length}`,
        })
      }
    }
    collectGarbage()
    const before = process.memoryUsage().external
    const send = async (part: (typeof parts)[number]) => {
      const answer = await put(host, importId, part.range, part.bytes)
      expect([answer.status, answer.body.toString()]).toEqual([
        200,
        JSON.stringify({ received: part.start + part.bytes.length }),
      ])
    }
    /** Only retained memory counts: that is what would grow with the file. */
    const settles = () =>
      expect
        .poll(
          () => {
            collectGarbage()
            return process.memoryUsage().external - before
          },
          { timeout: 30_000 },
        )
        .toBeLessThan(12_000_000)
    partsFrom(0)
    for (const part of parts.splice(0).slice(0, 3)) await send(part)
    await settles()

    const start = 3 * IMPORT_PART_BYTES
    const sent = bytes.subarray(start, start + 3_000_000)
    const range = `bytes ${start}-${start + IMPORT_PART_BYTES - 1}/${bytes.length}`
    await breakOff(host, importId, range, IMPORT_PART_BYTES, sent)
    const again = await page.call('imports.begin', wish)
    expect(again.importId).toBe(importId)
    expect(again.received).toBeGreaterThanOrEqual(start)
    expect(again.received).toBeLessThanOrEqual(start + sent.length)
    partsFrom(again.received)
    for (const part of parts) await send(part)
    // Less than two parts, after 24 MB as after 50.
    await settles()
    const { recordingId } = await page.call('imports.finish', { importId })
    const { sha256, path } = await host.service.studio.library.recording(recordingId)
    expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect((await readFile(path)).equals(bytes)).toBe(true)
    expect(host.troubles).toEqual([])
  }, 60_000)
})

describe('a part', () => {
  it('that is none is refused, and says why in the wire’s shape', async () => {
    const host = await openedHost()
    const page = await SocketPage.open(host.port, host.token)
    const bytes = await readFile(twoVoicesEn)
    const { importId } = await page.call('imports.begin', {
      fileName: 'a.opus',
      bytes: bytes.length,
      modifiedAtMs: 1,
    })
    const refused = async (id: string, range: string, body: Buffer) => {
      const answer = await put(host, id, range, body)
      return [answer.status, (JSON.parse(answer.body.toString()) as { code: string }).code]
    }
    const ten = bytes.subarray(0, 10)
    expect(await refused(importId, 'bytes */10', ten)).toEqual([400, 'call.bad-input'])
    expect(await refused(importId, 'bytes 9-0/10', ten)).toEqual([400, 'call.bad-input'])
    expect(await refused(importId, 'bytes 0-3/10', ten)).toEqual([400, 'call.bad-input'])
    expect(await refused(importId, `bytes 0-${IMPORT_PART_BYTES}/99999999`, ten)).toEqual([
      413,
      'call.bad-input',
    ])
    expect(await refused('0'.repeat(32), 'bytes 0-9/10', ten)).toEqual([404, 'import.unknown'])
    expect(await refused('..%2f..%2flibrary.db', 'bytes 0-9/10', ten)).toEqual([404, 'import.unknown'])
    expect(await refused(importId, 'bytes 500-509/1000', ten)).toEqual([409, 'import.incomplete'])
    expect((await host.ask('GET', `/import/${importId}`)).status).toBe(405)
    expect(host.troubles).toEqual([])
  })
})
