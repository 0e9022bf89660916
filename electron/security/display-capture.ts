import type { Session } from 'electron'
import { isOurs } from './page-origin.ts'

/** A page must request the capture within this time after announcing a recording. */
const ALLOWED_MS = 10_000

/** Lets the page capture the computer's own sound, once per recording started. */
export class DisplayCapture {
  #allowedUntilMs = 0
  readonly #now: () => number

  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  /** The page is about to request it, as a person switched the source on. */
  allow(): void {
    this.#allowedUntilMs = this.#now() + ALLOWED_MS
  }

  get isAllowed(): boolean {
    return this.#now() < this.#allowedUntilMs
  }

  /** True once for each `allow`. */
  take(): boolean {
    const isAllowed = this.isAllowed
    this.#allowedUntilMs = 0
    return isAllowed
  }

  answerRequests(session: Session): void {
    session.setDisplayMediaRequestHandler((request, callback) => {
      const { frame } = request
      if (frame !== null && isOurs(frame.url) && this.take()) {
        // The page's own frame, whose capture it stops at once, needs no screen permission and no portal.
        callback({ video: frame, audio: 'loopback' })
        return
      }
      try {
        callback({})
      } catch (error) {
        // Electron refuses the page's request and also throws, as no video source was given.
        if (!(error instanceof TypeError)) throw error
      }
    })
  }
}
