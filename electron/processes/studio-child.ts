import type { FromStudio, ToStudio } from './studio-messages.ts'

/** The studio's process, of whatever kind. */
export interface StudioChild {
  /** What a process that is ending does not get is told by its end. */
  send(message: ToStudio): void
  /** At once, whatever it is at. */
  kill(): void
}

/** What main hears of it. */
export interface StudioEars {
  readonly message: (message: FromStudio) => void
  readonly stderr: (text: string) => void
  /** The last that is heard, with how it ended. */
  readonly ended: (how: string) => void
}

/** Starts the studio; nothing is heard of it before this has returned. */
export type StartStudio = (ears: StudioEars) => StudioChild
