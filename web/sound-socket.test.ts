import { describe, expect, it } from 'vitest'
import { blockToBytes } from '#core/recording/block-bytes'
import { START_MS, toneBlock } from '#studio/recording/testing/running'
import { openedHost } from './testing/opened-host.ts'
import { openSound } from './testing/open-sound.ts'
import { SocketPage } from './testing/socket-page.ts'
import { newToken } from './token.ts'

describe('the sound of a page', () => {
  it('reaches a running recording and is acknowledged once it is on disk', async () => {
    const host = await openedHost()
    const page = await SocketPage.open(host.port, host.token)
    const { runningId } = await page.call('recorder.start', {
      title: 'Talk',
      language: 'auto',
      people: null,
      type: 'podcast',
      sources: [{ name: 'Me', role: 'microphone', device: 'mic' }],
      consent: null,
      atMs: START_MS,
    })
    const { socket, reported, attach } = await openSound(host.port, host.secret)
    attach(runningId)
    for (let sequence = 0; sequence < 40; sequence += 1) socket.send(blockToBytes(toneBlock(0, sequence)))
    const safe = { kind: 'safe', sources: [{ source: 0, sequence: 40, frames: 96_000 }] }
    await expect.poll(() => reported, { timeout: 10_000 }).toContainEqual(safe)
    expect(reported[0]).toMatchObject({ kind: 'attached' })
    socket.terminate()
    // The recording outlives the connection.
    const again = await openSound(host.port, host.secret)
    again.attach(runningId)
    await expect.poll(() => again.reported).toMatchObject([{ kind: 'attached', sources: safe.sources }])
    await page.call('recorder.stop', { runningId, atMs: START_MS + 2_000 })
    await expect.poll(() => again.reported.at(-1)).toMatchObject({ kind: 'stopped', reason: 'asked' })
    expect(host.troubles).toEqual([])
  })

  it('is taken only with a secret, and only as blocks', async () => {
    const host = await openedHost()
    await expect(openSound(host.port, newToken())).rejects.toThrow('4403')
    const { socket } = await openSound(host.port, host.secret)
    const closed = new Promise((resolve) => socket.once('close', resolve))
    socket.send(Buffer.from('no block'))
    expect(await closed).toBe(1008)
  })
})
