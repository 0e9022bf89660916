import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { Fault } from '#contracts/errors'
import { otherDrive } from '../drives/testing/hung-drive.ts'
import type { Library } from '../library/library.ts'
import { openLibrary } from '../library/open.ts'
import { ensureWritable, checkOutputFile, type OutputIdentity, writeOutput } from './output-files.ts'

let root: string
let library: Library
let folder: string
let output: OutputIdentity

beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'parolo output-'))
  library = await openLibrary(path.join(root, 'library'))
  await library.addRecording({
    path: '/talks/talk.mp3',
    fileName: 'talk.mp3',
    title: 'talk',
    bytes: 1,
    mtimeMs: 1,
    sha256: 'ab'.repeat(32),
  })
})
afterAll(async () => {
  await library.close()
  await rm(root, { recursive: true, force: true })
})
beforeEach(async () => {
  folder = await mkdtemp(path.join(root, 'out-'))
  const [recording] = await library.recordings()
  output = {
    path: path.join(folder, 'talk.srt'),
    format: 'srt',
    recordingId: recording?.id ?? '',
    settingsKey: 'settings',
    transcriptVersion: 1,
  }
})

const stands = () => readFile(output.path, 'utf8')

it('writes a new file, whole and alone', async () => {
  expect(await checkOutputFile(library, output)).toEqual({ state: 'free', sha256: null })
  expect(await writeOutput(library, output, 'one', false)).toBe('written')
  expect(await stands()).toBe('one')
  expect(await readdir(folder)).toEqual(['talk.srt'])
})

it('leaves nothing where it must not be kept any more when it is whole', async () => {
  const refuse = () => Promise.reject(new Fault('export.redacted-meanwhile', { file: 'talk' }))
  await expect(writeOutput(library, output, 'one', false, refuse)).rejects.toMatchObject({
    code: 'export.redacted-meanwhile',
  })
  expect(await readdir(folder)).toEqual([])
  expect(await library.output(output.path)).toBeUndefined()
})

it('makes the folder that it goes into', async () => {
  output = { ...output, path: path.join(folder, 'deep/er/talk.srt') }
  expect(await writeOutput(library, output, 'one', false)).toBe('written')
  expect(await stands()).toBe('one')
})

it('leaves its own file alone while it is the same, and replaces it once the text is another', async () => {
  await writeOutput(library, output, 'one', false)
  expect(await writeOutput(library, output, 'one', false)).toBe('unchanged')
  expect(await writeOutput(library, { ...output, transcriptVersion: 2 }, 'two', false)).toBe('written')
  expect(await stands()).toBe('two')
})

it.each([
  ['was there before', async () => writeFile(output.path, 'mine')],
  [
    'a person changed since',
    async () => {
      await writeOutput(library, output, 'one', false)
      await writeFile(output.path, 'mine')
    },
  ],
  [
    'another command wrote',
    async () => {
      await writeOutput(library, { ...output, settingsKey: 'others' }, 'mine', false)
    },
  ],
])('never overwrites a file that %s, unless asked to', async (_, prepare) => {
  await prepare()
  await expect(ensureWritable(library, output)).rejects.toMatchObject({
    code: 'output.exists',
    values: { file: output.path },
  })
  await expect(writeOutput(library, output, 'two', false)).rejects.toMatchObject({ code: 'output.exists' })
  expect(await stands()).toBe('mine')
  expect(await writeOutput(library, output, 'two', true)).toBe('written')
  expect(await stands()).toBe('two')
  await ensureWritable(library, output)
})

it('a file is known as its own from the moment it stands there', async () => {
  let state = 'free'
  const writing = writeOutput(library, output, 'one'.repeat(1000), false)
  while (state === 'free') ({ state } = await checkOutputFile(library, output))
  expect(state).toBe('ours')
  await writing
})

it('two that write the same at once both end well', async () => {
  const both = await Promise.all([
    writeOutput(library, output, 'one', false),
    writeOutput(library, output, 'one', false),
  ])
  expect(both).toContain('written')
  expect(await stands()).toBe('one')
  expect(await readdir(folder)).toEqual(['talk.srt'])
})

it('a folder in its place is said, and nothing is left beside it', async () => {
  await mkdir(output.path)
  await expect(writeOutput(library, output, 'one', true)).rejects.toMatchObject({ code: 'disk.failed' })
  expect(await readdir(folder)).toEqual(['talk.srt'])
})

it('says that a drive does not answer, and writes once it does', async () => {
  const drive = otherDrive(folder)
  drive.hang()
  await expect(writeOutput(library, output, 'text', false)).rejects.toMatchObject({
    code: 'drive.silent',
    values: { drive: folder },
  })
  drive.recover()
  await vi.waitFor(async () => expect(await writeOutput(library, output, 'text', false)).toBe('written'), {
    timeout: 20_000,
    interval: 50,
  })
  expect(await readFile(output.path, 'utf8')).toBe('text')
})
