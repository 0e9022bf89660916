// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { createPlayer, type SoundPlayer } from './create-player.ts'
import { FakeMedia } from '../testing/fake-media.ts'

let media: FakeMedia
let player: SoundPlayer

beforeEach(() => {
  media = new FakeMedia()
  player = createPlayer({
    soundUrl: '/media/r/sound',
    durationMs: 59_000,
    playback: { rate: 1.25, volume: 0.8, rewindOnResumeMs: 1_500 },
    element: media as unknown as HTMLMediaElement,
  })
  media.ready(60)
})
afterEach(() => {
  player.close()
  vi.unstubAllGlobals()
})

describe('the player', () => {
  it('begins as the person left it, without change of pitch', () => {
    expect(player.state).toMatchObject({ rate: 1.25, volume: 0.8, playing: false, durationMs: 60_000 })
    expect(media).toMatchObject({
      playbackRate: 1.25,
      volume: 0.8,
      preservesPitch: true,
      src: '/media/r/sound',
    })
  })

  it('goes back a little when it goes on, and not after a seek', () => {
    player.seek(10_000)
    player.play()
    expect(player.positionMs).toBe(10_000)
    media.pass(2_000)
    player.pause()
    player.play()
    expect(player.positionMs).toBeCloseTo(10_500)
    player.pause()
    player.seek(30_000)
    player.play()
    expect(player.positionMs).toBe(30_000)
  })

  it('plays as soon as it has a sound, if Play was pressed before, unless Pause was', () => {
    player.setSource(null, 59_000)
    player.play()
    expect(player.state.playing).toBe(false)
    player.setSource('/media/r/found', 59_000)
    expect(player.state.playing).toBe(true)
    player.pause()
    player.setSource(null, 59_000)
    player.play()
    player.pause()
    player.setSource('/media/r/sound', 59_000)
    expect(player.state.playing).toBe(false)
  })

  it('does not begin by itself where the sound comes long after Play was pressed', () => {
    vi.useFakeTimers({ toFake: ['performance'] })
    onTestFinished(() => void vi.useRealTimers())
    player.setSource(null, 59_000)
    player.play()
    vi.advanceTimersByTime(60_000)
    player.setSource('/media/r/sound', 59_000)
    expect(player.state.playing).toBe(false)
  })

  it('goes back no further than the beginning', () => {
    player.play()
    media.pass(400)
    player.pause()
    player.play()
    expect(player.positionMs).toBe(0)
  })

  it('begins anew after the end', () => {
    player.seek(59_900)
    player.play()
    media.pass(500)
    expect(player.state.playing).toBe(false)
    player.play()
    expect(player.positionMs).toBe(0)
  })

  it('keeps to the part that is kept: from its start, to its end', () => {
    player.setPart({ startMs: 10_000, endMs: 12_000 })
    player.play()
    expect(player.positionMs).toBe(10_000)
    media.pass(2_500)
    expect(player.state.playing).toBe(false)
    expect(player.positionMs).toBe(12_000)
    player.play()
    expect(player.positionMs).toBe(10_000)
    player.setPart(null)
    media.pass(2_500)
    expect(player.state.playing).toBe(true)
  })

  it('plays outside of it for who goes there, and again up to its end', () => {
    player.setPart({ startMs: 10_000, endMs: 12_000 })
    player.play()
    player.seek(40_000)
    media.pass(1_000)
    expect(player.state.playing).toBe(true)
    player.seek(9_500)
    media.pass(1_000)
    expect(player.positionMs).toBeCloseTo(10_500)
    media.pass(2_000)
    expect(player.state.playing).toBe(false)
    player.playSpan({ startMs: 30_000, endMs: 31_000 })
    expect(player.positionMs).toBe(30_000)
    media.pass(2_000)
    expect(player.positionMs).toBe(31_000)
  })

  it('stays inside the recording and the speeds that there are', () => {
    player.skip(-5_000)
    expect(player.positionMs).toBe(0)
    player.seek(90_000)
    expect(player.positionMs).toBe(60_000)
    player.setRate(7)
    expect(media.playbackRate).toBe(3)
    player.setRate(0.1)
    expect(player.state.rate).toBe(0.5)
  })

  it('plays a stretch to its end exactly and stops there', () => {
    player.playSpan({ startMs: 4_000, endMs: 5_234 })
    expect(player.positionMs).toBe(4_000)
    media.pass(1_200)
    expect(player.state.playing).toBe(true)
    media.pass(200)
    expect(player.state.playing).toBe(false)
    expect(player.positionMs).toBeCloseTo(5_234)
  })

  it('plays on past the stretch once it is played by itself', () => {
    player.playSpan({ startMs: 4_000, endMs: 5_000 })
    media.pass(500)
    player.pause()
    player.play()
    media.pass(4_000)
    expect(player.positionMs).toBeGreaterThan(6_000)
  })

  it('loops the selection round and round', () => {
    player.select({ startMs: 10_000, endMs: 11_000 })
    player.setLooping(true)
    player.play()
    expect(player.positionMs).toBe(10_000)
    media.pass(2_500)
    expect(player.state.playing).toBe(true)
    expect(player.positionMs).toBeGreaterThanOrEqual(10_000)
    expect(player.positionMs).toBeLessThan(11_000)
  })

  it('lets go of the loop where the person seeks out of it', () => {
    player.select({ startMs: 10_000, endMs: 11_000 })
    player.setLooping(true)
    player.play()
    player.seek(20_000)
    media.pass(1_000)
    expect(player.positionMs).toBeCloseTo(21_000)
  })

  it('loops nothing without a selection, and stops looping when it goes', () => {
    player.setLooping(true)
    expect(player.state.looping).toBe(false)
    player.select({ startMs: 0, endMs: 500 })
    player.setLooping(true)
    player.select(null)
    expect(player.state.looping).toBe(false)
  })

  it('tells each seek once, and frames only while it plays', async () => {
    const heard: number[] = []
    const end = player.onFrame((ms) => heard.push(ms))
    player.seek(3_000)
    expect(heard.at(-1)).toBe(3_000)
    const before = heard.length
    await new Promise((resolve) => requestAnimationFrame(resolve))
    expect(heard).toHaveLength(before)
    player.play()
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    expect(heard.length).toBeGreaterThan(before)
    player.pause()
    end()
    const after = heard.length
    player.seek(9_000)
    expect(heard).toHaveLength(after)
  })

  it('says that the sound is gone, and tries again when it is asked to play', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(null, { status: 404 })))
    player.seek(7_000)
    media.fail()
    await vi.waitFor(() => expect(player.state.playbackError).toBe('missing'))
    expect(player.state.playing).toBe(false)
    player.play()
    expect(media.loads).toBe(1)
    expect(player.state).toMatchObject({ playbackError: null, playing: true })
    expect(player.positionMs).toBe(7_000)
  })

  it('says that the sound cannot be played where it is there', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('x', { status: 206 })))
    media.fail()
    await vi.waitFor(() => expect(player.state.playbackError).toBe('unplayable'))
  })

  it('says that there is nothing to play on where the browser says so', async () => {
    media.fail('OnMediaSinkAudioError')
    await vi.waitFor(() => expect(player.state.playbackError).toBe('no-device'))
  })

  it('takes a pause before the sound has begun for no trouble', async () => {
    media.refusal = new DOMException('paused', 'AbortError')
    player.play()
    await Promise.resolve()
    await Promise.resolve()
    expect(player.state.playbackError).toBeNull()
  })

  it('does nothing while there is no sound yet, and takes it up when it comes', () => {
    player.setSource(null, 59_000)
    player.play()
    expect(player.state.playing).toBe(false)
    player.setSource('/media/r/sound?2', 61_000)
    expect(player.state.durationMs).toBe(61_000)
    player.play()
    expect(player.state.playing).toBe(true)
  })

  it('gives the connection back when it is closed', () => {
    player.play()
    player.close()
    expect(media).toMatchObject({ src: '', paused: true })
  })
})
