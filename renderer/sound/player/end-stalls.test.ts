// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { FakeMedia } from '../testing/fake-media.ts'
import { endStalls } from './end-stalls.ts'

/** A playing element that stands at 5.6 s of 47 s. */
class StandingMedia extends FakeMedia {
  override paused = false
  override duration = 47
  /** HAVE_CURRENT_DATA */
  readyState = 2
  bufferedTo = 47
  readonly seeks: number[] = []
  readonly buffered = { length: 1, start: () => 0, end: () => this.bufferedTo }
  override get currentTime(): number {
    return 5.6
  }
  override set currentTime(seconds: number) {
    this.seeks.push(seconds)
  }
  tell(event: string): void {
    this.dispatchEvent(new Event(event))
  }
}

let media: StandingMedia
let controller: AbortController
beforeEach(() => {
  vi.useFakeTimers()
  media = new StandingMedia()
  controller = new AbortController()
  endStalls(media as unknown as HTMLMediaElement, controller.signal)
  media.tell('waiting')
})
afterEach(() => {
  controller.abort()
  vi.useRealTimers()
})

it('seeks to where it stands until it goes on', () => {
  vi.advanceTimersByTime(499)
  expect(media.seeks).toEqual([])
  vi.advanceTimersByTime(1)
  expect(media.seeks).toEqual([5.6])
  vi.advanceTimersByTime(500)
  expect(media.seeks).toEqual([5.6, 5.6])
  media.tell('playing')
  vi.advanceTimersByTime(5_000)
  expect(media.seeks).toHaveLength(2)
})

it('waits for sound that is not there yet', () => {
  media.bufferedTo = 6
  vi.advanceTimersByTime(2_000)
  expect(media.seeks).toEqual([])
  media.bufferedTo = 7
  vi.advanceTimersByTime(500)
  expect(media.seeks).toEqual([5.6])
})

it('takes the end of the recording for enough', () => {
  media.duration = 5.8
  media.bufferedTo = 5.8
  vi.advanceTimersByTime(500)
  expect(media.seeks).toEqual([5.6])
})

it.each([
  ['is paused', () => (media.paused = true)],
  ['has sound again', () => (media.readyState = 3)],
  ['is closed', () => controller.abort()],
])('does nothing once the element %s', (_name, change) => {
  change()
  vi.advanceTimersByTime(2_000)
  expect(media.seeks).toEqual([])
})
