import { expect, it } from 'vitest'
import { withoutNames } from './without-names.ts'

const names = { folders: ['/home/nora', '/tmp'], words: ['nora', 'noras-laptop', 'a'] }

it.each([
  ["ENOENT: no such file, open '/home/nora/My talks/a.db'", "ENOENT: no such file, open '…'"],
  ['/tmp/parolo-self-test-x/library cannot be opened.', '…'],
  ['user NORA on noras-laptop', 'user … on …'],
  ['a normal sentence of honorable people', 'a normal sentence of honorable people'],
])('%s', (text, kept) => {
  expect(withoutNames(text, names)).toBe(kept)
})
