import { describe, expect, it } from 'vitest'
import { openedCalls } from '../testing/fixtures.ts'

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
    calls.removeModel('tiny')
    expect(calls.models()).toHaveLength(1)
    calls.removeModel('in no table')
    expect(calls.eventsSince(0).map(({ kind, touched }) => [kind, touched.modelId])).toEqual([
      ['model-added', 'tiny'],
      ['model-added', 'other'],
      ['model-added', 'tiny'],
      ['model-removed', 'tiny'],
      ['model-removed', 'in no table'],
    ])
  })
})
