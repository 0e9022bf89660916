import { describe, expect, it } from 'vitest'
import { fixedKeys } from '#core/shortcuts/fixed-keys'
import { shortcutIds, shortcuts } from '#core/shortcuts/shortcuts'
import { actionOf, conflictOf, conflicts, keyMap, sheetRows } from './key-map.ts'
import { reservedKeys } from './reserved-keys.ts'

describe('the keys as they come', () => {
  const map = keyMap({})

  it('share nothing and take nothing that writing needs', () => {
    expect([...conflicts(map)]).toEqual([])
    const all = shortcutIds.flatMap((id) => shortcuts[id].keys)
    expect(new Set(all).size).toBe(all.length)
  })

  it('have ids and names of their own', () => {
    expect(Object.keys(fixedKeys).filter((id) => Object.hasOwn(shortcuts, id))).toEqual([])
  })

  it('are oTranscribe’s', () => {
    expect(actionOf('Escape', map)).toBe('play')
    expect(actionOf('F1', map)).toBe('back-short')
    expect(actionOf('F4', map)).toBe('faster')
    expect(actionOf('Mod+J', map)).toBe('insert-time')
    expect(actionOf('Mod+Q', map)).toBeNull()
  })
})

describe('keys that a person gave', () => {
  const map = keyMap({ slower: ['F1'], play: [] })

  it('take the place of an action’s own', () => {
    expect(map.slower).toEqual(['F1'])
    expect(actionOf('F3', map)).toBeNull()
    expect(map.play).toEqual([])
    expect(sheetRows(map).find(({ id }) => id === 'slower')?.keys).toEqual(['F1'])
  })

  it('are reported where two actions share one', () => {
    expect([...conflicts(map).keys()].sort()).toEqual(['back-short', 'slower'])
    expect(conflictOf('F1', 'slower', map)).toMatchObject({ kind: 'taken', by: 'back-short' })
    expect(conflictOf('F10', 'slower', map)).toBeNull()
  })

  it('cannot be what writing needs', () => {
    for (const key of reservedKeys) expect(conflictOf(key, 'play', map)?.kind).toBe('reserved')
  })

  it('may name actions that this program does not have', () => {
    expect(keyMap({ 'of-a-later-version': ['F9'] }).play).toEqual(['Escape', 'F13'])
  })
})
