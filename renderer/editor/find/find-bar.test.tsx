// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, it } from 'vitest'
import { conversation } from '#core/edits/testing/samples'
import { renderInStudio } from '../../sound/testing/render-in-studio.tsx'
import { FindBar } from './find-bar.tsx'
import { usePairList } from './use-pair-list.ts'
import type { FindState } from './use-find.ts'

afterEach(cleanup)

const nothingFound: FindState = {
  transcript: conversation([]),
  hits: [],
  refused: null,
  isSearching: false,
  now: -1,
  setNow: () => undefined,
  taken: new Set(),
  toggle: () => undefined,
}

function Bar({ first }: { readonly first: string }) {
  const [query, setQuery] = useState(first)
  const [replacement, setReplacement] = useState('')
  const [withReplace, setWithReplace] = useState(false)
  return (
    <FindBar
      find={nothingFound}
      query={query}
      onQuery={setQuery}
      replaced={null}
      replacement={replacement}
      onReplacement={setReplacement}
      withReplace={withReplace}
      onWithReplace={setWithReplace}
      choices={{ matchCase: false, wholeWord: false, accents: 'ignore', regularExpression: false }}
      onChoices={() => undefined}
      onGo={() => undefined}
      onReplace={() => undefined}
      onClose={() => undefined}
      list={usePairList()}
    />
  )
}

it('has the focus where the next key belongs: the query, then what replaces it', async () => {
  renderInStudio(<Bar first="" />)
  await userEvent.keyboard('toaster')
  expect(screen.getByRole('textbox', { name: 'Find' })).toHaveProperty('value', 'toaster')
  await userEvent.click(screen.getByRole('button', { name: /Replace/ }))
  await userEvent.keyboard('kettle')
  expect(screen.getByRole('textbox', { name: /^Replace/ })).toHaveProperty('value', 'kettle')
})

it('keeps what was typed into a pair when a click leaves its field and adds another', async () => {
  renderInStudio(<Bar first="" />)
  await userEvent.click(screen.getByRole('button', { name: /Replace/ }))
  await userEvent.click(await screen.findByRole('button', { name: 'List…' }))
  await userEvent.type(await screen.findByRole('textbox', { name: 'Find, pair 1' }), 'kettle')
  const by = screen.getByRole('textbox', { name: 'Replace with, pair 1' })
  await userEvent.type(by, 'toaster')
  // At once, before preferences are stored.
  fireEvent.blur(by)
  fireEvent.click(screen.getByRole('button', { name: 'Add a pair' }))
  expect(await screen.findByRole('textbox', { name: 'Find, pair 2' })).toBeTruthy()
  expect(screen.getByRole('textbox', { name: 'Find, pair 1' })).toHaveProperty('value', 'kettle')
  expect(screen.getByRole('textbox', { name: 'Replace with, pair 1' })).toHaveProperty('value', 'toaster')
})
