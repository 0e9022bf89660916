import { describe, expect, it } from 'vitest'
import { speakerTrackPaths } from './speaker-track-paths.ts'

const two = { speakers: [0, 1, 0], startsMs: [0, 400, 800], endsMs: [400, 800, 1000] }

describe('speakerTrackPaths', () => {
  it('gives each voice its lane and connects them', () => {
    const { connectors, voices } = speakerTrackPaths(two, [0, 12], 1000, 1, 264)
    expect(connectors).toBe('M400 250L400 750M800 750L800 250')
    // Colors repeat: the thirteenth is the first again.
    expect(voices).toEqual([{ voice: 1, path: 'M0 250H400M400 750H800M800 250H1000' }])
  })

  it('ends at the progress of the job', () => {
    const { connectors, voices } = speakerTrackPaths(two, [0, 1], 1000, 0.6, 264)
    expect(connectors).toBe('M400 250L400 750')
    expect(voices).toEqual([
      { voice: 1, path: 'M0 250H400' },
      { voice: 2, path: 'M400 750H600' },
    ])
  })

  it('leaves the connectors out beside a segment under 3 px', () => {
    const short = { speakers: [0, 1, 0], startsMs: [0, 500, 510], endsMs: [500, 510, 1000] }
    expect(speakerTrackPaths(short, [0, 1], 1000, 1, 264).connectors).toBe('')
    expect(speakerTrackPaths(short, [0, 1], 1000, 1, 600).connectors).not.toBe('')
  })

  it('joins the parts of a turn in their lane, whoever says a word between them', () => {
    const turn = { speakers: [0, 1, 0, 0], startsMs: [0, 450, 550, 900], endsMs: [400, 500, 700, 1000] }
    const { connectors } = speakerTrackPaths({ ...turn, turns: [0, 1, 0, 0] }, [0, 1], 1000, 1, 264)
    expect(connectors).toBe('M400 250L450 750M500 750L550 250M400 250H550M700 250L900 250')
    expect(speakerTrackPaths(turn, [0, 1], 1000, 1, 264).connectors).not.toContain('H')
  })

  it('is empty for a recording without a length or without voices', () => {
    expect(speakerTrackPaths({ speakers: [], startsMs: [], endsMs: [] }, [], 0, 1, 264)).toEqual({
      connectors: '',
      voices: [],
    })
  })
})
