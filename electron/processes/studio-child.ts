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

/**
 * Starts the studio on the library in `folder`, or on the default one; no callback is called before this
 * returns.
 */
export type StartStudio = (listeners: StudioListeners, folder?: string) => StudioChild

/** Environment variable with the library's folder for the studio's process, if it is not the default one. */
export const LIBRARY_VARIABLE = 'PAROLO_LIBRARY'

/** This process's environment, with the library's folder. */
export function environmentFor(folder: string | undefined): Record<string, string> {
  const own = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return { ...Object.fromEntries(own), ...(folder === undefined ? {} : { [LIBRARY_VARIABLE]: folder }) }
}
