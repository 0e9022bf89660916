import { createHash, randomBytes } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { mkdir, readFile, readdir, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../testing/opened-service.ts'
import {
  copyBytes,
  entriesIn,
  factsIfThere,
  factsOf,
  factsOfEntry,
  freeBytesAt,
  linkFile,
  makeOneFolder,
  readBlock,
  readWhole,
  realPathOf,
  removeEntry,
  renameFile,
  sha256Of,
  writeBytes,
} from './files.ts'
import { otherDrive } from './testing/hung-drive.ts'

const isUnix = process.platform !== 'win32'

describe.each(['its own', 'another'])('on %s drive', (which) => {
  async function place(): Promise<string> {
    const folder = await temporaryFolder()
    if (which === 'another') otherDrive(folder, { silentMs: 20_000 })
    return folder
  }

  it('writes, reads, hashes, copies and removes files of several blocks', async () => {
    const folder = await place()
    const bytes = randomBytes(2_500_000)
    const [file, copy] = [path.join(folder, 'a.bin'), path.join(folder, 'b.bin')]
    await writeBytes(file, bytes, { isNew: true })
    expect((await readFile(file)).equals(bytes)).toBe(true)
    await expect(writeBytes(file, bytes, { isNew: true })).rejects.toMatchObject({ code: 'EEXIST' })
    expect((await readWhole(file)).equals(bytes)).toBe(true)
    expect(Buffer.from((await readBlock(file, 2_499_990, 100)).bytes)).toEqual(bytes.subarray(2_499_990))
    expect(await sha256Of(file)).toBe(createHash('sha256').update(bytes).digest('hex'))
    await copyBytes(file, copy)
    expect((await readFile(copy)).equals(bytes)).toBe(true)
    await writeBytes(copy, bytes.subarray(0, 10))
    expect(await factsOf(copy)).toMatchObject({ kind: 'file', bytes: 10 })
    await renameFile(copy, path.join(folder, 'c.bin'))
    await makeOneFolder(path.join(folder, 'd'))
    await linkFile(file, path.join(folder, 'd', 'e.bin'))
    await expect(linkFile(file, path.join(folder, 'c.bin'))).rejects.toMatchObject({ code: 'EEXIST' })
    expect((await entriesIn(folder)).toSorted((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
      { name: 'a.bin', kind: 'file' },
      { name: 'c.bin', kind: 'file' },
      { name: 'd', kind: 'folder' },
    ])
    await removeEntry(path.join(folder, 'd', 'e.bin'))
    await removeEntry(path.join(folder, 'd'))
    await removeEntry(path.join(folder, 'd'))
    expect(await freeBytesAt(folder)).toBeGreaterThan(0)
    await writeBytes(path.join(folder, 'empty'), new Uint8Array())
    expect(await readWhole(path.join(folder, 'empty'))).toHaveLength(0)
  })

  it('says what the system says', async () => {
    const folder = await place()
    await expect(readWhole(path.join(folder, 'gone'))).rejects.toMatchObject({ code: 'ENOENT' })
    await expect(readWhole(folder)).rejects.toMatchObject({ code: 'EISDIR' })
    await expect(entriesIn(path.join(folder, 'gone'))).rejects.toMatchObject({ code: 'ENOENT' })
    expect(await factsIfThere(path.join(folder, 'gone'))).toBeNull()
  })

  it.runIf(isUnix)('tells links from what they lead to, and does not wait for a pipe', async () => {
    const folder = await place()
    await writeFile(path.join(folder, 'a'), 'a')
    await symlink('a', path.join(folder, 'link'))
    expect((await factsOfEntry(path.join(folder, 'link'))).kind).toBe('link')
    expect((await factsOf(path.join(folder, 'link'))).kind).toBe('file')
    expect(await realPathOf(path.join(folder, 'link'))).toBe(path.join(folder, 'a'))
    execFileSync('mkfifo', [path.join(folder, 'pipe')])
    expect((await factsOf(path.join(folder, 'pipe'))).kind).toBe('other')
    expect(await readWhole(path.join(folder, 'pipe'))).toHaveLength(0)
  })
})

it('has another drive touched by its process, also behind a link', async () => {
  const folder = await temporaryFolder()
  const nas = path.join(folder, 'nas')
  await mkdir(nas)
  await writeFile(path.join(nas, 'talk.mp3'), 'sound')
  await symlink(nas, path.join(folder, 'link'), 'junction')
  const drive = otherDrive(nas)
  expect(await readWhole(path.join(folder, 'link', 'talk.mp3'))).toEqual(Buffer.from('sound'))
  expect(drive.asked).toHaveLength(1)
  await copyBytes(path.join(nas, 'talk.mp3'), path.join(folder, 'kept.mp3'))
  await copyBytes(path.join(folder, 'kept.mp3'), path.join(nas, 'back.mp3'))
  expect(drive.asked).toHaveLength(3)
  expect(await readdir(nas)).toEqual(['back.mp3', 'talk.mp3'])
  expect(await readWhole(path.join(folder, 'kept.mp3'))).toEqual(Buffer.from('sound'))
  expect(drive.asked).toHaveLength(3)
})

it('counts the drive of the library as its own', async () => {
  const folder = await temporaryFolder()
  await writeFile(path.join(folder, 'a'), 'a')
  const drive = otherDrive(folder)
  await drive.drives.addOwn(folder)
  expect(await readWhole(path.join(folder, 'a'))).toEqual(Buffer.from('a'))
  expect(drive.asked).toEqual([])
})
