import { describe, expect, it } from 'vitest'
import { openedCalls } from './testing/fixtures.ts'

describe('models', () => {
  it('are added, replaced and removed', () => {
    const calls = openedCalls()
    const model = { id: 'tiny', entry: '{"kind":"whisper"}', folder: '/models/tiny', sha256: 'x' }
    calls.addModel(model)
    calls.addModel({ ...model, id: 'other' })
    calls.addModel({ ...model, sha256: 'y' })
    expect(calls.models()).toEqual([
      { ...model, id: 'other' },
      { ...model, sha256: 'y' },
    ])
    expect(calls.removeModel('tiny')).toBe(true)
    expect(calls.removeModel('tiny')).toBe(false)
    expect(calls.models()).toHaveLength(1)
  })
})
