import { legalFileName } from '../formats/legal-file-name.ts'
import type { ManifestRow } from './manifest.ts'

/** How an archive's results are divided among libraries. */
export type GatherBy = 'folder' | 'year'

/**
 * Name of the folder for a recording's library, legal on every system: the name of the file's folder, or the
 * year of its date (`1998-03-02`, `02.03.1998`, `1998`). `undated`: for a recording without a date.
 */
export function libraryName(
  { path, date }: Pick<ManifestRow, 'path' | 'date'>,
  by: GatherBy,
  undated: string,
): string {
  if (by === 'year') return /(?<!\d)(?:1[89]|2[01])\d\d(?!\d)/u.exec(date)?.[0] ?? undated
  const folder = path.split(/[/\\]/u).at(-2) ?? ''
  return legalFileName(folder, '', 'recordings')
}
