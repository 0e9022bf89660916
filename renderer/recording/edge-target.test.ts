import { describe, expect, it } from 'vitest'
import { conversation } from '#core/edits/testing/samples'
import { edgeTarget } from './edge-target.ts'

describe('edgeTarget', () => {
  const at = { paragraphId: 'p2', touchedWordId: 'c2.1' }
  const word = { paragraphId: 'p2', wordId: 'c2.1' }

  it('is the word at the caret, or the one that is selected', () => {
    expect(edgeTarget(conversation(), { ...at, range: null })).toEqual(word)
    const range = { fromWordId: 'c2.1', toWordId: 'c2.1' }
    expect(edgeTarget(conversation(), { ...at, range })).toEqual(word)
  })

  it('is nothing of several words, which have a stretch in the wave', () => {
    const range = { fromWordId: 'c2.1', toWordId: 'c2.4' }
    expect(edgeTarget(conversation(), { ...at, range })).toBeNull()
  })

  it('is the paragraph that is selected whole', () => {
    const range = { fromWordId: 'c2.0', toWordId: 'c2.4' }
    const selection = { paragraphId: 'p3', touchedWordId: 'c2.0', range }
    expect(edgeTarget(conversation(), selection)).toEqual({ paragraphId: 'p2', wordId: null })
  })

  it('is nothing where there is no word', () => {
    expect(edgeTarget(conversation(), { paragraphId: 'p2', touchedWordId: null, range: null })).toBeNull()
  })
})
