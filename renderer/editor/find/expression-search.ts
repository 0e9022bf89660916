import type { FindOptions, FindRefused, Hit } from '#core/find/find-replace'
import { paragraphText, type Transcript } from '#core/transcript/transcript'
import type { FromSearcher, SearchRequest } from './expression-messages.ts'

/** A regular expression that takes longer is stopped. */
const MAX_MS = 1_000

/** `too-costly`: it did not finish in time. */
export type SearchRefusal = FindRefused['reason'] | 'too-costly'

export interface SearchResult {
  readonly hits: readonly Hit[]
  readonly refused: SearchRefusal | null
}

/** The part of a worker that the search uses. */
export type SearchWorker = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>

export type CreateWorker = () => SearchWorker

const createExpressionWorker: CreateWorker = () =>
  new Worker(new URL('./expression-worker.ts', import.meta.url), { type: 'module' })

/**
 * Searches for regular expressions in a worker, as one may run too long and cannot be stopped otherwise. One
 * search at a time: the next one stops the previous one, whose promise then never settles.
 */
export class ExpressionSearch {
  readonly #createWorker: CreateWorker
  #worker: SearchWorker | null = null
  #isReady = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #onMessage: (message: FromSearcher) => void = () => undefined
  #onError: (error: unknown) => void = () => undefined

  constructor(createWorker: CreateWorker = createExpressionWorker) {
    this.#createWorker = createWorker
  }

  search(
    transcript: Pick<Transcript, 'paragraphs'>,
    query: string,
    choices: FindOptions,
  ): Promise<SearchResult> {
    if (this.#timer !== undefined) this.close()
    const worker = this.#worker ?? this.#start()
    const texts = transcript.paragraphs.map((paragraph) => ({
      id: paragraph.id,
      text: paragraphText(paragraph),
    }))
    return new Promise((resolve, reject) => {
      const begin = (): void => {
        worker.postMessage({ texts, query, choices } satisfies SearchRequest)
        // A worker may be slow to start, which says nothing about the expression.
        this.#timer = setTimeout(() => {
          this.close()
          resolve({ hits: [], refused: 'too-costly' })
        }, MAX_MS)
      }
      this.#onError = (error) => {
        this.close()
        reject(error)
      }
      this.#onMessage = (message) => {
        if (message.kind === 'ready') {
          this.#isReady = true
          begin()
          return
        }
        clearTimeout(this.#timer)
        this.#timer = undefined
        resolve(
          message.kind === 'found'
            ? { hits: message.hits, refused: null }
            : { hits: [], refused: message.reason },
        )
      }
      if (this.#isReady) begin()
    })
  }

  /** Stops a running search. */
  close(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#worker?.terminate()
    this.#worker = null
    this.#isReady = false
  }

  #start(): SearchWorker {
    const worker = this.#createWorker()
    worker.addEventListener('message', ({ data }: MessageEvent<FromSearcher>) => {
      if (worker === this.#worker) this.#onMessage(data)
    })
    worker.addEventListener('error', ({ error, message }: ErrorEvent) => {
      if (worker === this.#worker) this.#onError(error ?? new Error(message))
    })
    this.#worker = worker
    return worker
  }
}
