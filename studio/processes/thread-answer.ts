import { parentPort } from 'node:worker_threads'
import { type ErrorCode, Fault, type FaultValues } from '#contracts/errors'

/** What a thread answers to one input. */
export type ThreadAnswer<Result> =
  | { readonly kind: 'done'; readonly result: Result }
  | {
      readonly kind: 'fault'
      readonly code: ErrorCode
      readonly values: FaultValues
      readonly detail: string | undefined
    }

/** In a thread: does its work for each input and sends the result. An error that is not a fault ends the thread. */
export function answerEach<Input, Result>(work: (input: Input) => Result | Promise<Result>): void {
  parentPort?.on('message', (input: Input) => {
    void answerOf(() => work(input)).then((answer) => parentPort?.postMessage(answer))
  })
}

async function answerOf<Result>(work: () => Result | Promise<Result>): Promise<ThreadAnswer<Result>> {
  try {
    return { kind: 'done', result: await work() }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    const { code, values, detail } = error
    return { kind: 'fault', code, values, detail }
  }
}

/** The result in an answer; throws its fault. */
export function resultOf<Result>(answer: ThreadAnswer<Result>): Result {
  if (answer.kind === 'done') return answer.result
  throw new Fault(answer.code, answer.values, answer.detail)
}
