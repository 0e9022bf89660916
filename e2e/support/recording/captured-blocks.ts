import type { BrowserContext } from '@playwright/test'

/** A block as posted by the page's audio thread. */
export interface CapturedBlock {
  /** Number of the page in this browser. */
  readonly page: number
  readonly firstFrame: number
  /** When it was posted, by Date.now(). */
  readonly endWallMs: number
  readonly samples: Int16Array
}

/** What a page reported about its recording. */
export interface Claim {
  readonly page: number
  readonly atMs: number
  readonly text: string
}

export interface Captured {
  readonly blocks: CapturedBlock[]
  readonly claims: Claim[]
}

interface Posted {
  readonly page: number
  readonly firstFrame: number
  readonly endWallMs: number
  readonly base64: string
}

/**
 * Passes on each block captured by any page of the browser, before it is sent or stored, and the page's
 * reports.
 */
export async function captureBlocks(context: BrowserContext): Promise<Captured> {
  const captured: Captured = { blocks: [], claims: [] }
  await context.exposeFunction('posted', ({ base64, ...block }: Posted) => {
    const bytes = Uint8Array.from(Buffer.from(base64, 'base64'))
    captured.blocks.push({ ...block, samples: new Int16Array(bytes.buffer) })
  })
  await context.exposeFunction('claimed', (claim: Claim) => captured.claims.push(claim))
  await context.addInitScript(() => {
    const page = Math.floor(Math.random() * 1e9)
    const tell = window as unknown as {
      posted: (block: Posted) => void
      claimed: (claim: Claim) => void
    }
    const Own = window.AudioWorkletNode
    window.AudioWorkletNode = class extends Own {
      constructor(...options: ConstructorParameters<typeof Own>) {
        super(...options)
        this.port.addEventListener('message', ({ data }: MessageEvent) => {
          const { input, firstFrame, endWallMs, samples } = data as {
            input: number
            firstFrame: number
            endWallMs: number
            samples: Int16Array
          }
          // The first microphone; a source that is off delivers silence.
          if (input !== 0) return
          let text = ''
          for (const byte of new Uint8Array(samples.buffer)) text += String.fromCodePoint(byte)
          tell.posted({ page, firstFrame, endWallMs, base64: btoa(text) })
        })
      }
    }
    let before = ''
    setInterval(() => {
      const text = document.querySelector('section[aria-label="Recording in progress"]')?.textContent ?? ''
      if (text === before) return
      before = text
      tell.claimed({ page, atMs: Date.now(), text })
    }, 100)
  })
  return captured
}
