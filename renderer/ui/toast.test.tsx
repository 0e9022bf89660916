// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { toast, Toasts } from './toast.tsx'
import { Words } from './words.tsx'

describe('a toast', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    render(
      <Words language="en">
        <Toasts />
      </Words>,
    )
  })
  afterEach(() => {
    act(() => toast.clear())
    cleanup()
    vi.useRealTimers()
  })
  const show = (...given: Parameters<typeof toast.show>): (() => void) => {
    let close = (): void => {}
    act(() => {
      close = toast.show(...given)
    })
    return close
  }
  const wait = (ms: number): void => act(() => void vi.advanceTimersByTime(ms))

  it('goes after eight seconds', () => {
    show({ text: 'Saved' })
    wait(7_900)
    expect(screen.queryByText('Saved')).not.toBeNull()
    wait(200)
    expect(screen.queryByText('Saved')).toBeNull()
  })

  it('stays while the pointer is on it', () => {
    show({ text: 'Saved' })
    fireEvent.pointerEnter(screen.getByRole('region', { name: 'Messages' }), { pointerType: 'mouse' })
    wait(60_000)
    expect(screen.queryByText('Saved')).not.toBeNull()
  })

  it('stays with an error until it is closed', () => {
    const close = show({ text: 'Broken', tone: 'error', remedy: 'Mend it.' })
    wait(3_600_000)
    expect(screen.queryByText('Mend it.')).not.toBeNull()
    act(close)
    expect(screen.queryByText('Broken')).toBeNull()
  })

  it('runs its action once and goes', () => {
    const run = vi.fn<() => void>()
    show({ text: 'Merged', action: { label: 'Undo', run } })
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
    expect(run).toHaveBeenCalledOnce()
    expect(screen.queryByText('Merged')).toBeNull()
  })
})
