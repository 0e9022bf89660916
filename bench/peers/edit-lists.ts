import { fileURLToPath } from 'node:url'
import type { CutListId } from '#core/cut/lists/cut-lists'
import { runMeasured } from '../measure/run-measured.ts'
import { pythonWith } from './python-packages.ts'

/** Which lists each program reads; OpenTimelineIO with adapters of its project. */
export const editListReaders = {
  opentimelineio: ['cut-otio', 'cut-edl', 'cut-fcpxml'],
  pycmx: ['cut-edl'],
} as const satisfies Readonly<Record<string, readonly CutListId[]>>

export const editListVersions = {
  pycmx: '1.5.1',
  'otio-cmx3600-adapter': '1.0.0',
  'otio-fcpx-xml-adapter': '1.0.0',
  opentimelineio: '0.18.1',
} as const

export interface EditListFile {
  readonly name: string
  readonly reader: string
  readonly list: CutListId
  readonly text: string
  /** Frames a second. */
  readonly fps: number
}

/** Start, end and place in the cut of each clip by track, in frames or samples. */
export type ReadTracks =
  | { readonly tracks: readonly { readonly kind: string; readonly clips: readonly number[][] }[] }
  | { readonly error: string }

/** The files as these programs read them, in the same order. */
export async function readEditLists(
  files: readonly EditListFile[],
  say: (line: string) => void,
): Promise<readonly ReadTracks[]> {
  const packages = Object.entries(editListVersions).map(([name, version]) => `${name}==${version}`)
  const python = await pythonWith(packages, 'otiocat', say)
  const script = fileURLToPath(new URL('./edit_lists.py', import.meta.url))
  const { stdout } = await runMeasured(python, [script], { input: JSON.stringify(files) })
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ReadTracks)
}
