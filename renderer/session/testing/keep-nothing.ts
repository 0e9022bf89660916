import type { UnsentEdits } from '../unsent-edits.ts'

/** Stores nothing, for tests of a session alone. */
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
