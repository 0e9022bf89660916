import { describe, expect, it } from 'vitest'
import { openedCalls } from '../testing/fixtures.ts'

describe('settings', () => {
  it('keep values of each kind, until they are taken away', () => {
    const calls = openedCalls()
    const values = { text: 'é', number: 1.5, yes: true, nothing: null }
    for (const [name, value] of Object.entries(values)) calls.setSetting(name, value)
    expect(calls.settings()).toEqual(values)
    expect(calls.setting('nothing')).toBeNull()
    calls.setSetting('text', 'other')
    expect(calls.setting('text')).toBe('other')
    calls.setSetting('text', undefined)
    expect(calls.setting('text')).toBeUndefined()
  })
})
