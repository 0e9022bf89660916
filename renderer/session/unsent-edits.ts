import type { EditGroup } from './edit-group.ts'
import type { RefusedEdits } from './refused-edits.ts'

/**
 * Stores unsaved edits where they survive a crash of the page. Sending twice is harmless, as the studio identifies an
 * edit by its id; the next window that opens the transcript therefore sends what is stored.
 */
export interface UnsentEdits {
  put(group: EditGroup): void
  remove(keys: readonly string[]): void
  /** All edits left by any window, in order. */
  left(): EditGroup[]
  /** Removes the edits from `left` but keeps them until the user dismisses them. */
  setAside(refused: RefusedEdits): void
  refused(): RefusedEdits[]
  dismiss(keys: readonly string[]): void
}

// Writing this many takes longer than a frame: it is postponed until the page has drawn them, well within the 300 ms
// that a crash may lose.
const manyEdits = 100

/** `storage`: localStorage. One item for each group, so that the cost of a keystroke does not grow with the queue. */
export function unsentEdits(storage: Storage, transcriptId: string): UnsentEdits {
  const prefix = `parolo.unsent.${transcriptId}.`
  const refusedPrefix = `parolo.refused.${transcriptId}.`
  const waiting = new Map<string, EditGroup>()
  const keep = (name: string, value: EditGroup | RefusedEdits): void => {
    try {
      storage.setItem(name, JSON.stringify(value))
    } catch (error) {
      // Storage is full: the edit is still sent from memory within 300 ms.
      console.warn('What is not yet saved cannot be kept on this page as well.', error)
    }
  }
  const write = (group: EditGroup): void => keep(prefix + group.key, group)
  const readAll = (start: string): unknown[] =>
    Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
      .filter((name) => name.startsWith(start))
      .sort()
      .map((name): unknown => JSON.parse(storage.getItem(name) ?? ''))
  const writeWaiting = (): void => {
    for (const group of waiting.values()) write(group)
    waiting.clear()
  }
  return {
    put(group) {
      if (group.edits.length < manyEdits) {
        write(group)
        return
      }
      waiting.set(group.key, group)
      setTimeout(writeWaiting, 50)
    },
    remove(keys) {
      for (const key of keys) {
        waiting.delete(key)
        storage.removeItem(prefix + key)
      }
    },
    left() {
      writeWaiting()
      return readAll(prefix) as EditGroup[]
    },
    setAside(refused) {
      keep(refusedPrefix + refused.group.key, refused)
      this.remove([refused.group.key])
    },
    refused: () => readAll(refusedPrefix) as RefusedEdits[],
    dismiss(keys) {
      for (const key of keys) storage.removeItem(refusedPrefix + key)
    },
  }
}
