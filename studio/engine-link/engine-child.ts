import type { EngineRequest } from '#contracts/engine'

/** An engine's process, however it was started. */
export interface EngineChild {
  readonly pid: number | undefined
  /** Messages that an ending process does not receive are not reported; `ended` follows. */
  send(message: { readonly number: number; readonly request: EngineRequest }): void
  /** Immediately, without waiting for running work. */
  kill(): void
  /** Keeps the parent's event loop alive only while work is awaited. */
  hold(held: boolean): void
}

/** Callbacks for an engine's messages, stderr and end. */
export interface EngineListener {
  readonly message: (message: unknown) => void
  readonly stderr: (text: string) => void
  /** The last callback; `how`: `exit 1`, `signal SIGKILL`, or why the process could not be started. */
  readonly ended: (how: string) => void
}

/** Starts an engine; no callback is called before this returns. */
export type StartEngine = (listener: EngineListener) => EngineChild

/** How engines are run: the number of parallel calls, and the function that starts a process. */
export interface EngineResources {
  readonly cores: number
  readonly startEngine: StartEngine
}
