import { describe, expect, it } from 'vitest'
import { BLOCK_FRAMES, START_MS, toneAt } from '../testing/running.ts'
import { expectTones, recoveredTracks, writerOnDisk } from '../testing/writer-on-disk.ts'

describe('a write that fails', () => {
  it('is not acknowledged, is tried again each second and told after ten, and nothing is lost or shifted', async () => {
    const { dataFolder, writer, disk, reported, safe, kinds, feed, seconds } = await writerOnDisk({
      partFrames: 50_000,
    })
    feed(0, 40)
    seconds(1)
    expect(safe()).toEqual([40, 40])
    disk.error = 'EIO'
    feed(40, 80)
    seconds(9)
    expect(safe()).toEqual([40, 40])
    expect(kinds()).not.toContain('failing')
    seconds(2)
    expect(reported.filter(({ kind }) => kind === 'failing')).toMatchObject([
      { error: { code: 'EIO' }, isKept: true },
    ])
    // Pages resend what was not acknowledged.
    feed(40, 100)
    disk.error = null
    seconds(1)
    expect(safe()).toEqual([100, 100])
    expect(kinds().at(-1)).toBe('again')
    feed(100, 120)
    writer.end(START_MS + 6_000, 'asked')
    expectTones(await recoveredTracks(dataFolder), 120)
  })

  it('on a full disk ends the recording with what there was room for', async () => {
    const { dataFolder, writer, disk, reported, safe, feed, seconds } = await writerOnDisk()
    feed(0, 30)
    seconds(1)
    disk.error = 'ENOSPC'
    feed(30, 40)
    expect(reported).toContainEqual({
      kind: 'stopped',
      reason: 'disk-full',
      atMs: expect.any(Number) as number,
    })
    expect(safe()).toEqual([30, 30])
    disk.error = null
    writer.tick()
    const [track = new Int16Array()] = await recoveredTracks(dataFolder)
    expect(track.length).toBeGreaterThanOrEqual(30 * BLOCK_FRAMES)
    expect(track.findIndex((sample, frame) => sample !== toneAt(0, frame))).toBe(-1)
  })
})
