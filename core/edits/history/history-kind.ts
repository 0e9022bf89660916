import type { LoggedEdit } from '../edit.ts'

/** The name of an edit in undo and redo: its kind, and for marks also the kind of mark. */
export function historyKindOf(edit: LoggedEdit): string {
  if (edit.kind === 'set-mark') return markHistoryKind('set-mark', edit.mark.kind)
  if (edit.kind === 'remove-mark') return markHistoryKind('remove-mark', edit.markKind ?? null)
  return edit.kind
}

/** The same from the columns of the library's log, without parsing the edit. */
export function markHistoryKind(kind: string, markKind: string | null): string {
  return markKind === null ? kind : `${kind}.${markKind}`
}
