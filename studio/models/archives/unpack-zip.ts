import { crc32 } from 'node:zlib'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { Fault } from '#contracts/errors'
import { damagedArchive, isWanted, memberParts, MAX_MEMBERS, unsafeMember } from './archive-member.ts'
import { MemberWriter } from './member-writer.ts'
import type { Unpacking } from './unpack-tar.ts'

const TYPE_MASK = 0o170000
const FOLDER = 0o040000
const FILE = 0o100000

/** Like `unpackTar`, for a ZIP file; all members are checked before any is unpacked. */
export async function unpackZip(
  file: string,
  { archive, folder, members, bytes }: Unpacking,
  onBytes: (read: number) => void,
): Promise<string[]> {
  const zip = await openZip(file).catch((error: unknown) => {
    throw damagedArchive(archive, error)
  })
  try {
    const wanted: { entry: Entry; parts: string[] }[] = []
    for (const entry of await entriesOf(zip, archive)) {
      const type = (entry.externalFileAttributes >>> 16) & TYPE_MASK
      if (type !== 0 && type !== FOLDER && type !== FILE) throw unsafeMember(archive, entry.fileName)
      const parts = memberParts(archive, entry.fileName)
      if (!entry.fileName.endsWith('/') && isWanted(parts, members)) wanted.push({ entry, parts })
    }
    for (const { entry, parts } of wanted) {
      bytes.count(entry.uncompressedSize)
      await writeMember(zip, entry, new MemberWriter(folder, parts), onBytes).catch((error: unknown) => {
        throw (error as NodeJS.ErrnoException).code === 'ENOSPC' ? error : damagedArchive(archive, error)
      })
    }
    return wanted.map(({ parts }) => parts.join('/'))
  } finally {
    zip.close()
  }
}

function openZip(file: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.open(
      file,
      { lazyEntries: true, autoClose: false, strictFileNames: true, validateEntrySizes: true },
      (error, zip) => (error ? reject(error) : resolve(zip)),
    )
  })
}

function entriesOf(zip: ZipFile, archive: string): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = []
    zip.on('entry', (entry: Entry) => {
      entries.push(entry)
      if (entries.length > MAX_MEMBERS) reject(new Fault('model.archive-too-large', { file: archive }))
      else zip.readEntry()
    })
    zip.once('end', () => resolve(entries))
    zip.once('error', (error: Error) => {
      // yauzl rejects such names before we see them.
      const name = /^(?:absolute path|invalid relative path|invalid characters in fileName): (.*)$/u.exec(
        error.message,
      )?.[1]
      reject(name === undefined ? damagedArchive(archive, error) : unsafeMember(archive, name))
    })
    zip.readEntry()
  })
}

async function writeMember(
  zip: ZipFile,
  entry: Entry,
  writer: MemberWriter,
  onBytes: (read: number) => void,
): Promise<void> {
  try {
    const stream = await new Promise<AsyncIterable<Buffer>>((resolve, reject) => {
      zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)))
    })
    let sum = 0
    for await (const chunk of stream) {
      sum = crc32(chunk, sum)
      writer.write(chunk)
      onBytes(chunk.length)
    }
    if (sum !== entry.crc32) throw new Error(`${entry.fileName} does not match its checksum`)
  } finally {
    writer.close()
  }
}
