/** A set-up file: loading the code of a library's thread takes longer than most tests, so threads are used again. */
import { EventEmitter } from 'node:events'
import { fileURLToPath } from 'node:url'
import { MessageChannel, SHARE_ENV, Worker } from 'node:worker_threads'
import { vi } from 'vitest'
import type { LibraryThread } from '../worker/start-thread.ts'
import type { WorkerData } from '../worker/worker-messages.ts'

const entry = fileURLToPath(new URL('./reused-thread.ts', import.meta.url))

vi.mock('../worker/start-thread.ts', () => ({ startThread }))

/** Threads without a library, of all test files of this process; a thread serves one at a time. */
const idle = ((globalThis as { idleLibraryThreads?: Set<Worker> }).idleLibraryThreads ??= new Set())

function takeThread(): Worker {
  const [thread] = idle
  if (thread !== undefined) {
    idle.delete(thread)
    return thread
  }
  const started = new Worker(entry, { execArgv: [], env: SHARE_ENV })
  return started.once('exit', () => idle.delete(started))
}

function startThread(data: WorkerData): LibraryThread {
  const thread = takeThread()
  const { port1: port, port2 } = new MessageChannel()
  const events = new EventEmitter()
  let hasFailed = false
  const fail = (error: Error): void => {
    hasFailed = true
    events.emit('error', error)
  }
  thread.once('error', fail)
  port.on('message', (message) => events.emit('message', message))
  port.once('close', () => {
    thread.off('error', fail)
    thread.unref()
    if (!hasFailed) idle.add(thread)
    events.emit('exit')
  })
  thread.ref()
  thread.postMessage({ data, port: port2 }, [port2])
  return Object.assign(events, {
    postMessage: (message: unknown) => port.postMessage(message),
    ref: () => {
      thread.ref()
      port.ref()
    },
    unref: () => {
      thread.unref()
      port.unref()
    },
  })
}
