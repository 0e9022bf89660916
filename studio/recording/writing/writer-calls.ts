import { Worker } from 'node:worker_threads'
import { Fault } from '#contracts/errors'
import { diskFault } from '../../faults/disk-fault.ts'
import { entryLocation } from '../../processes/entry-location.ts'
import type { DiskError, FromWriter, ToWriter, WriterData } from './writer-messages.ts'

interface Call {
  readonly resolve: () => void
  readonly reject: (error: Error) => void
}

/** A call without its number. */
type Asked<Message = ToWriter> = Message extends { readonly call: number } ? Omit<Message, 'call'> : never

/** Messages sent without a request. */
export type WriterNews = Exclude<FromWriter, { readonly kind: 'opened' | 'refused' | 'answer' }>

export interface WriterCallsOptions {
  readonly data: WriterData
  readonly onNews: (news: WriterNews) => void
  readonly onError: (error: Error) => void
  /** The thread has ended: by itself after Stop, or because it failed. */
  readonly onExit: () => void
}

/** The calls of a recording's writer, which runs in a separate thread and carries them out in order. */
export class WriterCalls {
  /** Faults: `disk.full`, others of the disk, `internal` if the thread ended before. */
  readonly opened: Promise<void>
  readonly #options: WriterCallsOptions
  readonly #worker: Worker
  readonly #calls = new Map<number, Call>()
  #lastCall = 0
  #isOver = false

  constructor(options: WriterCallsOptions) {
    this.#options = options
    this.opened = new Promise((resolve, reject) => {
      this.#calls.set(0, { resolve, reject })
    })
    this.#worker = new Worker(entryLocation('studio/recording/writing/writer-thread.ts', 'writer'), {
      workerData: options.data,
      // The program's own flags (a test runner's loaders) must not apply to the worker.
      execArgv: [],
    })
    this.#worker.on('message', (news: FromWriter) => this.#hear(news))
    this.#worker.on('error', options.onError)
    this.#worker.once('exit', () => {
      this.#answer(0, new Fault('internal', {}, 'the writer ended'))
      options.onExit()
    })
  }

  /** Faults: `recorder.stopped`, those of the disk. */
  call(asked: Asked): Promise<void> {
    if (this.#isOver) return Promise.reject(new Fault('recorder.stopped'))
    this.#lastCall += 1
    const call = this.#lastCall
    return new Promise((resolve, reject) => {
      this.#calls.set(call, { resolve, reject })
      this.send({ ...asked, call })
    })
  }

  /** Without waiting for an answer. */
  send(message: ToWriter): void {
    this.#worker.postMessage(message)
  }

  /** Unanswered requests, and all later ones, fail with `recorder.stopped`. */
  end(): void {
    this.#isOver = true
    for (const call of this.#calls.keys()) this.#answer(call, new Fault('recorder.stopped'))
  }

  /** Immediately, whatever it is doing. */
  terminate(): void {
    void this.#worker.terminate()
  }

  /** Converted to a fault of the recording's folder. */
  faultOf({ code, message }: DiskError): Error {
    const error = Object.assign(new Error(message), code === null ? {} : { code })
    return diskFault(error, this.#options.data.folder)
  }

  #hear(news: FromWriter): void {
    if (news.kind === 'opened') this.#answer(0, null)
    else if (news.kind === 'answer') this.#answer(news.call, news.error && this.faultOf(news.error))
    else if (news.kind === 'refused') {
      const { folder } = this.#options.data
      this.#answer(
        0,
        news.free === null ? this.faultOf(news.error) : new Fault('disk.full', { folder, ...news.free }),
      )
    } else this.#options.onNews(news)
  }

  #answer(call: number, error: Error | null): void {
    const asked = this.#calls.get(call)
    this.#calls.delete(call)
    if (error === null) asked?.resolve()
    else asked?.reject(error)
  }
}
