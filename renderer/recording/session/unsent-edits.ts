import type { Edit } from '#core/edits/edit'

/** Edits of one call of `apply`, on their way to the studio. */
export interface EditGroup {
  /** Unique; groups of one window in their order. */
  readonly key: string
  /** Its place among what this window did, errands too. */
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
}

// Writing so many takes longer than a frame: it waits until the page has shown them, well within the 300 ms that a
// crash may cost.
const manyEdits = 100

/** `storage`: localStorage. One item a group, so that a key costs the same however much waits. */
export function unsentEdits(storage: Storage, transcriptId: string): UnsentEdits {
  const prefix = `parolo.unsent.${transcriptId}.`
  const waiting = new Map<string, EditGroup>()
  const write = (group: EditGroup): void => {
    try {
      storage.setItem(prefix + group.key, JSON.stringify(group))
    } catch (error) {
      // Full: the edit is still sent from memory within 300 ms.
      console.warn('What is not yet saved cannot be kept on this page as well.', error)
    }
  }
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
      const names = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
      return names
        .filter((name) => name.startsWith(prefix))
        .sort()
        .map((name) => JSON.parse(storage.getItem(name) ?? '') as EditGroup)
    },
  }
}

/** Kept nowhere: for tests, and where a page has no storage. */
export function keepNothing(): UnsentEdits {
  return { put: () => undefined, remove: () => undefined, left: () => [] }
}
