import { describe, expect, it } from 'vitest'
import { conversation } from '#core/edits/testing/samples'
import type { Speaker } from '#core/transcript/transcript'
import type { SurfaceSelection } from '../surface/surface.ts'
import { askedSelection, offeredScopes, suggestedScope } from './speaker-scope.ts'

const unnamed: Speaker = { id: 's2', name: null, colour: 1, groupId: null }
const anna: Speaker = { id: 's1', name: 'Anna', colour: 0, groupId: null }
const atName = { isAtCaret: false }
const atCaret = { isAtCaret: true }

function selected(fromWordId: string, toWordId: string): SurfaceSelection {
  return {
    paragraphId: 'p2',
    wordId: fromWordId,
    touchedWordId: fromWordId,
    range: { fromWordId, toWordId },
  }
}

describe('suggestedScope', () => {
  it('a new name for a voice without one is its name everywhere', () => {
    expect(suggestedScope(atName, unnamed, false, true)).toBe('everywhere')
    expect(suggestedScope(atCaret, unnamed, false, true)).toBe('everywhere')
  })

  it('somebody known, or a new name at a named voice, says this paragraph', () => {
    expect(suggestedScope(atName, unnamed, false, false)).toBe('paragraph')
    expect(suggestedScope(atName, anna, false, true)).toBe('paragraph')
    expect(suggestedScope(atName, undefined, false, true)).toBe('paragraph')
  })

  it('what is selected comes first where a key asked, and not where a name was clicked', () => {
    expect(suggestedScope(atCaret, unnamed, true, true)).toBe('selection')
    expect(suggestedScope(atName, unnamed, true, true)).toBe('everywhere')
    expect(suggestedScope(atName, unnamed, true, false)).toBe('paragraph')
  })
})

describe('offeredScopes', () => {
  it('offers what there is, in order', () => {
    expect(offeredScopes(atName, unnamed, false)).toEqual(['everywhere', 'paragraph', 'onwards'])
    expect(offeredScopes(atCaret, anna, true)).toEqual(['selection', 'everywhere', 'paragraph', 'onwards'])
    expect(offeredScopes(atName, anna, true)).toEqual(['everywhere', 'paragraph', 'onwards', 'selection'])
    expect(offeredScopes(atName, undefined, false)).toEqual(['paragraph', 'onwards'])
  })
})

describe('askedSelection', () => {
  const selection = selected('c2.1', 'c2.2')

  it('a click on a name knows neither caret nor what is selected elsewhere', () => {
    const nowhere = { paragraphId: null, wordId: null, range: null }
    expect(askedSelection(conversation(), { paragraphId: 'p1', isAtCaret: false }, selection)).toEqual(
      nowhere,
    )
  })

  it('a click on the name of what is selected offers it', () => {
    const { range } = selection
    for (const id of ['p2', 'p3']) {
      const asked = { paragraphId: id, isAtCaret: false }
      expect(askedSelection(conversation(), asked, selected('c2.1', 'c3.1')).range).not.toBeNull()
    }
    expect(askedSelection(conversation(), { paragraphId: 'p2', isAtCaret: false }, selection)).toEqual({
      paragraphId: null,
      wordId: null,
      range,
    })
  })

  it('a key is about the caret', () => {
    const asked = { paragraphId: 'p2', isAtCaret: true }
    expect(askedSelection(conversation(), asked, selection)).toEqual(selection)
  })
})
