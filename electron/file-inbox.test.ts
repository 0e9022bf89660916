import { expect, it } from 'vitest'
import { FileInbox } from './file-inbox.ts'

it('keeps files until a page is there, gives each once, and keeps them again while a page loads', () => {
  const inbox = new FileInbox()
  const got: string[] = []
  const page = (files: readonly string[]) => got.push(`[${files.join(' ')}]`)
  inbox.put(['a', 'b'])
  inbox.put(['c'])
  inbox.opened(page)
  inbox.put(['d'])
  inbox.closed()
  inbox.put(['e'])
  inbox.put([])
  expect(got).toEqual(['[a b c]', '[d]'])
  inbox.opened(page)
  inbox.opened(page)
  expect(got).toEqual(['[a b c]', '[d]', '[e]'])
})
