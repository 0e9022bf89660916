import { fork } from 'node:child_process'
import { utilityProcess } from 'electron'
import { Fault, type WireError } from '#contracts/errors'
import type { ToPage } from '#contracts/wire'
import { entryLocation } from '#studio/entry-location'
import type { FromStudio, StudioQuestions, ToStudio } from './studio-messages.ts'

/** How many last lines of the studio's stderr are kept: the cause of a death stands at the end. */
const STDERR_BYTES = 8_000

/** A process of either kind, as far as the link needs it. */
interface Channel {
  send(message: ToStudio): void
  kill(): void
}

export interface StudioLink {
  /** Resolves once the library is open; rejects with what the studio said, or why it ended. */
  readonly ready: Promise<void>
  /** Resolves when the process is gone, with the tail of its stderr. */
  readonly ended: Promise<string>
  send(message: ToStudio): void
  ask<Question extends keyof StudioQuestions>(
    question: Question,
    value: StudioQuestions[Question]['value'],
  ): Promise<StudioQuestions[Question]['answer']>
  /** Asks it to end: a running job is given back and goes on at the next start. Kills it after `graceMs`. */
  quit(graceMs: number): Promise<void>
}

export class StudioRefused extends Error {
  readonly error: WireError
  constructor(error: WireError) {
    super(error.message)
    this.error = error
  }
}

/**
 * Starts the studio in a process of its own, so that no window ever waits for it: a utility process, or, under an
 * Electron whose Node is too old for the library's database, a child run by the Node that PAROLO_NODE names.
 */
export function startStudio(onPage: (window: number, message: ToPage) => void): StudioLink {
  let tail = ''
  const keepTail = (text: Buffer | string) => {
    tail = (tail + text.toString()).slice(-STDERR_BYTES)
  }
  const pending = new Map<number, { resolve: (answer: never) => void; reject: (error: Error) => void }>()
  let lastNumber = 0
  let settle: { resolve: () => void; reject: (error: Error) => void } | undefined
  const ready = new Promise<void>((resolve, reject) => (settle = { resolve, reject }))
  // Whoever shows the window awaits `ready`; an early death must not count as unhandled before.
  ready.catch(() => undefined)
  let end: ((tail: string) => void) | undefined
  const ended = new Promise<string>((resolve) => (end = resolve))

  const receive = (message: FromStudio) => {
    if (message.kind === 'ready') settle?.resolve()
    else if (message.kind === 'not-ready') settle?.reject(new StudioRefused(message.error))
    else if (message.kind === 'page') onPage(message.window, message.message)
    else {
      const waiting = pending.get(message.number)
      pending.delete(message.number)
      if (message.kind === 'answer') waiting?.resolve(message.answer as never)
      else waiting?.reject(new StudioRefused(message.error))
    }
  }
  let death: Fault | null = null
  const gone = (how: string) => {
    const detail = `${how}\n${tail}`
    death = new Fault('internal', {}, detail)
    settle?.reject(death)
    for (const { reject } of pending.values()) reject(death)
    pending.clear()
    end?.(detail)
  }
  const channel = startProcess(receive, keepTail, gone)

  return {
    ready,
    ended,
    send: (message) => channel.send(message),
    ask: (question, value) =>
      new Promise((resolve, reject) => {
        if (death !== null) return reject(death)
        lastNumber += 1
        pending.set(lastNumber, { resolve, reject })
        channel.send({ kind: 'ask', number: lastNumber, question, value })
      }),
    quit: async (graceMs) => {
      channel.send({ kind: 'quit' })
      const timer = setTimeout(() => channel.kill(), graceMs)
      await ended
      clearTimeout(timer)
    },
  }
}

function startProcess(
  receive: (message: FromStudio) => void,
  keepTail: (text: Buffer | string) => void,
  gone: (how: string) => void,
): Channel {
  const entry = entryLocation('electron/studio-process.ts', 'studio')
  // better-sqlite3 needs Node-API 10; an older Electron would die of it.
  if (process.env['PAROLO_NODE'] !== undefined || Number(process.versions['napi']) < 10) {
    const child = fork(entry, [], {
      execPath: process.env['PAROLO_NODE'] ?? process.execPath,
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    })
    child.stderr?.on('data', keepTail)
    child.on('message', (message) => receive(message as FromStudio))
    child.on('error', (error) => gone(error.message))
    child.on('close', (code, signal) => gone(signal ? `signal ${signal}` : `exit ${code}`))
    // A send to a dying process fails; `gone` tells of it.
    return { send: (message) => child.send(message, () => undefined), kill: () => child.kill('SIGKILL') }
  }
  const child = utilityProcess.fork(entry, [], {
    stdio: ['ignore', 'inherit', 'pipe'],
    serviceName: 'Parolo studio',
  })
  child.stderr?.on('data', keepTail)
  child.on('message', (message: FromStudio) => receive(message))
  child.on('exit', (code) => gone(`exit ${code}`))
  return { send: (message) => child.postMessage(message), kill: () => void child.kill() }
}
