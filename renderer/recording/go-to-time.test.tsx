// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { frameOn, frameTimecode, startOfFrame } from '#core/frames/frame-grid'
import { type FrameGrid, gridOfRate } from '#core/frames/video-frames'
import { renderInStudio } from '../sound/testing/render-in-studio.tsx'
import { GoToTime } from './go-to-time.tsx'

afterEach(cleanup)

/** Where the page goes for what is typed; null if it refuses it. */
async function placeOf(typed: string, frames: FrameGrid | null): Promise<number | null> {
  let place: number | null = null
  renderInStudio(<GoToTime open frames={frames} onClose={() => undefined} onTime={(ms) => (place = ms)} />)
  await userEvent.type(screen.getByRole('textbox', { name: 'Time' }), `${typed}{Enter}`)
  cleanup()
  return place
}

describe('going to a time', () => {
  it.each([23.976, 25, 29.97])('takes the timecode that the page shows, to the frame: %d', async (rate) => {
    const grid = gridOfRate(rate)
    if (grid === null) throw new Error('no grid')
    const shown = frameTimecode(startOfFrame(18_139, grid), grid)
    const place = await placeOf(shown, grid)
    expect(place === null ? null : frameOn(place, grid)).toBe(18_139)
  })

  it('takes milliseconds, with a point or a comma, and plain times', async () => {
    expect(await placeOf('12:28.140', gridOfRate(25))).toBe(748_140)
    expect(await placeOf('12:28,140', null)).toBe(748_140)
    expect(await placeOf('1:02:03', gridOfRate(25))).toBe(3_723_000)
  })

  it('refuses a frame that there is not, and frames where none are counted', async () => {
    expect(await placeOf('00:00:05:25', gridOfRate(25))).toBeNull()
    expect(await placeOf('00:00:05:14', null)).toBeNull()
  })
})
