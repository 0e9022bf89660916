import { Fault } from '#contracts/errors'
import { deleteRecording } from '../deletion/delete-recording.ts'
import { finishDeletions } from '../deletion/finish-deletions.ts'
import { deleteSound, type StorageParts } from './delete-sound.ts'
import { localDay, nextDayMs } from './local-day.ts'

/** The outcome for a sound, or a whole recording, that was due for deletion. */
export interface DueSound {
  readonly what: 'sound' | 'recording'
  readonly recordingId: string
  readonly title: string
  readonly dueOn: string
  /** Null: it was deleted. Deletions that have to wait (`sound.in-use`, `sound.no-text`) are retried. */
  readonly error: unknown
}

/** Called with title and paths of deleted recordings, which logs may contain. */
type OnNames = (names: readonly string[]) => void

/** Deletes what is due on a day: whole recordings, then sounds. */
export async function deleteDue(parts: StorageParts, today: string, onNames?: OnNames): Promise<DueSound[]> {
  const recordings = await deleteDueRecordings(parts, today, onNames)
  return [...recordings, ...(await deleteDueSounds(parts, today))]
}

async function deleteDueRecordings(
  parts: StorageParts,
  today: string,
  onNames?: OnNames,
): Promise<DueSound[]> {
  const { library } = parts
  const due: DueSound[] = []
  for (const { recordingId, dueOn } of await library.dueDeletions(today)) {
    const { title } = await library.recording(recordingId)
    const known = { what: 'recording', recordingId, title, dueOn } as const
    try {
      if (await library.hasActiveJobs(recordingId)) throw new Fault('sound.in-use', { title })
      await deleteRecording(parts, recordingId, onNames === undefined ? {} : { onNames })
      due.push({ ...known, error: null })
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      // Another program did it.
      if (error.code !== 'recording.unknown') due.push({ ...known, error })
    }
  }
  return due
}

/** Deletes the sounds that are due on a day. */
export async function deleteDueSounds(parts: StorageParts, today: string): Promise<DueSound[]> {
  const { library } = parts
  const due: DueSound[] = []
  for (const recordingId of await library.dueSoundDeletions(today)) {
    const { title } = await library.recording(recordingId)
    const dueOn = (await library.soundDeletion(recordingId))?.dueOn
    // Another program did it, or a person changed their mind.
    if (dueOn == null) continue
    try {
      await deleteSound(parts, recordingId, today)
      due.push({ what: 'sound', recordingId, title, dueOn, error: null })
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      if (error.code === 'sound.deleted') continue
      due.push({ what: 'sound', recordingId, title, dueOn, error })
    }
  }
  return due
}

/** A task may be running when a sound is due. */
const AGAIN_MS = 15 * 60 * 1_000

const WAITS: ReadonlySet<string> = new Set(['sound.in-use', 'sound.no-text', 'library.busy'])

const isWaiting = (error: unknown): boolean => error instanceof Fault && WAITS.has(error.code)

export interface DueSoundsOptions extends StorageParts {
  readonly onError: (error: unknown) => void
  /** Called for each deleted sound. */
  readonly onDeleted?: (sound: DueSound) => void
  readonly onNames?: OnNames
  readonly now?: () => number
}

/**
 * While the program runs, finishes pending deletions and deletes sounds on their days: at once, at midnight,
 * and again later for those that have to wait.
 */
export class DueSounds {
  readonly #options: DueSoundsOptions
  #timer: NodeJS.Timeout | undefined
  #running: Promise<void> = Promise.resolve()
  #isClosed = false

  constructor(options: DueSoundsOptions) {
    this.#options = options
    this.#look()
  }

  async close(): Promise<void> {
    this.#isClosed = true
    clearTimeout(this.#timer)
    await this.#running
  }

  #look(): void {
    const { onError, onDeleted, onNames, now = Date.now, ...parts } = this.#options
    this.#running = finishDeletions(parts, onNames)
      .then((finished) => {
        for (const { error } of finished) if (error !== null && !isWaiting(error)) onError(error)
      })
      .then(() => deleteDue(parts, localDay(now()), onNames))
      .then((sounds) => {
        for (const sound of sounds) {
          if (sound.error === null) onDeleted?.(sound)
          else if (!isWaiting(sound.error)) onError(sound.error)
        }
      }, onError)
      .finally(() => {
        if (this.#isClosed) return
        // A computer that slept past midnight catches up within a quarter of an hour.
        this.#timer = setTimeout(() => this.#look(), Math.min(AGAIN_MS, nextDayMs(now()) - now() + 1_000))
        this.#timer.unref()
      })
  }
}
