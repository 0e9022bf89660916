// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { silentPlayer } from '../testing/render-in-studio.tsx'

const kept = {
  rate: 16_000,
  lengthSamples: 960_000,
  spans: [
    { startSample: 16_000, endSample: 32_000 },
    { startSample: 48_000, endSample: 64_000 },
  ],
}

it('plays only what is kept while it has no samples, and stops before a cut at the end', () => {
  const { player, media } = silentPlayer()
  player.setCut({ kept, pcmUrl: null })
  player.play()
  media.pass(8)
  expect(Math.round(player.positionMs)).toBeGreaterThanOrEqual(1_000)
  media.pass(1_000)
  expect(player.positionMs).toBeGreaterThanOrEqual(3_000)
  expect(player.positionMs).toBeLessThan(3_100)
  media.pass(1_500)
  expect(player.state.playing).toBe(false)
  expect(player.positionMs).toBeLessThan(4_010)
})

it('plays a requested span with what is cut of it, and everything outside of Cut', () => {
  const { player, media } = silentPlayer()
  player.setCut({ kept, pcmUrl: null })
  player.playSpan({ startMs: 2_200, endMs: 2_400 })
  media.pass(100)
  expect(player.positionMs).toBeLessThan(2_400)
  player.pause()
  player.setCut(null)
  player.seek(0)
  player.play()
  media.pass(500)
  expect(player.positionMs).toBeLessThan(600)
})

it('ends where the requested sound ends, also if what is kept changes meanwhile', () => {
  const { player, media } = silentPlayer()
  player.setCut({ kept, pcmUrl: null })
  player.playKept({ startMs: 1_500, endMs: 3_500 })
  media.pass(100)
  const spans = [{ startSample: 16_000, endSample: 30_400 }, ...kept.spans.slice(1)]
  player.setCut({ kept: { ...kept, spans }, pcmUrl: null })
  expect(player.state.playing).toBe(true)
  for (let passed = 0; passed < 2_000; passed += 50) media.pass(50)
  expect(player.state.playing).toBe(false)
  expect(player.positionMs).toBe(3_500)
})
