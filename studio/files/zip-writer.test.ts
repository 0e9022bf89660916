import { readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../library/testing/fixtures.ts'
import { ZipWriter } from './zip-writer.ts'

const { signal } = new AbortController()

it('an archive has its texts and files, in order, and is the same each time', async () => {
  const folder = temporaryFolder()
  const large = path.join(folder, 'large')
  // More than one piece.
  const content = Buffer.alloc((1 << 20) * 2 + 77, 'sound ')
  await writeFile(large, content)
  const made = async (name: string): Promise<Buffer> => {
    const file = path.join(folder, name)
    const zip = await ZipWriter.open(file)
    const counts: number[] = []
    await zip.addText('project.qde', '<é/>'.repeat(100))
    await zip.addFile('Sources/a é.mp3', large, { signal, onBytes: (count) => counts.push(count) })
    await zip.addText('Sources/empty.txt', '')
    await zip.finish()
    expect(counts.at(-1)).toBe(content.length)
    return readFile(file)
  }
  const bytes = await made('one.zip')
  const files = unzipSync(bytes)
  expect(Object.keys(files)).toEqual(['project.qde', 'Sources/a é.mp3', 'Sources/empty.txt'])
  expect(strFromU8(files['project.qde'] ?? new Uint8Array())).toBe('<é/>'.repeat(100))
  expect(Buffer.from(files['Sources/a é.mp3'] ?? []).equals(content)).toBe(true)
  expect(files['Sources/empty.txt']).toHaveLength(0)
  expect(await made('two.zip')).toEqual(bytes)
})

it('copying a file stops when that is asked for', async () => {
  const folder = temporaryFolder()
  const file = path.join(folder, 'large')
  await writeFile(file, Buffer.alloc(4 << 20))
  const zip = await ZipWriter.open(path.join(folder, 'made.zip'))
  const controller = new AbortController()
  const adding = zip.addFile('large', file, {
    signal: controller.signal,
    onBytes: () => controller.abort(),
  })
  await expect(adding).rejects.toMatchObject({ name: 'AbortError' })
  await zip.close()
  expect((await stat(path.join(folder, 'made.zip'))).size).toBeLessThan(4 << 20)
})
