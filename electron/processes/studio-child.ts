import type { FromStudio, ToStudio } from './studio-messages.ts'

/** The studio's process, of either kind. */
export interface StudioChild {
  /** Errors are ignored: the process's exit is reported separately. */
  send(message: ToStudio): void
  /** Immediately, whatever it is doing. */
  kill(): void
}

/** Callbacks for messages from the studio's process. */
export interface StudioListeners {
  readonly message: (message: FromStudio) => void
  readonly stderr: (text: string) => void
  /** Called last, with how the process ended. */
  readonly ended: (how: string) => void
}

/** Starts the studio; no callback is called before this returns. */
export type StartStudio = (listeners: StudioListeners) => StudioChild
