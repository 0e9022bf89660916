import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { Fault } from '#contracts/errors'
import { damagedArchive } from './archive-member.ts'
import { bunzip2 } from './bunzip2.ts'
import { UnpackedBytes } from './member-writer.ts'
import type { UnpackInput } from './unpack.ts'
import { unpackTar, type Unpacking } from './unpack-tar.ts'
import { unpackZip } from './unpack-zip.ts'

/** Unpacks on the calling thread; calls `onBytes` with the number of archive bytes read so far. */
export async function unpackFile(input: UnpackInput, onBytes: (bytes: number) => void): Promise<string[]> {
  const { path, name: archive, format, folder, members, mostBytes } = input
  const bunzipped = new UnpackedBytes(archive, mostBytes)
  const unpacking = { archive, folder, members, bytes: new UnpackedBytes(archive, mostBytes) }
  let read = 0
  const count = (bytes: number): void => onBytes((read += bytes))
  try {
    return format === 'zip'
      ? await unpackZip(path, unpacking, count)
      : await unpackCompressedTar(path, format, unpacking, { bunzipped, onBytes: count })
  } catch (error) {
    throw isOfSystem(error) ? error : damagedArchive(archive, error)
  }
}

async function unpackCompressedTar(
  path: string,
  format: 'tar.gz' | 'tar.bz2',
  unpacking: Unpacking,
  { bunzipped, onBytes }: { readonly bunzipped: UnpackedBytes; readonly onBytes: (bytes: number) => void },
): Promise<string[]> {
  const source = createReadStream(path, { highWaterMark: 1 << 18 })
  source.on('data', (chunk) => onBytes(chunk.length))
  if (format === 'tar.bz2')
    return unpackTar(
      bunzip2(source, (bytes) => bunzipped.count(bytes)),
      unpacking,
    )
  let names: string[] = []
  await pipeline(source, createGunzip(), async (stream: AsyncIterable<Uint8Array>) => {
    names = await unpackTar(stream, unpacking)
  })
  return names
}

/**
 * Whether an error is the system's, such as the disk's; a duplicate member (EEXIST) is the archive's fault.
 */
function isOfSystem(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException
  return !(error instanceof Fault) && code !== undefined && code !== 'EEXIST' && /^E[A-Z]+$/u.test(code)
}
