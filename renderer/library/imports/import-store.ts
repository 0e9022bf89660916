import { create } from 'zustand'
import type { CallInput } from '#contracts/calls/calls'
import type { AddedFile } from '#contracts/calls/recordings'
import { isReadFile } from '#core/formats/reading/read-files'
import type { Term } from '#core/glossary/term'
import { addedUp, type Dropped } from '#core/formats/reading/dropped-content'
import { fileNameOf, type FileOrPath, type ImportProgress, type PageHost } from '../../rpc/host.ts'

/** A file being imported. */
export interface Import {
  readonly id: string
  readonly fileName: string
  readonly sentBytes: number
  readonly totalBytes: number
  readonly state: 'sending' | 'failed'
  readonly error: unknown
}

/** The settings chosen in the dialog before a job. */
export type JobChoice = CallInput<'jobs.start'>['settings']

/** What the dialog's answer means for a recording. */
interface Chosen {
  readonly choice: JobChoice
  readonly terms: readonly Term[]
}

interface ImportState {
  readonly imports: readonly Import[]
  /** Recordings that were imported and wait for the dialog before their job. */
  readonly arrived: readonly string[]
  /** Transcripts and captions that were imported as files and are still to be announced. */
  readonly opened: readonly Arrival[]
  /** How many errors in those files were corrected. */
  readonly corrected: number
  /** What of them was left out in reading. */
  readonly dropped: readonly Dropped[]
  /** Recordings whose sound had been deleted on purpose, and was restored by an imported file. */
  readonly soundBack: ReadonlySet<string>
  /** True if the user requested it: the dialog opens even if a transcript exists. */
  readonly byName: boolean
  /**
   * Recordings imported after the dialog was answered, with the same settings: their jobs have to be started.
   */
  readonly chosen: readonly ({ readonly recordingId: string } & Chosen)[]
}

export const useImportStore = create<ImportState>(() => ({
  imports: [],
  arrived: [],
  opened: [],
  corrected: 0,
  dropped: [],
  soundBack: new Set(),
  byName: false,
  chosen: [],
}))

/** By import: the settings chosen before the import was complete. */
const choices = new Map<string, Chosen>()

const set = useImportStore.setState
const controllers = new Map<string, { readonly stop: AbortController; readonly again: () => void }>()
let lastId = 0

/**
 * Imports files one after another; once the last of the batch is imported, all new recordings wait for one dialog
 * before their jobs. Failed imports stay in the list with the reason.
 */
export async function importFiles(host: PageHost, files: readonly FileOrPath[]): Promise<void> {
  const batch = files.map((file) => {
    lastId += 1
    return { id: String(lastId), file }
  })
  set(({ imports }) => ({
    imports: [...imports, ...batch.map(({ id, file }) => started(id, file))],
  }))
  const comesAfter = ({ file }: { readonly file: FileOrPath }): number => Number(isReadFile(fileNameOf(file)))
  const added: Arrival[] = []
  // Captions find the recording with their name if it is imported first.
  for (const { id, file } of batch.toSorted((a, b) => comesAfter(a) - comesAfter(b))) {
    const one = await bringIn(host, id, file)
    if (one !== null && !startAsChosen(id, one)) added.push(one)
  }
  arrive(added)
}

/** Clears the recordings that were announced. */
export function forgetOpened(): void {
  set({ opened: [], corrected: 0, dropped: [] })
}

/** Clears the recordings that the dialog has handled. */
export function forgetArrived(): void {
  set({ arrived: [], soundBack: new Set(), byName: false })
}

/** The dialog was answered: imports still in progress will start with the same settings. */
export function chooseForIncoming(choice: JobChoice, terms: Chosen['terms'] = []): void {
  for (const { id, state } of useImportStore.getState().imports) {
    if (state === 'sending') choices.set(id, { choice, terms })
  }
}

/** Takes the recordings whose jobs are to be started now, each only once. */
export function takeChosen(): ImportState['chosen'] {
  const { chosen } = useImportStore.getState()
  if (chosen.length > 0) set({ chosen: [] })
  return chosen
}

/** Opens the dialog for recordings that are already in the library. */
export function offerJobDialog(recordingIds: readonly string[]): void {
  set({ arrived: recordingIds, byName: true })
}

/** Recordings that were downloaded: they wait for the dialog, as imported ones do. */
export function arriveDownloaded(recordingIds: readonly string[]): void {
  set(({ arrived, byName }) => ({ arrived: [...new Set([...arrived, ...recordingIds])], byName }))
}

/** Cancels an import, or removes a failed one from the list. */
export function stopImport(id: string): void {
  choices.delete(id)
  controllers.get(id)?.stop.abort()
  remove(id)
}

export function retryImport(id: string): void {
  controllers.get(id)?.again()
}

export interface Arrival extends AddedFile {
  readonly file: FileOrPath
}

async function bringIn(host: PageHost, id: string, file: FileOrPath): Promise<Arrival | null> {
  // Cancelled while waiting for the imports before it.
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
    return { ...added, file }
  } catch (error) {
    if (stop.signal.aborted) remove(id)
    else change(id, { state: 'failed', error })
    return null
  }
}

/** A recording imported with its transcript needs no job. */
function arrive(added: readonly Arrival[]): void {
  const opened = added.filter(({ transcript }) => transcript !== null)
  const withText = new Set(opened.map(({ recordingId }) => recordingId))
  const others = added.map(({ recordingId }) => recordingId).filter((id) => !withText.has(id))
  set((state) => ({
    arrived: [...new Set([...state.arrived, ...others])],
    opened: [...state.opened, ...opened],
    soundBack: new Set([
      ...state.soundBack,
      ...added.flatMap((one) => (one.soundIsBack ? one.recordingId : [])),
    ]),
    corrected: added.reduce((sum, one) => sum + correctedIn(one), state.corrected),
    dropped: addedUp([...state.dropped, ...added.flatMap(({ dropped = [] }) => dropped)]),
  }))
}

/** What was left out is counted by kind. */
const correctedIn = ({ corrections = 0, dropped = [] }: AddedFile): number =>
  corrections - dropped.reduce((sum, { count }) => sum + count, 0)

/** Returns false if no settings were chosen for it, so that the dialog opens, or if it has a transcript. */
function startAsChosen(id: string, { recordingId, transcript }: AddedFile): boolean {
  const chosen = choices.get(id)
  choices.delete(id)
  if (chosen === undefined || transcript !== null) return false
  set((state) => ({ chosen: [...state.chosen, { recordingId, ...chosen }] }))
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
