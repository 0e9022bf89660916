// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { useLayoutEffect } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { renderInStudio } from '../sound/testing/render-in-studio.tsx'
import { type PlaceHandlers, useKeyActions } from './use-key-actions.ts'

afterEach(cleanup)

function Screen({ play }: { readonly play: () => void }) {
  useKeyActions<'playback'>({ play } as PlaceHandlers<'playback'>)
  return (
    <main tabIndex={-1} aria-label="page">
      <div role="slider" tabIndex={0} aria-label="place" aria-valuenow={0} />
      <button type="button">
        <span>inside</span>
      </button>
      <a href="#there">link</a>
      <input aria-label="field" />
      <input type="checkbox" aria-label="box" />
      <div role="textbox" tabIndex={0} aria-label="text" />
      <div role="tab" tabIndex={0}>
        tab
      </div>
    </main>
  )
}

const space = { key: ' ', code: 'Space' }

it('the space bar plays where no text or control has the focus', () => {
  const play = vi.fn()
  renderInStudio(<Screen play={play} />)
  for (const target of [document.body, screen.getByRole('main'), screen.getByRole('slider')]) {
    play.mockClear()
    // False: the page does not scroll as well.
    expect(fireEvent.keyDown(target, space)).toBe(false)
    expect(play).toHaveBeenCalledOnce()
  }
})

it('and is left to those that have', () => {
  const play = vi.fn()
  renderInStudio(<Screen play={play} />)
  const others = [
    screen.getByText('inside'),
    screen.getByRole('link'),
    screen.getByRole('textbox', { name: 'field' }),
    screen.getByRole('checkbox'),
    screen.getByRole('textbox', { name: 'text' }),
    screen.getByRole('tab'),
  ]
  for (const target of others) expect(fireEvent.keyDown(target, space)).toBe(true)
  expect(play).not.toHaveBeenCalled()
})

it('a key pressed as soon as the screen is drawn has its effect', () => {
  const play = vi.fn()
  const Drawn = () => {
    useLayoutEffect(() => void fireEvent.keyDown(document.body, space))
    return null
  }
  renderInStudio(
    <>
      <Screen play={play} />
      <Drawn />
    </>,
  )
  expect(play).toHaveBeenCalledOnce()
})

it('held, it plays once', () => {
  const play = vi.fn()
  renderInStudio(<Screen play={play} />)
  fireEvent.keyDown(document.body, space)
  fireEvent.keyDown(document.body, { ...space, repeat: true })
  expect(play).toHaveBeenCalledOnce()
})
