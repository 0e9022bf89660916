import { describe, expect, it } from 'vitest'
import { IMPORT_PART_BYTES } from '#contracts/calls/imports'
import { describeFault } from '#contracts/describe-fault'
import { Fault } from '#contracts/errors'
import { CallFailed } from './call-failed.ts'
import { PART_BYTES } from './part-bytes.ts'
import { sendFile } from './send-file.ts'
import { fakeStudio } from './testing/fake-studio.ts'

/** A host that stores what it receives, and breaks the connection at the given attempts. */
function host({ breaksAt = [] as readonly number[], received = 0 } = {}) {
  const ranges: string[] = []
  const progress: number[] = []
  let tries = 0
  let have = received
  const studio = fakeStudio({
    'imports.begin': () => ({ importId: 'i 1', received: have }),
    'imports.finish': () => ({ recordingId: 'r1', transcript: null }),
  })
  const fetch = async (address: string, init: RequestInit): Promise<Response> => {
    tries += 1
    if (breaksAt.includes(tries)) throw new TypeError('network')
    expect(address).toBe('/import/i%201')
    ranges.push(new Headers(init.headers).get('Content-Range') ?? '')
    have += (init.body as Blob).size
    return new Response(null, { status: 200 })
  }
  const send = (file: File, signal = new AbortController().signal) =>
    sendFile(studio, file, {
      signal,
      onProgress: ({ sentBytes }) => progress.push(sentBytes),
      fetch: fetch as typeof globalThis.fetch,
      retryMs: 0,
    })
  return { send, studio, ranges, progress, arrived: () => have }
}
const file = (bytes: number): File => new File([new Uint8Array(bytes)], 'long.wav', { lastModified: 7 })
const big = PART_BYTES * 2 + 10

describe('sending a file', () => {
  it('cuts it into the parts that the contract allows', async () => {
    expect(PART_BYTES).toBe(IMPORT_PART_BYTES)
    const { send, studio, ranges, progress } = host()
    await expect(send(file(big))).resolves.toEqual({ recordingId: 'r1', transcript: null })
    expect(ranges).toEqual([
      `bytes 0-${PART_BYTES - 1}/${big}`,
      `bytes ${PART_BYTES}-${2 * PART_BYTES - 1}/${big}`,
      `bytes ${2 * PART_BYTES}-${big - 1}/${big}`,
    ])
    expect(progress).toEqual([0, PART_BYTES, 2 * PART_BYTES, big])
    expect(studio.asked[0]?.input).toEqual({ fileName: 'long.wav', bytes: big, modifiedAtMs: 7 })
  })

  it('goes on where an earlier try stopped', async () => {
    const { send, ranges } = host({ received: PART_BYTES })
    await send(file(PART_BYTES + 3))
    expect(ranges).toEqual([`bytes ${PART_BYTES}-${PART_BYTES + 2}/${PART_BYTES + 3}`])
  })

  it('asks where it stands after a broken connection', async () => {
    const { send, ranges, arrived } = host({ breaksAt: [2, 3] })
    await send(file(big))
    expect(arrived()).toBe(big)
    expect(ranges).toHaveLength(3)
  })

  it('waits for a studio that is away as long as it takes, then goes on', async () => {
    const { send, studio, arrived } = host({ breaksAt: [2] })
    studio.connect('lost')
    studio.refuse(new CallFailed(describeFault(new Fault('connection.lost'), 'en')))
    const sending = send(file(big))
    // More turns than there are attempts.
    for (let turn = 0; turn < 40; turn += 1) await new Promise((resolve) => setTimeout(resolve, 1))
    expect(studio.asked).toHaveLength(1)
    studio.refuse(null)
    studio.connect('connected')
    await expect(sending).resolves.toEqual({ recordingId: 'r1', transcript: null })
    expect(arrived()).toBe(big)
  })

  it('stops while it waits for a studio that is away', async () => {
    const { send, studio } = host()
    studio.connect('lost')
    studio.refuse(new CallFailed(describeFault(new Fault('connection.lost'), 'en')))
    const stop = new AbortController()
    const sending = send(file(10), stop.signal)
    setTimeout(() => stop.abort(new Error('enough')), 5)
    await expect(sending).rejects.toThrow('enough')
  })

  it('gives up when nothing more arrives, try after try', async () => {
    const { send, ranges } = host({ breaksAt: Array.from({ length: 50 }, (_, index) => index + 1) })
    await expect(send(file(10))).rejects.toThrow('network')
    expect(ranges).toEqual([])
  })

  it('does not insist on what the studio refuses', async () => {
    const { studio } = host()
    const refusal = new CallFailed(describeFault(new Fault('disk.full'), 'en'))
    const full = fakeStudio({
      'imports.begin': () => {
        throw refusal
      },
    })
    const options = { signal: new AbortController().signal, onProgress: () => {}, retryMs: 0 }
    await expect(sendFile(full, file(1), options)).rejects.toBe(refusal)
    expect(full.asked).toHaveLength(1)
    const answer = new Response(JSON.stringify(refusal.error), {
      status: 507,
      headers: { 'Content-Type': 'application/json' },
    })
    await expect(
      sendFile(studio, file(1), { ...options, fetch: () => Promise.resolve(answer) }),
    ).rejects.toMatchObject({ error: { code: 'disk.full' } })
  })

  it('stops at once', async () => {
    const { send } = host()
    await expect(send(file(10), AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough')
  })
})
