import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { beforeEach, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../testing/opened-service.ts'
import { nemoMembers, tarBytes, tarGzBytes, type TarMember } from './testing/tar-bytes.ts'
import { bzippedTar } from './testing/bzipped-tar.ts'
import { unpackFile } from './unpack-file.ts'
import { archiveFormat, mostUnpackedBytes, unpackArchive } from './unpack.ts'

const LONG = 30_000
/** 45,899,235 zeros, compressed by bzip2. */
const BOMB = 'QlpoOTFBWSZTWQ4J4t8BX45AAMAAAAggADCATUZCoCWpCoCXF3JFOFCQDgni3w=='
let folder: string
let staging: string
beforeEach(async () => {
  folder = await temporaryFolder()
  staging = path.join(folder, 'staging')
  await mkdir(staging)
})

async function unpack(bytes: Uint8Array, members: readonly string[] | null = null): Promise<string[]> {
  const file = path.join(folder, 'archive')
  await writeFile(file, bytes)
  const format = await archiveFormat(file)
  if (format === null) throw new Error('no archive')
  const input = { path: file, name: 'model.tar', format, folder: staging, members }
  return unpackFile({ ...input, mostBytes: mostUnpackedBytes(bytes.length) }, () => undefined)
}

const filesIn = async () =>
  (await readdir(staging, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(staging, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()

const zipOf = (members: readonly TarMember[]) =>
  zipSync(
    Object.fromEntries(
      members.map(({ name, content = '', type = '0', link = '' }) => [
        name,
        [
          strToU8(type === '2' ? link : String(content)),
          { os: 3, attrs: (type === '2' ? 0o120777 : 0o100644) << 16 },
        ],
      ]),
    ),
  )

const formats: [string, (members: readonly TarMember[]) => Uint8Array][] = [
  ['tar.gz', tarGzBytes],
  ['zip', zipOf],
]

describe.each(formats)('an archive in the format %s', { timeout: LONG }, (format, pack) => {
  it('is known by its first bytes', async () => {
    const file = path.join(folder, 'anything.txt')
    await writeFile(file, pack([{ name: 'a.onnx', content: 'a' }]))
    expect(await archiveFormat(file)).toBe(format)
  })

  it('gives the named members alone', async () => {
    const names = await unpack(pack(nemoMembers('nemo')), ['encoder.int8.onnx', 'tokens.txt'])
    expect(names.sort()).toEqual(['nemo/encoder.int8.onnx', 'nemo/tokens.txt'])
    expect(await filesIn()).toEqual(names)
    expect(await readFile(path.join(staging, 'nemo/encoder.int8.onnx'), 'utf8')).toBe('an encoder')
  })

  it('gives what may belong to a model where no names are known', async () => {
    const tokenizer = { name: 'nemo/tokenizer/vocab.json', content: '{}' }
    await unpack(pack([...nemoMembers('nemo'), tokenizer]))
    expect(await filesIn()).toEqual([
      'nemo/decoder.int8.onnx',
      'nemo/encoder.int8.onnx',
      'nemo/encoder.onnx',
      'nemo/joiner.int8.onnx',
      'nemo/tokenizer/vocab.json',
      'nemo/tokens.txt',
    ])
  })

  const hostile: [string, TarMember][] = [
    ['a link', { name: 'nemo/link.onnx', type: '2', link: '/etc/passwd' }],
    ['a link that is not wanted', { name: 'nemo/README', type: '2', link: 'tokens.txt' }],
    ['a path upwards', { name: 'nemo/../../evil.onnx', content: 'evil' }],
    ['a path upwards at its end', { name: 'nemo/..', content: 'evil' }],
    ['an absolute path', { name: '/tmp/evil.onnx', content: 'evil' }],
    ['a path with a drive', { name: 'C:/evil.onnx', content: 'evil' }],
    ['a path with backslashes', { name: 'nemo\\..\\..\\evil.onnx', content: 'evil' }],
  ]
  it.each(hostile)('is refused for %s, wherever it stands', async (_name, member) => {
    for (const members of [
      [member, ...nemoMembers('nemo')],
      [...nemoMembers('nemo'), member],
    ]) {
      const unpacked = unpack(pack(members.filter(({ type }) => type !== '5')), ['tokens.txt'])
      await expect(unpacked).rejects.toMatchObject({ code: 'model.archive-unsafe' })
      expect(await readdir(folder)).toEqual(['archive', 'staging'])
      await rm(staging, { recursive: true })
      await mkdir(staging)
    }
  })

  it('is refused if it is far larger inside', async () => {
    const bytes = pack([{ name: 'model.onnx', content: '0'.repeat(65_000_000) }])
    expect(bytes.length).toBeLessThan(200_000)
    await expect(unpack(bytes)).rejects.toMatchObject({ code: 'model.archive-too-large' })
  })

  it('is refused if a part is missing or wrong', async () => {
    const bytes = Buffer.from(pack(nemoMembers('nemo').filter(({ type }) => type !== '5')))
    await expect(unpack(bytes.subarray(0, bytes.length - 100))).rejects.toMatchObject({
      code: 'model.archive-damaged',
    })
  })
})

describe('a tar.bz2', { timeout: LONG }, () => {
  it('of a kilobyte that claims gigabytes is refused at the first bytes that are too many', async () => {
    // 45,899,235 zeros compressed by bzip2; may be repeated within a stream.
    const block = Buffer.from(BOMB, 'base64')
    const bytes = Buffer.concat(Array.from({ length: 1_000 }, () => block))
    await expect(unpack(bytes)).rejects.toMatchObject({ code: 'model.archive-too-large' })
  })
})

describe('a tar', { timeout: LONG }, () => {
  it.each([
    ['a hard link', '1'],
    ['a device', '3'],
    ['a pipe', '6'],
    ['an unknown kind of member', 'Z'],
  ])('is refused for %s', async (_name, type) => {
    const member = { name: 'nemo/model.onnx', type, link: type === '1' ? 'nemo/tokens.txt' : '' }
    const unpacked = unpack(tarGzBytes([...nemoMembers('nemo'), member]))
    await expect(unpacked).rejects.toMatchObject({ code: 'model.archive-unsafe' })
  })

  it('is refused if a file is in it twice', async () => {
    const twice = [...nemoMembers('nemo'), { name: './nemo/tokens.txt', content: 'other' }]
    await expect(unpack(tarGzBytes(twice))).rejects.toMatchObject({ code: 'model.archive-damaged' })
  })

  it('compressed with bzip2 gives its files, checked by its sums', async () => {
    expect((await unpack(bzippedTar)).sort()).toEqual(['nemo-tiny/model.int8.onnx', 'nemo-tiny/tokens.txt'])
    expect(await readFile(path.join(staging, 'nemo-tiny/tokens.txt'), 'utf8')).toBe('<blk> 0\na 1\n')
  })

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, -20)],
    [
      'with a changed byte',
      (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at === 100 ? byte ^ 1 : byte))),
    ],
    ['with nothing in it', () => tarGzBytes([])],
    ['that is no tar inside', () => gzipSync(Buffer.from('words '.repeat(500)))],
  ])('%s is refused', async (_name, change) => {
    await expect(unpack(change(Buffer.from(bzippedTar)))).rejects.toMatchObject({
      code: 'model.archive-damaged',
    })
  })
})

