import { expect, it, vi } from 'vitest'
import { FakeMedia } from '../sound/testing/fake-media.ts'
import { SamplePlayer } from './sample-player.ts'

const sample = { urls: ['/media/r/sound', '/media/r/original'], startMs: 12_000, endMs: 15_000 }

function opened() {
  const media = new FakeMedia()
  const player = new SamplePlayer(media as unknown as HTMLMediaElement)
  const onFailed = vi.fn()
  const load = (): void => {
    media.duration = 60
    media.dispatchEvent(new Event('loadedmetadata'))
  }
  return { media, player, onFailed, load }
}

it('plays a sample from its start to its end, then stops', () => {
  const { media, player, onFailed, load } = opened()
  const onEnd = vi.fn()
  player.play(sample, 0.5, onFailed, onEnd)
  expect(media).toMatchObject({ src: '/media/r/sound', volume: 0.5, paused: true })
  load()
  expect(media).toMatchObject({ paused: false, currentTime: 12 })
  media.pass(2_900)
  expect(media.paused).toBe(false)
  expect(onEnd).not.toHaveBeenCalled()
  media.pass(1_000)
  expect(media.paused).toBe(true)
  expect(media.currentTime).toBeCloseTo(15, 1)
  expect(onEnd).toHaveBeenCalledTimes(1)
  expect(onFailed).not.toHaveBeenCalled()
})

it('takes the original where nothing is prepared, and says so where that cannot be played either', () => {
  const { media, player, onFailed, load } = opened()
  player.play(sample, 1, onFailed)
  media.fail()
  expect(media.src).toBe('/media/r/original')
  load()
  expect(media.paused).toBe(false)
  media.fail()
  expect(onFailed).toHaveBeenCalledTimes(1)
  // A later failure of the abandoned source is not reported.
  media.fail()
  expect(onFailed).toHaveBeenCalledTimes(1)
})

it('is stopped by the next sample and when it is closed', () => {
  const { media, player, onFailed, load } = opened()
  player.play(sample, 1, onFailed)
  load()
  player.play({ ...sample, urls: ['/media/other/sound'], startMs: 0 }, 1, onFailed)
  expect(media).toMatchObject({ src: '/media/other/sound', paused: true })
  load()
  player.close()
  expect(media).toMatchObject({ src: '', paused: true })
  load()
  expect(media.paused).toBe(true)
})
