import { CallFailed } from '../rpc/call-failed.ts'
import type { StudioClient } from '../rpc/studio-client.ts'

const PREFIX = 'parolo.unsent-notes.'

export interface TypedNotes {
  readonly text: string
  /** The edited notes of which they were made; null: a draft. */
  readonly over: string | null
}

/** Notes of one recording that were typed and are not saved yet, kept in this browser. */
export interface UnsavedNotes {
  readonly read: () => TypedNotes | null
  readonly put: (typed: TypedNotes) => void
  /** Called once they are saved; keeps what was typed since. */
  readonly saved: (text: string) => void
  readonly clear: () => void
}

/** `storage`: localStorage. Written with each key, so that a page or a program that ends loses none. */
export function createUnsavedNotes(storage: Storage, recordingId: string): UnsavedNotes {
  const key = PREFIX + recordingId
  return {
    read: () => readTyped(storage.getItem(key)),
    put(typed) {
      try {
        storage.setItem(key, JSON.stringify(typed))
      } catch (error) {
        // Storage is full: they are still saved from memory.
        console.warn('What is not yet saved cannot be kept on this page as well.', error)
      }
    },
    saved(text) {
      if (readTyped(storage.getItem(key))?.text === text) storage.removeItem(key)
    },
    clear: () => storage.removeItem(key),
  }
}

function readTyped(item: string | null): TypedNotes | null {
  if (item === null) return null
  try {
    const { text, over } = JSON.parse(item) as Partial<TypedNotes>
    if (typeof text === 'string') return { text, over: over ?? null }
  } catch (error) {
    // A former version kept the text alone.
    console.warn(error)
  }
  return { text: item, over: null }
}

/**
 * Saves what is kept in this browser whenever the program can be reached; not over notes that were edited elsewhere since,
 * which the dialog shows together with these. Returns the function that stops it.
 */
export function sendUnsavedNotes(studio: StudioClient, storage: Storage): () => void {
  const sendOne = async (recordingId: string): Promise<void> => {
    const kept = createUnsavedNotes(storage, recordingId)
    const typed = kept.read()
    if (typed === null) return
    try {
      const { other } = await studio.call('exports.setShowNotes', { recordingId, ...typed })
      if (other === undefined) kept.saved(typed.text)
    } catch (error) {
      if (error instanceof CallFailed && error.error.code === 'recording.unknown') kept.clear()
      // Tried again at the next connection, and by the dialog, which says why.
      else console.warn(error)
    }
  }
  const send = (): void => {
    for (let index = storage.length - 1; index >= 0; index -= 1) {
      const key = storage.key(index) ?? ''
      if (key.startsWith(PREFIX)) void sendOne(key.slice(PREFIX.length))
    }
  }
  if (studio.connection === 'connected') send()
  return studio.onConnection((state) => state === 'connected' && send())
}
