import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { soundSource } from '#core/formats/html/page-sound'
import { temporaryFolder } from '../library/testing/fixtures.ts'
import { PAGE_SOUND_TYPE, pageWithSound } from './page-sound.ts'

const PIECE = 3 * 64 * 1024

it.each([0, 1, 2, 3, 1_000, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE + 2])(
  'a page holds all of %i bytes of sound as base64',
  async (length) => {
    const sound = Uint8Array.from({ length }, (_, index) => (index * 31) & 0xff)
    const file = path.join(temporaryFolder(), 'sound.webm')
    await writeFile(file, sound)
    const text = `<h1>é – 字</h1><audio${soundSource(PAGE_SOUND_TYPE)}></audio><p>…é</p>`
    const page = Buffer.from(await pageWithSound(text, file)).toString('utf8')
    const base64 = Buffer.from(sound).toString('base64')
    expect(page).toBe(text.replace('base64,…', `base64,${base64}`))
  },
)
