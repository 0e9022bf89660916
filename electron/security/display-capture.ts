import type { Session } from 'electron'
import { isOurs } from './page-origin.ts'

/** So long after the page announced a recording, its request is answered. */
const ALLOWED_MS = 10_000

/** Gives the page what the computer plays, once each time that a recording starts. */
export class DisplayCapture {
  #allowedUntilMs = 0
  readonly #now: () => number

  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  /** The page is about to ask, as a person switched the source on. */
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
        // The page's own picture, which it stops at once, needs no permission for the screen and no portal.
        callback({ video: frame, audio: 'loopback' })
        return
      }
      try {
        callback({})
      } catch (error) {
        // Electron refuses the page's request and also throws, as no picture was given.
        if (!(error instanceof TypeError)) throw error
      }
    })
  }
}
