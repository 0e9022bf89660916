import type { CallInput, CallName, CallOutput } from '#contracts/calls/calls'
import type { StudioService } from '#studio/service'

export type Call = <Name extends CallName>(name: Name, input: CallInput<Name>) => Promise<CallOutput<Name>>

/** Calls as made by a window. Rejects with code and message of the error. */
export function callsOf(pages: StudioService): Call {
  const waiting = new Map<number, { resolve: (output: unknown) => void; reject: (error: Error) => void }>()
  const connection = pages.connect({
    local: true,
    send(message) {
      if (message.kind === 'events') return
      const answer = waiting.get(message.number)
      waiting.delete(message.number)
      if (message.kind === 'done') answer?.resolve(message.output)
      else
        answer?.reject(
          new Error(`${message.error.code}: ${message.error.message} ${message.error.detail ?? ''}`),
        )
    },
  })
  let last = 0
  return (name, input) =>
    new Promise((resolve, reject) => {
      last += 1
      waiting.set(last, { resolve: resolve as (output: unknown) => void, reject })
      connection.receive({ kind: 'call', number: last, name, input, language: 'en' })
    })
}
