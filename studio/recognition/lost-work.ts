import { Fault } from '#contracts/errors'

/** Whether the engine failed only on this unit of work: it is lost and counted, and the job continues. */
export function isLostWork(error: unknown): boolean {
  return (
    error instanceof Fault &&
    (error.code === 'engine.died' || error.code === 'engine.silent' || error.code === 'engine.failed')
  )
}
