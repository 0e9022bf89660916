import type { Page } from '@playwright/test'
import type { CallInput, CallName, CallOutput } from '#contracts/calls/calls'
import type { WindowBridge } from '#contracts/window-bridge'

declare global {
  interface Window {
    readonly parolo?: WindowBridge
  }
}

/** Calls the studio as the page does, independently of the page: what a person sees is in the library too. */
export function calledByPage<Name extends CallName>(
  page: Page,
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name>> {
  return page.evaluate(
    ([call, given]) =>
      new Promise((resolve, reject) => {
        // Far above the page's own numbers.
        const number = 1_000_000_000 + Math.floor(Math.random() * 1_000_000_000)
        const undo = window.parolo?.onMessage((message) => {
          if (message.kind === 'events' || message.number !== number) return
          undo?.()
          if (message.kind === 'done') resolve(message.output as never)
          else reject(new Error(message.error.message))
        })
        window.parolo?.send({ kind: 'call', number, name: call, input: given, language: 'en' })
      }),
    // Playwright's types do not terminate on a JSON value inside the input.
    [name, input as unknown] as const,
  )
}
