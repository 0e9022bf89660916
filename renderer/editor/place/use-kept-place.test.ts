// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Cue } from '#core/captions/cues'
import type { Surface } from '../surface/surface.ts'
import type { TextPlace } from '../surface/text-place.ts'
import { conversation } from '../../sound/testing/conversation.ts'
import { fakeSession } from '../../sound/testing/fake-session.ts'
import { silentPlayer } from '../../sound/testing/render-in-studio.tsx'
import { createPlace } from './use-kept-place.ts'

const here: TextPlace = {
  caret: { paragraphId: 'p', wordId: 'w', offset: 1 },
  top: { at: { paragraphId: 'p', wordId: 'v', offset: 0 }, offsetPx: 3 },
}

beforeEach(() => localStorage.clear())

function text(isThere = true) {
  const surface = { place: here, goToTime: vi.fn(), goToPlace: vi.fn(() => isThere) }
  return surface as typeof surface & Pick<Surface, never> as unknown as Surface & typeof surface
}

function opened(atMs?: number) {
  const { player } = silentPlayer()
  const session = fakeSession(conversation)
  const place = createPlace({ recordingId: 'r', session, player, atMs })
  return { player, session, place }
}

describe('the place of a recording', () => {
  it('never left: the text is at its beginning', () => {
    const surface = text()
    opened().place.arrive(surface)
    expect(surface.goToPlace).not.toHaveBeenCalled()
    expect(surface.goToTime).not.toHaveBeenCalled()
  })

  it('after another view: exactly as it was, unless the sound has gone on', () => {
    const { player, place } = opened()
    player.seek(5_000)
    place.leave(here)
    const back = text()
    place.arrive(back)
    expect(back.goToPlace).toHaveBeenCalledWith(here)
    expect(back.goToTime).not.toHaveBeenCalled()
    player.seek(9_000)
    const later = text()
    place.arrive(later)
    expect(later.goToPlace).not.toHaveBeenCalled()
    expect(later.goToTime).toHaveBeenCalledWith(9_000)
  })

  it('a paragraph that is gone leaves the sound', () => {
    const { player, place } = opened()
    player.seek(5_000)
    place.leave(here)
    const surface = text(false)
    place.arrive(surface)
    expect(surface.goToTime).toHaveBeenCalledWith(5_000)
  })

  it('outlives the page; an address with a time goes before', () => {
    const first = opened()
    first.player.seek(7_000)
    first.place.keep(text())
    const second = opened()
    second.player.seek(7_000)
    const surface = text()
    second.place.arrive(surface)
    expect(surface.goToPlace).toHaveBeenCalledWith(here)

    const hit = opened(3_000)
    hit.player.seek(3_000)
    const found = text()
    hit.place.arrive(found)
    expect(found.goToTime).toHaveBeenCalledWith(3_000)
  })

  it('a caption that was chosen is its first word, until the sound is elsewhere', () => {
    const { player, session, place } = opened()
    place.leave(here)
    const [word] = session.state.transcript.paragraphs[0]?.words ?? []
    const startMs = word?.startMs ?? 0
    const cue: Cue = { index: 0, startMs, endMs: startMs + 1_000, lines: [], wordIds: [word?.id ?? ''] }
    place.chooseCue(cue)
    player.seek(cue.endMs)
    const surface = text()
    place.arrive(surface)
    if (startMs > 0) expect(surface.goToTime).toHaveBeenCalledWith(startMs)
    else expect(surface.goToTime).not.toHaveBeenCalled()
    player.seek(cue.endMs + 4_000)
    place.arrive(surface)
    expect(surface.goToTime).toHaveBeenLastCalledWith(cue.endMs + 4_000)
  })
})
