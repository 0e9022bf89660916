import { Parser, type ReadEntry } from 'tar'
import { Fault } from '#contracts/errors'
import { damagedArchive, isWanted, memberParts, MAX_MEMBERS, unsafeMember } from './archive-member.ts'
import { MemberWriter, type UnpackedBytes } from './member-writer.ts'

const FILES: ReadonlySet<string> = new Set(['File', 'OldFile', 'ContiguousFile'])
const FOLDERS: ReadonlySet<string> = new Set(['Directory', 'GNUDumpDir'])

export interface Unpacking {
  /** Name of the archive for messages. */
  readonly archive: string
  readonly folder: string
  /** Names that belong to the model; null: any that may. */
  readonly members: readonly string[] | null
  readonly bytes: UnpackedBytes
}

/**
 * Unpacks the wanted members of a tar stream into `folder`; returns their paths there. Throws
 * `model.archive-unsafe` for a member that is not a plain file or folder, or leads elsewhere;
 * `model.archive-damaged`; `model.archive-too-large`.
 */
export async function unpackTar(
  stream: AsyncIterable<Uint8Array>,
  { archive, folder, members, bytes }: Unpacking,
): Promise<string[]> {
  const names: string[] = []
  const open = new Set<MemberWriter>()
  let count = 0
  let fault: unknown
  const attempt = (work: () => void): void => {
    if (fault !== undefined) return
    try {
      work()
    } catch (error) {
      fault = error
    }
  }
  const take = (entry: ReadEntry): void => {
    if (++count > MAX_MEMBERS) throw new Fault('model.archive-too-large', { file: archive })
    if (!FILES.has(entry.type) && !FOLDERS.has(entry.type)) throw unsafeMember(archive, entry.path)
    const parts = memberParts(archive, entry.path)
    if (!FILES.has(entry.type) || !isWanted(parts, members)) return
    const writer = new MemberWriter(folder, parts)
    open.add(writer)
    names.push(parts.join('/'))
    entry.on('data', (data) => attempt(() => writer.write(data)))
    entry.on('end', () => {
      open.delete(writer)
      writer.close()
    })
  }
  const parser = new Parser({
    strict: true,
    onReadEntry(entry) {
      attempt(() => take(entry))
      entry.resume()
    },
  })
  parser.on('ignoredEntry', (entry) =>
    attempt(() => {
      throw unsafeMember(archive, entry.path)
    }),
  )
  parser.on('error', (error) => (fault ??= damagedArchive(archive, error)))
  try {
    for await (const chunk of stream) {
      bytes.count(chunk.length)
      parser.write(chunk)
      if (fault !== undefined) throw fault
    }
    await new Promise<void>((resolve) => {
      parser.once('end', resolve)
      parser.once('error', () => resolve())
      parser.end()
    })
    if (fault !== undefined) throw fault
    if (count === 0) throw damagedArchive(archive, new Error('no members'))
    return names
  } finally {
    for (const writer of open) writer.close()
  }
}
