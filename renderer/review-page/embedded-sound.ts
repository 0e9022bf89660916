/** Characters that are decoded at once, in a few ms also on a slow phone: a multiple of four. */
const PIECE = 16 * 1024
/** The longest wait for a moment without keys, in ms. */
const IDLE_MS = 500
/** As much of such a moment is left for what comes next, in ms. */
const LEFT_MS = 8

/** The sound at the end of the page as an address; decoded bit by bit, so that the page answers meanwhile. */
export async function embeddedSound(window: Window, type: string): Promise<string> {
  const { document } = window
  if (document.readyState === 'loading')
    await new Promise((resolve) => {
      document.addEventListener('DOMContentLoaded', resolve, { once: true })
    })
  const element = document.getElementById('sound')
  const base64 = element?.textContent ?? ''
  // Blobs of their own: at the end only references are joined, instead of megabytes between two keys.
  const pieces: Blob[] = []
  for (let at = 0; at < base64.length;) {
    const hasTime = await idle(window)
    do {
      pieces.push(new Blob([bytesOf(base64.slice(at, at + PIECE))]))
      at += PIECE
    } while (at < base64.length && hasTime())
  }
  element?.remove()
  return URL.createObjectURL(new Blob(pieces, { type }))
}

/** Waits until the page has nothing else to do; returns whether that is so still. */
function idle(window: Window): Promise<() => boolean> {
  // Not in Safari.
  const { requestIdleCallback } = window as Partial<Pick<Window, 'requestIdleCallback'>>
  return new Promise((resolve) => {
    if (requestIdleCallback === undefined) window.setTimeout(() => resolve(() => false), 4)
    else
      window.requestIdleCallback((deadline) => resolve(() => deadline.timeRemaining() > LEFT_MS), {
        timeout: IDLE_MS,
      })
  })
}

type Bytes = Uint8Array<ArrayBuffer>

function bytesOf(base64: string): Bytes {
  // Ten times as fast, in browsers since 2025.
  const { fromBase64 } = Uint8Array as { readonly fromBase64?: (text: string) => Bytes }
  if (fromBase64 !== undefined) return fromBase64.call(Uint8Array, base64)
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at)
  return bytes
}
