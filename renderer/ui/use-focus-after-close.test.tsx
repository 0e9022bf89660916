// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { Dialog } from './dialog.tsx'
import { watchFocus } from './last-focused.ts'
import { Words } from './words.tsx'

afterEach(cleanup)

/** As a menu that goes only after its item has opened the dialog. */
function ItemOpensDialog({ hasTrigger }: { readonly hasTrigger: boolean }) {
  const [step, setStep] = useState<'menu' | 'both' | 'dialog' | 'none'>('menu')
  return (
    <Words language="en">
      <main id="content" tabIndex={-1}>
        {(hasTrigger || step === 'menu') && <button type="button">More</button>}
      </main>
      {(step === 'menu' || step === 'both') && (
        <div role="menu">
          <button type="button" role="menuitem" onClick={() => setStep('both')}>
            Rename
          </button>
        </div>
      )}
      {(step === 'both' || step === 'dialog') && (
        <Dialog open title="Rename" onClose={() => setStep('none')}>
          <input aria-label="Name" ref={(field) => field?.focus()} />
          <button type="button" onClick={() => setStep('dialog')}>
            The menu is gone
          </button>
        </Dialog>
      )}
    </Words>
  )
}

it.each([
  { hasTrigger: true, to: 'More' },
  { hasTrigger: false, to: '' },
])('returns from a dialog to what had the focus before its menu, else to the content: $to', async (given) => {
  const stop = watchFocus(document)
  render(<ItemOpensDialog hasTrigger={given.hasTrigger} />)
  screen.getByRole('button', { name: 'More' }).focus()
  const item = screen.getByRole('menuitem')
  item.focus()
  fireEvent.click(item)
  fireEvent.click(screen.getByRole('button', { name: 'The menu is gone' }))
  expect(document.activeElement).toBe(screen.getByLabelText('Name'))
  act(() => void fireEvent.keyDown(screen.getByLabelText('Name'), { key: 'Escape' }))
  await vi.waitFor(() => expect(document.activeElement).not.toBe(document.body))
  const expected = given.hasTrigger
    ? screen.getByRole('button', { name: 'More' })
    : document.getElementById('content')
  expect(document.activeElement).toBe(expected)
  stop()
})
