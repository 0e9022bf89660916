import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { conversation, paragraph, saidWords } from '#core/edits/testing/samples'
import type { Transcript } from '#core/transcript/transcript'
import { doubtFinder, type DoubtWorker } from './doubt-finder.ts'
import type { ToDoubtWorker } from './doubt-messages.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function fakeWorker(): DoubtWorker & { readonly messages: ToDoubtWorker[]; answer(): void } {
  const messages: ToDoubtWorker[] = []
  return {
    messages,
    onmessage: null,
    postMessage: (message) => void messages.push(message),
    terminate: () => undefined,
    answer() {
      this.onmessage?.(new MessageEvent('message', { data: { doubts: { all: [], likely: [] } } }))
    },
  }
}

it('looks once typing rests, and sends only what changed', async () => {
  const worker = fakeWorker()
  const found = vi.fn()
  const finder = doubtFinder(worker, found)
  const first = conversation()
  for (let key = 0; key < 5; key += 1) {
    finder.look({ ...first })
    await vi.advanceTimersByTimeAsync(200)
  }
  expect(worker.messages).toEqual([])
  await vi.advanceTimersByTimeAsync(1_000)
  expect(worker.messages.map((message) => message.kind)).toEqual(['paragraphs', 'look'])
  worker.answer()
  expect(found).toHaveBeenCalledOnce()

  const changed = paragraph('p2', 's2', saidWords('c2', 'Somebody.', 2100))
  finder.look({ ...first, paragraphs: first.paragraphs.with(1, changed) })
  await vi.advanceTimersByTimeAsync(1_000)
  expect(worker.messages.slice(2)).toMatchObject([
    { kind: 'paragraphs', paragraphs: [changed] },
    { kind: 'look', order: ['p1', 'p2', 'p3'] },
  ])
})

it('while it looks, only the newest of what comes waits', async () => {
  const worker = fakeWorker()
  const finder = doubtFinder(worker, () => undefined)
  const transcripts = ['a', 'b', 'c'].map((id): Transcript => ({ ...conversation(), id }))
  for (const transcript of transcripts) {
    finder.look(transcript)
    await vi.advanceTimersByTimeAsync(1_000)
  }
  worker.answer()
  await vi.advanceTimersByTimeAsync(1_000)
  const looks = worker.messages.filter((message) => message.kind === 'look')
  expect(looks.map((message) => message.kind === 'look' && message.head.id)).toEqual(['a', 'c'])
})
