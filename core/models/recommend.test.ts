import { describe, expect, it } from 'vitest'
import { recommendedModel, isServed, type Machine } from './recommend.ts'

const laptop: Machine = { memoryBytes: 8e9, cores: 4, freeBytes: 50e9 }
const idFor = (language: string, machine: Partial<Machine> = {}) =>
  recommendedModel(language, { ...laptop, ...machine })?.id ?? null

describe('the recommended model', () => {
  it.each([
    ['fr', 'parakeet-tdt-0.6b-v3'],
    ['en', 'parakeet-unified-en-0.6b'],
    ['de', 'parakeet-tdt-0.6b-v3'],
    ['sv', 'parakeet-tdt-0.6b-v3'],
    ['pt', 'parakeet-tdt-0.6b-v3'],
    ['be', 'fast-conformer-10-languages'],
    ['zh', 'whisper-small-attention'],
    ['yue', 'sense-voice-small'],
    ['hi', 'whisper-small-attention'],
  ])('for %s on a usual laptop is %s', (language, id) => {
    expect(idFor(language)).toBe(id)
  })

  it.each([
    ['fr', 'fast-conformer-10-languages'],
    ['en', 'parakeet-tdt-110m-en'],
    ['pt', 'fast-conformer-pt'],
    ['ja', 'sense-voice-small'],
    ['sv', null],
    ['hi', null],
  ])('for %s with 4 GB of memory is %s', (language, id) => {
    expect(idFor(language, { memoryBytes: 4.1e9 })).toBe(id)
  })

  it('is a smaller one where the disk is too full for the best, and none where it is full', () => {
    expect(idFor('fr', { freeBytes: 1.6e9 })).toBe('fast-conformer-10-languages')
    expect(idFor('fr', { freeBytes: 1.1e9 })).toBe(null)
  })

  it('is not offered where it, or a better one, is here', () => {
    const small = recommendedModel('fr', { ...laptop, memoryBytes: 4e9 })
    const best = recommendedModel('fr', laptop)
    if (small === null || best === null) throw new Error('no recommendation')
    expect(isServed('fr', best, ['whisper-base-beam5'])).toBe(false)
    expect(isServed('fr', best, ['fast-conformer-10-languages'])).toBe(false)
    expect(isServed('fr', best, ['parakeet-tdt-0.6b-v3'])).toBe(true)
    expect(isServed('fr', small, ['parakeet-tdt-0.6b-v3'])).toBe(true)
  })
})
