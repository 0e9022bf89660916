import { create } from 'zustand'
import type { CallInput } from '#contracts/calls/calls'
import type { AddedFile } from '#contracts/calls/recordings'
import { fileNameOf, type FileOrPath, type ImportProgress, type PageHost } from '../../rpc/host.ts'

/** A file on its way into the library. */
export interface Import {
  readonly id: string
  readonly fileName: string
  readonly sentBytes: number
  readonly totalBytes: number
  readonly state: 'sending' | 'failed'
  readonly error: unknown
}

/** What was chosen in the dialog before a job. */
export type JobChoice = CallInput<'jobs.start'>['settings']

interface ImportState {
  readonly imports: readonly Import[]
  /** Recordings that have come and wait for the dialog before their job. */
  readonly arrived: readonly string[]
  /** Recordings whose transcripts have come as files, and are to be told of. */
  readonly opened: readonly string[]
  /** The person asked for it by name: written or not, the dialog comes. */
  readonly byName: boolean
  /** Recordings that came after the dialog was answered, for the same choice: their jobs are to be started. */
  readonly chosen: readonly { readonly recordingId: string; readonly choice: JobChoice }[]
}

export const useImportStore = create<ImportState>(() => ({
  imports: [],
  arrived: [],
  opened: [],
  byName: false,
  chosen: [],
}))

/** By import: what was chosen while it was still on its way. */
const choices = new Map<string, JobChoice>()

const set = useImportStore.setState
const controllers = new Map<string, { readonly stop: AbortController; readonly again: () => void }>()
let lastId = 0

/**
 * Brings files in, one after another; once the last of the batch is in, those that came wait for the dialog before their
 * job, all for the same. What fails stays in the list with its reason.
 */
export async function importFiles(host: PageHost, files: readonly FileOrPath[]): Promise<void> {
  const batch = files.map((file) => {
    lastId += 1
    return { id: String(lastId), file }
  })
  set(({ imports }) => ({
    imports: [...imports, ...batch.map(({ id, file }) => started(id, file))],
  }))
  const added: AddedFile[] = []
  for (const { id, file } of batch) {
    const one = await bringIn(host, id, file)
    if (one !== null && !startAsChosen(id, one)) added.push(one)
  }
  arrive(added)
}

/** The person has been told of them. */
export function forgetOpened(): void {
  set({ opened: [] })
}

/** The dialog is through with them. */
export function forgetArrived(): void {
  set({ arrived: [], byName: false })
}

/** The dialog was answered: what is still on its way starts with the same choice once it is there. */
export function chooseForComing(choice: JobChoice): void {
  for (const { id, state } of useImportStore.getState().imports) {
    if (state === 'sending') choices.set(id, choice)
  }
}

/** Takes the recordings whose jobs are to be started now, each once. */
export function takeChosen(): ImportState['chosen'] {
  const { chosen } = useImportStore.getState()
  if (chosen.length > 0) set({ chosen: [] })
  return chosen
}

/** The dialog is asked for recordings that are in the library already. */
export function offerJobDialog(recordingIds: readonly string[]): void {
  set({ arrived: recordingIds, byName: true })
}

/** Stops a file on its way, or puts a failed one away. */
export function stopImport(id: string): void {
  choices.delete(id)
  controllers.get(id)?.stop.abort()
  remove(id)
}

export function retryImport(id: string): void {
  controllers.get(id)?.again()
}

async function bringIn(host: PageHost, id: string, file: FileOrPath): Promise<AddedFile | null> {
  // Stopped while it waited for those before it.
  if (!useImportStore.getState().imports.some((known) => known.id === id)) return null
  const stop = new AbortController()
  const again = (): void => {
    change(id, started(id, file))
    void bringIn(host, id, file).then((added) => {
      if (added !== null && !startAsChosen(id, added)) arrive([added])
    })
  }
  controllers.set(id, { stop, again })
  try {
    const added = await host.importFile(file, {
      signal: stop.signal,
      onProgress: ({ sentBytes, totalBytes }: ImportProgress) => change(id, { sentBytes, totalBytes }),
    })
    remove(id)
    return added
  } catch (error) {
    if (stop.signal.aborted) remove(id)
    else change(id, { state: 'failed', error })
    return null
  }
}

/** A recording whose transcript came along waits for no job. */
function arrive(added: readonly AddedFile[]): void {
  const opened = new Set(added.filter(({ transcript }) => transcript === 'new').map((one) => one.recordingId))
  const others = added.map(({ recordingId }) => recordingId).filter((id) => !opened.has(id))
  set((state) => ({
    arrived: [...new Set([...state.arrived, ...others])],
    opened: [...new Set([...state.opened, ...opened])],
  }))
}

/** False where nothing was chosen for it, so that the dialog asks, or where it brought its transcript. */
function startAsChosen(id: string, { recordingId, transcript }: AddedFile): boolean {
  const choice = choices.get(id)
  choices.delete(id)
  if (choice === undefined || transcript === 'new') return false
  set((state) => ({ chosen: [...state.chosen, { recordingId, choice }] }))
  return true
}

function started(id: string, file: FileOrPath): Import {
  const totalBytes = typeof file === 'string' ? 0 : file.size
  return { id, fileName: fileNameOf(file), sentBytes: 0, totalBytes, state: 'sending', error: null }
}

function change(id: string, patch: Partial<Import>): void {
  set(({ imports }) => ({
    imports: imports.map((known) => (known.id === id ? { ...known, ...patch } : known)),
  }))
}

function remove(id: string): void {
  controllers.delete(id)
  set(({ imports }) => ({ imports: imports.filter((known) => known.id !== id) }))
}
