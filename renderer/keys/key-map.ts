import { fixedKeys, type KeyAction, type KeyActionId, keyActions, reservedKeys } from './key-actions.ts'

/** Which keys do what now: an action's own, or those that the person gave it. */
export type KeyMap = Readonly<Record<KeyActionId, readonly string[]>>

export function keyMap(chosen: Readonly<Record<string, readonly string[]>>): KeyMap {
  return Object.fromEntries(keyActions.map(({ id, keys }) => [id, chosen[id] ?? keys])) as unknown as KeyMap
}

/** The action that a key means, if any. */
export function actionOf(key: string, map: KeyMap): KeyActionId | null {
  return keyActions.find(({ id }) => map[id].includes(key))?.id ?? null
}

export type KeyConflict =
  | { readonly kind: 'taken'; readonly action: KeyAction }
  | { readonly kind: 'reserved' }

/** What stands against giving `key` to the action `id`: another has it, or writing needs it. */
export function conflictOf(key: string, id: KeyActionId, map: KeyMap): KeyConflict | null {
  const taken = keyActions.find((action) => action.id !== id && map[action.id].includes(key))
  if (taken) return { kind: 'taken', action: taken }
  return reservedKeys.has(key) ? { kind: 'reserved' } : null
}

/** Actions that share a key with another, each with those keys; a person may live with it, but should see it. */
export function conflicts(map: KeyMap): ReadonlyMap<KeyActionId, readonly string[]> {
  const found = new Map<KeyActionId, string[]>()
  for (const { id } of keyActions) {
    const shared = map[id].filter((key) => conflictOf(key, id, map) !== null)
    if (shared.length > 0) found.set(id, shared)
  }
  return found
}

/** The sheet's rows: actions with their keys of now, and what keeps its own. */
export function sheetRows(map: KeyMap): readonly KeyAction[] {
  return [...keyActions.map((action) => ({ ...action, keys: map[action.id] })), ...fixedKeys]
}
