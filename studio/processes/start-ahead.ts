import type { ChildListener, OwnChild, StartChild } from './child-process.ts'

export interface Ahead<Message> {
  /** Gives the child that was started ahead to the first caller, and starts one for each further call. */
  readonly start: StartChild<Message>
  /** Ends the child if nobody took it. */
  readonly close: () => void
}

/** Starts a child before it is needed, so that it is ready by then; what it sends until then is kept. */
export function startAhead<Message>(start: StartChild<Message>): Ahead<Message> {
  let listener: ChildListener | null = null
  const kept: ((to: ChildListener) => void)[] = []
  const pass = (call: (to: ChildListener) => void): void => {
    if (listener === null) kept.push(call)
    else call(listener)
  }
  let child: OwnChild<Message> | null = start({
    message: (message) => pass((to) => to.message(message)),
    stderr: (text) => pass((to) => to.stderr(text)),
    ended: (how) => {
      child = null
      pass((to) => to.ended(how))
    },
  })
  child.hold(false)
  return {
    start(given) {
      if (child === null) return start(given)
      const taken = child
      child = null
      taken.hold(true)
      queueMicrotask(() => {
        listener = given
        for (const call of kept.splice(0)) call(given)
      })
      return taken
    },
    close() {
      child?.kill()
      child = null
    },
  }
}
