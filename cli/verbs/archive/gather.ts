import path from 'node:path'
import { Fault } from '#contracts/errors'
import { type GatherBy, libraryName } from '#core/archive/library-names'
import type { ManifestRow } from '#core/archive/manifest'
import { gatherInto } from '#studio/archive/gather-archive'
import { readManifest } from '#studio/archive/plan-files'
import { badOption, type Invocation, text } from '../../options/arguments.ts'
import { archiveFolder, type ArchiveCall } from './archive-call.ts'

export function readGatherOptions(invocation: Invocation): {
  readonly dir: string
  readonly by: GatherBy | null
} {
  const dir = archiveFolder(invocation)
  const by = text(invocation, 'by')
  const known = by?.toLowerCase()
  if (known !== undefined && known !== 'folder' && known !== 'year')
    throw badOption(invocation, 'by', by ?? '')
  // Results of thousands of recordings must not go to the default library by accident.
  if (text(invocation, 'data') === undefined && !process.env.PAROLO_HOME)
    throw new Fault('usage.bad-option', { option: '--data', verb: 'archive gather' })
  return { dir, by: known ?? null }
}

export async function runGather(
  { terminal, dataFolder, openAt }: ArchiveCall,
  { dir, by }: ReturnType<typeof readGatherOptions>,
  signal: AbortSignal,
): Promise<number> {
  const rows = await readManifest(dir)
  let broken = 0
  for (const [folder, some] of byLibrary(rows, by, dataFolder, terminal.words('archive.undated'))) {
    const studio = await openAt(folder)
    try {
      terminal.startFile()
      const gathered = await gatherInto(studio.library, dir, some, {
        signal,
        onProgress: (fraction) => terminal.progress(folder, { kind: 'step', step: 'import', fraction }),
      })
      broken += gathered.broken
      terminal.note(
        'gathered',
        { folder, ...gathered },
        terminal.words('archive.gathered', { folder, ...gathered }),
      )
    } finally {
      await studio.close()
    }
  }
  if (broken === 0) return 0
  terminal.note('broken', { count: broken }, terminal.words('archive.broken-results', { count: broken }))
  return 1
}

/** Recordings by their library's folder, in order of name. */
function byLibrary(
  rows: readonly ManifestRow[],
  by: GatherBy | null,
  dataFolder: string,
  undated: string,
): [string, ManifestRow[]][] {
  if (by === null) return [[dataFolder, [...rows]]]
  const groups = new Map<string, ManifestRow[]>()
  for (const row of rows) {
    const folder = path.join(dataFolder, libraryName(row, by, undated))
    const group = groups.get(folder)
    if (group === undefined) groups.set(folder, [row])
    else group.push(row)
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
}
