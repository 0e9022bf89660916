import { expect, it } from 'vitest'
import { madePicture } from '../podcasts/testing/made-sounds.ts'
import { smallPicture } from './small-picture.ts'

const { signal } = new AbortController()

it('makes a square JPEG', async () => {
  const jpeg = Buffer.from(await smallPicture(await madePicture(), 32, signal))
  expect(jpeg.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]))
  // The frame header (SOF0) has height and width.
  const at = jpeg.indexOf(Buffer.from([0xff, 0xc0]))
  expect([jpeg.readUInt16BE(at + 5), jpeg.readUInt16BE(at + 7)]).toEqual([32, 32])
})

it('refuses what is no picture, or a broken one', async () => {
  const png = await madePicture()
  for (const bytes of [Buffer.from('<svg/>'), Buffer.alloc(0), png.subarray(0, 20)]) {
    await expect(smallPicture(bytes, 32, signal)).rejects.toMatchObject({ code: 'media.unreadable' })
  }
})
