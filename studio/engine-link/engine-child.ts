import type { NumberedRequest } from '#contracts/engine'
import type { StartChild, OwnChild } from '../processes/child-process.ts'

/** An engine's process, however it was started. */
export type EngineChild = OwnChild<NumberedRequest>

/** Starts an engine; no callback is called before this returns. */
export type StartEngine = StartChild<NumberedRequest>

/** How engines are run: the number of parallel calls, and the function that starts a process. */
export interface EngineResources {
  readonly cores: number
  readonly startEngine: StartEngine
}
