import type { EngineRequest } from '#contracts/engine'

/** An engine's process, whoever started it. */
export interface EngineChild {
  readonly pid: number | undefined
  /** What a process that is ending does not get is told by its end. */
  send(message: { readonly number: number; readonly request: EngineRequest }): void
  /** At once, whatever it is at. */
  kill(): void
  /** Keeps the parent's event loop alive only while work is awaited. */
  hold(held: boolean): void
}

/** What its parent hears of an engine. */
export interface EngineListener {
  readonly message: (message: unknown) => void
  readonly stderr: (text: string) => void
  /** The last that is heard; `how`: `exit 1`, `signal SIGKILL`, or why it could not be started. */
  readonly ended: (how: string) => void
}

/** Starts an engine; nothing is heard of it before this has returned. */
export type StartEngine = (ears: EngineListener) => EngineChild

/** Where engines run: how many at once, and started by whom. */
export interface EngineResources {
  readonly cores: number
  readonly startEngine: StartEngine
}
