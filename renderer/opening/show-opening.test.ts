// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { showOpening } from './show-opening.ts'

it('shows each step and how far it is, and keeps to the last where the address says nothing', () => {
  const page = document.createElement('main')
  const show = (view: unknown) => showOpening(page, `#${encodeURIComponent(JSON.stringify(view))}`)
  show({ text: 'Checking <b>5.5 GB</b>', fraction: null })
  expect(page.textContent).toBe('Checking <b>5.5 GB</b>')
  expect(page.querySelector('progress')?.hasAttribute('value')).toBe(false)
  show({ text: 'Copying: 1 of 4', fraction: 0.25 })
  expect(page.querySelector('progress')?.value).toBe(0.25)
  for (const hash of ['', '#', '#%', '#{"text":1}', '#null']) showOpening(page, hash)
  expect(page.textContent).toBe('Copying: 1 of 4')
})
