// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { conversation, paragraph, saidWords } from '#core/edits/testing/samples'
import { findAll, FindRefused } from '#core/find/find-replace'
import { type FromSearcher, searchedParagraphs, type SearchRequest } from './expression-messages.ts'
import { type CreateWorker, ExpressionSearch } from './expression-search.ts'
import { useExpressionSearch } from './use-expression-search.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Does what the worker's thread does, when triggered. */
class FakeWorker extends EventTarget {
  requests: SearchRequest[] = []
  isEnded = false
  postMessage(request: SearchRequest): void {
    this.requests.push(request)
  }
  terminate(): void {
    this.isEnded = true
  }
  say(message: FromSearcher): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data: message }))
  }
  work(): void {
    const { texts, query, choices } = this.requests.at(-1) as SearchRequest
    try {
      this.say({ kind: 'found', hits: findAll({ paragraphs: searchedParagraphs(texts) }, query, choices) })
    } catch (error) {
      if (!(error instanceof FindRefused)) throw error
      this.say({ kind: 'refused', reason: error.reason })
    }
  }
}

function withWorkers() {
  const workers: FakeWorker[] = []
  const create: CreateWorker = () => {
    const worker = new FakeWorker()
    workers.push(worker)
    return worker
  }
  return { workers, create }
}

const choices = { matchCase: false, wholeWord: false, accents: 'ignore', regularExpression: true } as const
const said = (text: string) => ({
  ...conversation([]),
  paragraphs: [
    paragraph('p1', 's1', saidWords('c1', text, 0)),
    paragraph('p2', 's1', saidWords('c2', 'cat', 9_000)),
  ],
})

it('finds in a worker what a search at once finds', async () => {
  const { workers, create } = withWorkers()
  const search = new ExpressionSearch(create)
  const found = search.search(said('Ça va, ça ira.'), 'c(a)', choices)
  workers[0]?.say({ kind: 'ready' })
  workers[0]?.work()
  expect(await found).toEqual({ hits: findAll(said('Ça va, ça ira.'), 'c(a)', choices), refused: null })
  const wrong = search.search(said('a'), '(', choices)
  workers[0]?.work()
  expect(await wrong).toEqual({ hits: [], refused: 'bad-expression' })
  expect(workers).toHaveLength(1)
})

it('ends a search that takes longer than a second, and the next one has a worker of its own', async () => {
  const { workers, create } = withWorkers()
  const search = new ExpressionSearch(create)
  const found = search.search(said('aaaa'), 'a*a*a*b', choices)
  // A slow start is not the expression's fault.
  await vi.advanceTimersByTimeAsync(10_000)
  workers[0]?.say({ kind: 'ready' })
  await vi.advanceTimersByTimeAsync(999)
  expect(workers[0]?.isEnded).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(await found).toEqual({ hits: [], refused: 'too-costly' })
  expect(workers[0]?.isEnded).toBe(true)
  const next = search.search(said('aaaa'), 'a', choices)
  workers[1]?.say({ kind: 'ready' })
  workers[1]?.work()
  expect((await next).hits).toHaveLength(5)
})

it('ends a search that nobody waits for any more, as the query is another one', () => {
  const { workers, create } = withWorkers()
  const search = new ExpressionSearch(create)
  void search.search(said('aaaa'), 'a*b', choices)
  workers[0]?.say({ kind: 'ready' })
  void search.search(said('aaaa'), 'a*bc', choices)
  expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, false])
})

it('shows what was found before until a changed text is searched, and nothing of another query', async () => {
  const { workers, create } = withWorkers()
  const [first, second] = [said('cat'), said('cat cat')]
  const { result, rerender, unmount } = renderHook(
    ({ transcript, query }) => useExpressionSearch(transcript, query, choices, true, create),
    { initialProps: { transcript: first, query: 'c.t' } },
  )
  expect(result.current).toBeNull()
  const answer = () =>
    act(async () => {
      workers[0]?.work()
      await vi.advanceTimersByTimeAsync(0)
    })
  act(() => workers[0]?.say({ kind: 'ready' }))
  await answer()
  expect([result.current?.hits.length, result.current?.transcript === first]).toEqual([2, true])
  rerender({ transcript: second, query: 'c.t' })
  expect([result.current?.hits.length, result.current?.transcript === first]).toEqual([2, true])
  await answer()
  expect([result.current?.hits.length, result.current?.transcript === second]).toEqual([3, true])
  rerender({ transcript: second, query: 'd.g' })
  expect(result.current).toBeNull()
  unmount()
  expect(workers[0]?.isEnded).toBe(true)
})
