import type { FileHandle } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { writeAll } from './write-all.ts'

/** A file on a disk with room for so many bytes, which takes at most 7 at a time. */
function smallDisk(room: number) {
  const disk = { room, written: [] as number[] }
  const write = async (bytes: Uint8Array, from: number, length: number, position: number) => {
    expect(position).toBe(disk.written.length + 100)
    if (disk.room === 0) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' })
    const bytesWritten = Math.min(7, length, disk.room)
    disk.room -= bytesWritten
    disk.written.push(...bytes.subarray(from, from + bytesWritten))
    return { bytesWritten }
  }
  return { disk, file: { write } as unknown as FileHandle }
}

const bytes = Uint8Array.from({ length: 40 }, (_, index) => index)

it('writes on where a full disk stopped it, once there is room again', async () => {
  const { disk, file } = smallDisk(17)
  await writeAll(file, bytes, 100, async () => {
    disk.room = 30
    return true
  })
  expect(disk.written).toEqual([...bytes])
})

it('fails on a disk that stays full, and keeps what it wrote', async () => {
  const { disk, file } = smallDisk(17)
  await expect(writeAll(file, bytes, 100, async () => false)).rejects.toMatchObject({ code: 'ENOSPC' })
  expect(disk.written).toEqual([...bytes.subarray(0, 17)])
})
