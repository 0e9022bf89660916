import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LIMITS } from '#core/formats/reading/limits'
import { withOthersAnswered } from '../../processes/testing/others-answered.ts'
import { readCaptionBytes, readCaptionFile } from './read-caption-file.ts'
import { readInThread } from './read-aside.ts'
import { readTranscriptFile } from './read-transcript-file.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parolo-reading-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const input = { kind: 'captions', bytes: strToU8('WEBVTT\n'), shownAs: 'a.vtt' } as const

async function threadOf(name: string, code: string): Promise<string> {
  const file = path.join(folder, `${name}.mjs`)
  await writeFile(file, code)
  return file
}

describe('a text that is read in a thread', () => {
  it('gives what reading at once gives', async () => {
    const cues = Array.from(
      { length: 2_000 },
      (_, at) => `${at + 1}\n00:00:01,000 --> 00:00:02,000\nHello ${at}\n`,
    )
    const bytes = strToU8(cues.join('\n'))
    const read = await withOthersAnswered(readCaptionBytes(bytes, 'talk.srt'))
    expect(read).toMatchObject({ format: 'srt', corrections: [] })
    expect(read.document.transcript.paragraphs).toHaveLength(2_000)
    const wrong = strToU8(`${' '.repeat(40_000)}{`)
    await expect(readCaptionBytes(wrong, 'talk.json')).rejects.toMatchObject({ code: 'format.unreadable' })
  })

  it('costs that text alone where it does not end, and where it fills its memory', async () => {
    const endless = await threadOf('endless', 'for (;;);')
    const slow = readInThread(input, { location: endless, mostSeconds: 0.2 })
    await expect(withOthersAnswered(slow)).rejects.toMatchObject({
      code: 'format.too-slow',
      values: { file: 'a.vtt' },
    })
    const greedy = await threadOf(
      'greedy',
      'const all = []; for (;;) all.push({ text: String(Math.random()) })',
    )
    const full = readInThread(input, { location: greedy, mostMegabytes: 20 })
    await expect(withOthersAnswered(full)).rejects.toMatchObject({
      code: 'format.too-large',
      values: { file: 'a.vtt', limit: 'memory' },
    })
  })

  it('is given up when that is asked for', async () => {
    const endless = await threadOf('asked', 'for (;;);')
    const controller = new AbortController()
    const reading = readInThread(input, { location: endless, signal: controller.signal })
    setImmediate(() => controller.abort())
    await expect(reading).rejects.toMatchObject({ code: 'job.cancelled' })
  })

  it('is refused by the limit that it is over', async () => {
    const packed = zipSync({ 'word/document.xml': strToU8(`<d>${'<p/>'.repeat(LIMITS.elements)}</d>`) })
    expect(packed.length).toBeLessThan(100_000)
    await expect(readCaptionBytes(packed, 'bomb.docx')).rejects.toMatchObject({
      code: 'format.too-large',
      values: { file: 'bomb.docx', limit: 'elements', most: LIMITS.elements },
    })
    const sparse = path.join(folder, 'sparse.srt')
    await writeFile(sparse, '')
    await truncate(sparse, LIMITS.bytes + 1)
    for (const read of [readCaptionFile, readTranscriptFile])
      await expect(read(sparse, 'sparse.srt')).rejects.toMatchObject({ values: { limit: 'bytes' } })
  }, 30_000)
})

describe('what is no file', () => {
  it.skipIf(process.platform === 'win32')(
    'is refused at once: a pipe that nobody writes to, a device, a folder',
    async () => {
      const pipe = path.join(folder, 'pipe.srt')
      execFileSync('mkfifo', [pipe])
      for (const file of [pipe, '/dev/zero', '/dev/tty', folder])
        for (const read of [readCaptionFile, readTranscriptFile])
          await expect(read(file, 'x.srt')).rejects.toMatchObject({ code: 'media.not-a-file' })
    },
  )
})