it('what is no archive is not taken for one', async () => {
  const file = path.join(folder, 'model.tar.bz2')
  for (const bytes of ['', 'BZ', '<html>', tarBytes([])]) {
    await writeFile(file, bytes)
    expect(await archiveFormat(file)).toBe(null)
  }
})

describe('in a thread of its own', { timeout: LONG }, () => {
  const inThread = async (bytes: Uint8Array, onFraction?: (fraction: number) => void) => {
    const file = path.join(folder, 'archive')
    await writeFile(file, bytes)
    return unpackArchive(file, 'model.tar.gz', 'tar.gz', staging, null, { ...(onFraction && { onFraction }) })
  }

  it('reports its progress', async () => {
    const fractions: number[] = []
    await inThread(tarGzBytes(nemoMembers('nemo')), (fraction) => fractions.push(fraction))
    expect(fractions.at(-1)).toBe(1)
    expect(await filesIn()).toContain('nemo/tokens.txt')
  })

  it('a refusal and a fault of the disk arrive as they are', async () => {
    const hostile = tarGzBytes([{ name: '../evil.onnx', content: 'x' }])
    await expect(inThread(hostile)).rejects.toMatchObject({
      code: 'model.archive-unsafe',
      values: { file: 'model.tar.gz', member: '../evil.onnx' },
    })
    await rm(staging, { recursive: true })
    await writeFile(staging, 'no folder')
    await expect(inThread(tarGzBytes(nemoMembers('nemo')))).rejects.toMatchObject({ code: 'disk.failed' })
  })
})

it('stops when it is asked to', { timeout: LONG }, async () => {
  const file = path.join(folder, 'archive')
  await writeFile(file, tarGzBytes(nemoMembers('nemo')))
  const unpacked = unpackArchive(file, 'a', 'tar.gz', staging, null, { signal: AbortSignal.abort() })
  await expect(unpacked).rejects.toMatchObject({ code: 'job.cancelled' })
})
