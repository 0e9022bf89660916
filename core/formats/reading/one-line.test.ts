import { expect, it } from 'vitest'
import { oneLine } from './one-line.ts'

it('has no breaks and control characters, but the no-break spaces of French', () => {
  expect(oneLine(' «\u00A0Oui\u202F?\u00A0»\n\tdit\u0000 elle\u202F!\u2028')).toBe(
    '«\u00A0Oui\u202F?\u00A0» dit elle\u202F!',
  )
  expect(oneLine(' \u00A0 ')).toBe('')
})
