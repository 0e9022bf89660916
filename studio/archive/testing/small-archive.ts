import { copyFile, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import type { TranscribeSettings } from '#contracts/settings'
import type { ArchiveStatus } from '#core/archive/status'
import type { StartEngine } from '../../engine-link/engine-child.ts'
import { fakeEngine } from '../../engine-link/testing/fake-answers.ts'
import { filesBelow } from '../../files/files-below.ts'
import type { Library } from '../../library/library.ts'
import { openLibrary } from '../../library/open.ts'
import { DEFAULT_MODELS } from '../../models/model-store.ts'
import { modelStore } from '../../studio.ts'
import { gatherInto, type Gathered } from '../gather-archive.ts'
import { readManifest } from '../plan-files.ts'
import { type PlannedArchive, planArchive, type PlanOptions } from '../plan-archive.ts'
import { readStatus } from '../read-status.ts'
import { type Worked, workShard } from '../work-shard.ts'

/** Verifies the models' files once for all tests of a test file. */
const models = modelStore(os.tmpdir())

export const quickSettings: TranscribeSettings = {
  language: 'en',
  model: DEFAULT_MODELS.recognizer,
  speakers: null,
  quick: true,
  track: 0,
}

export interface SmallArchive {
  readonly root: string
  /** Folder with the recordings. */
  readonly sounds: string
  readonly dir: string
  readonly plan: (options?: Partial<PlanOptions>) => Promise<PlannedArchive>
  readonly work: (options?: {
    shard?: number
    startEngine?: StartEngine
    onFault?: (fault: unknown) => void
  }) => Promise<Worked>
  readonly status: () => Promise<ArchiveStatus>
  /** Gathers into the library in `root/library`. */
  readonly gather: () => Promise<Gathered>
  readonly inLibrary: <Result>(use: (library: Library) => Promise<Result>) => Promise<Result>
  readonly results: () => Promise<string[]>
  /** Workers' folders on the scratch disk. */
  readonly scratches: () => Promise<string[]>
}

/** An archive of these recordings with an engine without models, for one test; `plan` makes its plan. */
export async function smallArchive(recordings: Readonly<Record<string, string>>): Promise<SmallArchive> {
  const root = await mkdtemp(path.join(os.tmpdir(), 'parolo-archive test-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  const [sounds, dir, scratch] = ['recordings', 'the plan', 'scratch'].map((name) =>
    path.join(root, name),
  ) as [string, string, string]
  await mkdir(sounds)
  await mkdir(scratch)
  for (const [name, sound] of Object.entries(recordings)) await copyFile(sound, path.join(sounds, name))
  const { signal } = new AbortController()
  const inLibrary: SmallArchive['inLibrary'] = async (use) => {
    const library = await openLibrary(path.join(root, 'library'))
    try {
      return await use(library)
    } finally {
      await library.close()
    }
  }
  return {
    root,
    sounds,
    dir,
    plan: (options = {}) =>
      planArchive({
        inputs: [sounds],
        dir,
        settings: quickSettings,
        glossary: [],
        hours: 30,
        cpus: 1,
        mem: '2G',
        models,
        version: '0.1.0',
        language: 'en',
        signal,
        onProgress: () => undefined,
        ...options,
      }),
    work: ({ shard = 0, startEngine = fakeEngine, onFault } = {}) =>
      workShard({
        dir,
        shard,
        scratch,
        models,
        startEngine,
        version: '0.1.0',
        language: 'en',
        signal,
        onProgress: () => undefined,
        onOutcome: (_, outcome) => {
          if (outcome.kind === 'fault') onFault?.(outcome.fault)
        },
      }),
    status: () => readStatus(dir, null),
    gather: () =>
      inLibrary(async (library) =>
        gatherInto(library, dir, await readManifest(dir), { signal, onProgress: () => undefined }),
      ),
    inLibrary,
    results: () => filesBelow(path.join(dir, 'done')),
    scratches: () => readdir(scratch),
  }
}
