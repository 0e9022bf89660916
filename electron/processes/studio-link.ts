import { Fault, type WireError } from '#contracts/errors'
import type { SoundToPage } from '#contracts/sound-wire'
import type { ToPage } from '#contracts/wire'
import type { OnOpeningStep } from '#studio/library/opening-step'
import type { StartStudio } from './studio-child.ts'
import type { FromStudio, StudioQuestions, ToStudio } from './studio-messages.ts'

/** Number of bytes kept from the end of the studio's stderr, where the cause of a crash is. */
const STDERR_BYTES = 8_000

export interface StudioLink {
  /** Resolves when the library is open; rejects with the studio's error, or the reason why it ended. */
  readonly ready: Promise<void>
  /** Resolves when the process has ended, with the tail of its stderr. */
  readonly ended: Promise<string>
  send(message: ToStudio): void
  ask<Question extends keyof StudioQuestions>(
    question: Question,
    value: StudioQuestions[Question]['value'],
  ): Promise<StudioQuestions[Question]['answer']>
  /**
   * Asks it to stop: a running job's lease is released, and the job continues at the next start. Kills it after
   * `graceMs`.
   */
  quit(graceMs: number): Promise<void>
}

export class StudioRefused extends Error {
  readonly error: WireError
  constructor(error: WireError) {
    super(error.message)
    this.error = error
  }
}

/** Runs the studio in a separate process, so that no window ever waits for it. */
export function linkStudio(
  startStudio: StartStudio,
  onPage: (window: number, message: ToPage) => void,
  onSound: (channel: number, message: SoundToPage) => void,
  log: (text: string) => void,
  onDeleted: (names: readonly string[]) => void,
  resolveProxy: (url: string) => Promise<string>,
  onOpening: OnOpeningStep = () => undefined,
): StudioLink {
  let tail = ''
  const pending = new Map<number, { resolve: (answer: never) => void; reject: (error: Error) => void }>()
  let lastNumber = 0
  let answerReady: { resolve: () => void; reject: (error: Error) => void } | undefined
  const ready = new Promise<void>((resolve, reject) => (answerReady = { resolve, reject }))
  // Rejection is handled where `ready` is awaited; this avoids an unhandled rejection on an early death.
  ready.catch(() => undefined)
  let end: ((tail: string) => void) | undefined
  const ended = new Promise<string>((resolve) => (end = resolve))

  const receive = (message: FromStudio) => {
    if (message.kind === 'ready') answerReady?.resolve()
    else if (message.kind === 'not-ready') answerReady?.reject(new StudioRefused(message.error))
    else if (message.kind === 'opening') onOpening(message.step)
    else if (message.kind === 'page') onPage(message.window, message.message)
    else if (message.kind === 'deleted') onDeleted(message.names)
    else if (message.kind === 'sound') onSound(message.channel, message.message)
    else if (message.kind === 'resolve-proxy') void answerProxy(message.number, message.url)
    else {
      const waiting = pending.get(message.number)
      pending.delete(message.number)
      if (message.kind === 'answer') waiting?.resolve(message.answer as never)
      else waiting?.reject(new StudioRefused(message.error))
    }
  }
  const answerProxy = async (number: number, url: string): Promise<void> => {
    const answer = await resolveProxy(url).catch((error: unknown) => {
      log(`proxy: ${String(error)}`)
      return ''
    })
    child.send({ kind: 'proxy', number, answer })
  }
  let exitFault: Fault | null = null
  const onEnded = (how: string) => {
    const detail = `${how}\n${tail}`
    exitFault = new Fault('internal', {}, detail)
    answerReady?.reject(exitFault)
    for (const { reject } of pending.values()) reject(exitFault)
    pending.clear()
    end?.(detail)
  }
  const child = startStudio({
    message: receive,
    stderr(text) {
      tail = (tail + text).slice(-STDERR_BYTES)
      log(text)
    },
    ended: onEnded,
  })

  return {
    ready,
    ended,
    send: (message) => child.send(message),
    ask: (question, value) =>
      new Promise((resolve, reject) => {
        if (exitFault !== null) return reject(exitFault)
        lastNumber += 1
        pending.set(lastNumber, { resolve, reject })
        child.send({ kind: 'ask', number: lastNumber, question, value })
      }),
    quit: async (graceMs) => {
      child.send({ kind: 'quit' })
      const timer = setTimeout(() => child.kill(), graceMs)
      await ended
      clearTimeout(timer)
    },
  }
}
