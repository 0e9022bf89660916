// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createPlayer, type SoundPlayer } from './create-player.ts'
import { FakeMedia } from '../testing/fake-media.ts'
import { keepVideoInStep } from './video-in-step.ts'

let sound: FakeMedia
let video: FakeMedia
let player: SoundPlayer
let end: () => void

beforeEach(() => {
  sound = new FakeMedia()
  video = new FakeMedia()
  player = createPlayer({
    soundUrl: '/s',
    durationMs: 60_000,
    playback: { rate: 1, volume: 1, rewindOnResumeMs: 0 },
    element: sound as unknown as HTMLMediaElement,
  })
  sound.ready(60)
  end = keepVideoInStep(player, video as unknown as HTMLVideoElement)
})
afterEach(() => {
  end()
  player.close()
})

/** Both run, the picture at its own pace; then the player reports its position. */
const frame = (): void => {
  sound.dispatchEvent(new Event('seeked'))
}

describe('the picture', () => {
  it('is silent, goes where the sound goes, plays and stops with it', () => {
    expect(video.muted).toBe(true)
    player.seek(12_000)
    expect(video.currentTime).toBe(12)
    player.play()
    expect(video.paused).toBe(false)
    player.pause()
    expect(video.paused).toBe(true)
  })

  it('has the same speed', () => {
    player.play()
    player.setRate(1.5)
    expect(video.playbackRate).toBe(1.5)
  })

  it('runs a little faster or slower until it is with the sound again', () => {
    player.play()
    sound.pass(1_000)
    video.pass(900)
    frame()
    expect(video.playbackRate).toBeCloseTo(1.08)
    expect(video.currentTime).toBeCloseTo(0.9)
    video.pass(200)
    frame()
    expect(video.playbackRate).toBeCloseTo(0.92)
    sound.pass(90)
    frame()
    expect(video.playbackRate).toBe(1)
  })

  it('jumps where it is far off', () => {
    player.play()
    sound.pass(2_000)
    frame()
    expect(video.currentTime).toBeCloseTo(2)
  })

  it('leaves the sound alone, and is left alone in the end', () => {
    player.play()
    expect(sound.playbackRate).toBe(1)
    end()
    expect(video.paused).toBe(true)
    player.seek(40_000)
    expect(video.currentTime).not.toBe(40)
  })
})
