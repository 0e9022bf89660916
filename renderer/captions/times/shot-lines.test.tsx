// @vitest-environment happy-dom
import { act, cleanup } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { recordingCard } from '../../sound/testing/conversation.ts'
import { renderInStudio } from '../../sound/testing/render-in-studio.tsx'
import { createWaveStore } from '../../sound/waveform/wave-store.ts'
import { ShotLines, visibleShots } from './shot-lines.tsx'
import { useShots } from './use-shots.ts'

afterEach(cleanup)

function Lines({ hasVideo = true, missing = false }: { hasVideo?: boolean; missing?: boolean }) {
  const wave = createWaveStore()
  wave.setExtent({ durationMs: 60_000, width: 1_000 })
  return <ShotLines wave={wave} shots={useShots(recordingCard({ hasVideo, missing }))} />
}
const lines = () =>
  [...document.querySelectorAll('[data-shot]')].map((line) => line.getAttribute('data-shot'))

describe('the shots of a video', () => {
  it('are lines in the part of the wave that is shown', async () => {
    const { calls } = renderInStudio(<Lines />, {
      'recordings.shots': () => ({ timesMs: [1_000, 5_000, 5_010, 40_000] }),
    })
    await vi.waitFor(() => expect(lines()).toEqual(['1000', '5000']))
    expect(document.body.textContent).toBe('shotshot')
    expect(calls.map(({ name }) => name)).not.toContain('recordings.findShots')
  })

  it('are looked for if nobody did, but not without a video or its file', async () => {
    const answers = { 'recordings.shots': () => ({ timesMs: null }), 'recordings.findShots': () => ({}) }
    const asked = async (missing: boolean, hasVideo: boolean) => {
      const { calls, unmount } = renderInStudio(<Lines missing={missing} hasVideo={hasVideo} />, answers)
      await act(() => new Promise((resolve) => setTimeout(resolve, 50)))
      unmount()
      return calls.map(({ name }) => name).filter((name) => name.startsWith('recordings.'))
    }
    expect(await asked(false, true)).toEqual(['recordings.shots', 'recordings.findShots'])
    expect(await asked(true, true)).toEqual(['recordings.shots'])
    expect(await asked(false, false)).toEqual([])
  })
})

describe('the shots within a span', () => {
  it('are those from its start to before its end, none closer than is seen', () => {
    expect(visibleShots([0, 10, 100, 105, 200], 10, 200, 10)).toEqual([10, 100])
    expect(visibleShots([], 0, 10, 1)).toEqual([])
  })
})
