import type { MarkKind } from './mark-kind.ts'
import type { markKinds } from './mark-kinds.ts'

/** An annotation on the words from one to another, both included, that does not change them. */
export type Mark = KnownMark | UnknownMark

/** A union with one type for each kind of the registry: `kind` determines the type of `value`. */
export type KnownMark = MarkOf<(typeof markKinds)[number]>

/** A mark of a newer or other program, or one whose value is invalid for its kind: kept and written back unchanged. */
export interface UnknownMark extends MarkPlace {
  readonly kind: 'unknown'
  /** The kind as named in the file or the table. */
  readonly name: string
  readonly value: string | null
}

interface MarkPlace {
  readonly id: string
  readonly fromWordId: string
  readonly toWordId: string
}

type MarkOf<Kind> =
  Kind extends MarkKind<infer Name, infer Value>
    ? MarkPlace & { readonly kind: Name; readonly value: Value }
    : never
