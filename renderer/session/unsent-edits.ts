import type { Edit } from '#core/edits/edit'
import type { RefusedEdits } from './refused-edits.ts'

/** Edits of one call of `apply`, on their way to the studio. */
export interface EditGroup {
  /** Unique; groups of one window in their order. */
  readonly key: string
  /** Its place among what this window did. */
  readonly order: number
  readonly edits: readonly Edit[]
  readonly stepId: string
  /** The newest edit of the library that was in the text when they were made. */
  readonly baseNumber: number
}

/**
 * What was typed and is not yet kept by the studio, where a crash of the page does not reach it. Sending twice does no
 * harm, as the studio knows an edit by its id: so whoever opens the transcript next sends what is found here.
 */
export interface UnsentEdits {
  put(group: EditGroup): void
  remove(keys: readonly string[]): void
  /** All that is left of any window, in its order. */
  left(): EditGroup[]
  /** No longer among what is left, but kept until a person dismisses it. */
  setAside(refused: RefusedEdits): void
  refused(): RefusedEdits[]
  dismiss(keys: readonly string[]): void
}

// Writing so many takes longer than a frame: it waits until the page has shown them, well within the 300 ms that a
// crash may cost.
const manyEdits = 100

/** `storage`: localStorage. One item a group, so that a key costs the same however much waits. */
export function unsentEdits(storage: Storage, transcriptId: string): UnsentEdits {
  const prefix = `parolo.unsent.${transcriptId}.`
  const refusedPrefix = `parolo.refused.${transcriptId}.`
  const waiting = new Map<string, EditGroup>()
  const keep = (name: string, value: EditGroup | RefusedEdits): void => {
    try {
      storage.setItem(name, JSON.stringify(value))
    } catch (error) {
      // Full: the edit is still sent from memory within 300 ms.
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

/** Kept nowhere: for tests, and where a page has no storage. */
export function keepNothing(): UnsentEdits {
  const nothing = (): void => undefined
  return {
    put: nothing,
    remove: nothing,
    left: () => [],
    setAside: nothing,
    refused: () => [],
    dismiss: nothing,
  }
}
