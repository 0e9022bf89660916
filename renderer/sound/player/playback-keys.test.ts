// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Paragraph, Transcript } from '#core/transcript/transcript'
import { createPlayer, type SoundPlayer } from './create-player.ts'
import { paragraphFrom, playbackHandlers } from './playback-keys.ts'
import { FakeMedia } from '../testing/fake-media.ts'

const said = (id: string, startMs: number): Paragraph => ({
  id,
  speakerId: null,
  language: 'en',
  kind: 'speech',
  words: [
    {
      id: `${id}.0`,
      before: '',
      text: 'Yes.',
      startMs,
      endMs: startMs + 300,
      confidence: null,
      origin: 'recognised',
    },
  ],
})
const paragraphs = [said('a', 1_000), said('b', 5_000), { ...said('empty', 0), words: [] }, said('c', 9_000)]

let player: SoundPlayer
beforeEach(() => {
  const media = new FakeMedia()
  player = createPlayer({
    soundUrl: '/s',
    durationMs: 60_000,
    playback: { rate: 1, volume: 1, rewindOnResumeMs: 0 },
    element: media as unknown as HTMLMediaElement,
  })
  media.ready(60)
})
afterEach(() => player.close())

const handlers = (onParagraph?: (id: string) => void) =>
  playbackHandlers({
    player,
    session: { state: { transcript: { paragraphs } as unknown as Transcript } as never },
    playback: { shortSkipMs: 2_000, longSkipMs: 5_000 },
    ...(onParagraph ? { onParagraph } : {}),
  })

describe('the keys of hearing', () => {
  it('play and pause, back and forward by what the person set', () => {
    const keys = handlers()
    keys.play?.()
    expect(player.state.playing).toBe(true)
    keys.play?.()
    expect(player.state.playing).toBe(false)
    player.seek(20_000)
    keys['back-short']?.()
    expect(player.positionMs).toBeCloseTo(18_000)
    keys['forward-long']?.()
    expect(player.positionMs).toBeCloseTo(23_000)
  })

  it('change the speed by an eighth', () => {
    handlers().faster?.()
    expect(player.state.rate).toBe(1.125)
    handlers().slower?.()
    handlers().slower?.()
    expect(player.state.rate).toBe(0.875)
  })

  it('take up following again', () => {
    player.setFollowing(false)
    handlers().follow?.()
    expect(player.state.following).toBe(true)
  })

  it('go to the paragraph after and before, and tell which', () => {
    const reported: string[] = []
    const keys = handlers((id) => reported.push(id))
    player.seek(1_200)
    keys['paragraph-after']?.()
    expect(player.positionMs).toBe(5_000)
    keys['paragraph-before']?.()
    expect(player.positionMs).toBe(1_000)
    expect(reported).toEqual(['b', 'a'])
  })
})

describe('the paragraph from a time on', () => {
  it('before is its own start once it has been heard for a while', () => {
    expect(paragraphFrom({ paragraphs }, 8_000, -1)?.id).toBe('b')
    expect(paragraphFrom({ paragraphs }, 5_500, -1)?.id).toBe('a')
  })

  it('is none at the ends', () => {
    expect(paragraphFrom({ paragraphs }, 9_000, 1)).toBeNull()
    expect(paragraphFrom({ paragraphs }, 1_000, -1)).toBeNull()
  })
})
