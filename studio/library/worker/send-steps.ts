import type { OnOpeningStep } from '../opening-step.ts'
import type { FromWorker } from './worker-messages.ts'

/** Smaller libraries open before anybody could read the progress. */
const LARGE_BYTES = 100e6
/** As often as a person can follow. */
const EVERY_MS = 200

/** Sends each new step of opening a large library, and its progress a few times a second. */
export function sendSteps(
  send: (message: FromWorker) => void,
  now: () => number = () => performance.now(),
): OnOpeningStep {
  let last = ''
  let sentAt = -Infinity
  return (step) => {
    if (step.totalBytes < LARGE_BYTES) return
    if (step.step === last && step.doneBytes < step.totalBytes && now() - sentAt < EVERY_MS) return
    last = step.step
    sentAt = now()
    send({ kind: 'opening', step })
  }
}
