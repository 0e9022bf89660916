import { Fault } from '#contracts/errors'

/** Whether the engine failed on this piece of work alone: the piece is lost and counted, the job goes on. */
export function isLostWork(error: unknown): boolean {
  return (
    error instanceof Fault &&
    (error.code === 'engine.died' || error.code === 'engine.silent' || error.code === 'engine.failed')
  )
}
