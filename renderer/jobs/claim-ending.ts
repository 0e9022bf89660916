/** A visible page claims the end of a task first; the others wait this long for it. */
const WATCHED_FIRST_MS = 1_000
/** By then every page of the library has received the event. */
const CLAIM_MS = 15_000

/** Whether the page is visible to the user. */
export function isWatched(): boolean {
  return document.visibilityState === 'visible' && document.hasFocus()
}

/**
 * Whether this page is the one of its browser that reports an ending: a visible page is, else the first one.
 */
export async function claimEnding(name: string, onError: (error: unknown) => void): Promise<boolean> {
  if (!isWatched()) await new Promise((resolve) => setTimeout(resolve, WATCHED_FIRST_MS))
  const locks = (navigator as { readonly locks?: LockManager }).locks
  if (locks === undefined) return true
  return new Promise((resolve) => {
    locks
      .request(name, { ifAvailable: true }, async (lock) => {
        resolve(lock !== null)
        if (lock !== null) await new Promise((free) => setTimeout(free, CLAIM_MS))
      })
      .catch(onError)
  })
}
