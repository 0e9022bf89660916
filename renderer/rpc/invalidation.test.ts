import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { invalidateByEvents } from './invalidation.ts'
import { fakeStudio } from './testing/fake-studio.ts'

describe('what events make stale', () => {
  const studio = fakeStudio({})
  const queries = new QueryClient()
  let rounds: (readonly unknown[] | undefined)[] = []
  let stop = (): void => {}
  beforeEach(() => {
    vi.useFakeTimers()
    rounds = []
    vi.spyOn(queries, 'invalidateQueries').mockImplementation((filters) => {
      rounds.push(filters?.queryKey)
      return Promise.resolve()
    })
    stop = invalidateByEvents(studio, queries)
  })
  afterEach(() => {
    stop()
    vi.useRealTimers()
    vi.restoreAllMocks()
  })

  it('is asked for at most twice a second, however many events come', () => {
    for (let step = 0; step < 100; step += 1) {
      studio.emit('job-progress')
      vi.advanceTimersByTime(20)
    }
    vi.advanceTimersByTime(500)
    expect(rounds.length).toBeGreaterThanOrEqual(4)
    expect(rounds.length).toBeLessThanOrEqual(6)
    expect(new Set(rounds.map(String))).toEqual(new Set(['jobs']))
  })

  it('is no more than what was touched', () => {
    studio.emit('chunk-saved')
    studio.emit('model-added')
    vi.advanceTimersByTime(1_000)
    expect(rounds).toEqual([['models'], ['storage']])
  })

  it('is everything after missed events and a new connection', () => {
    studio.emit('events-missed')
    vi.advanceTimersByTime(1_000)
    studio.connect('lost')
    studio.connect('connected')
    vi.advanceTimersByTime(1_000)
    expect(rounds).toEqual([undefined, undefined])
  })
})

it('a first answer that was on its way when its query became stale is asked for once more', async () => {
  const studio = fakeStudio({})
  const queries = new QueryClient()
  const stop = invalidateByEvents(studio, queries)
  const answers: PromiseWithResolvers<string>[] = []
  const queryFn = () => {
    const answer = Promise.withResolvers<string>()
    answers.push(answer)
    return answer.promise
  }
  const observer = new QueryObserver(queries, { queryKey: ['network'], queryFn })
  const leave = observer.subscribe(() => undefined)
  studio.emit('connections-changed')
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(answers).toHaveLength(1)
  answers[0]?.resolve('read before it')
  await vi.waitUntil(() => answers.length === 2)
  answers[1]?.resolve('read after it')
  await vi.waitUntil(() => observer.getCurrentResult().data === 'read after it')
  expect(answers).toHaveLength(2)
  leave()
  stop()
})
