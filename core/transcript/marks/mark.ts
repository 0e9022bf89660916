import type { MarkKind } from './mark-kind.ts'
import type { markKinds } from './mark-kinds.ts'

/** What a person says about the words from one to another, both included, without changing them. */
export type Mark = KnownMark | UnknownMark

/** One type for each kind of the registry: `kind` tells the shape of `value`. */
export type KnownMark = MarkOf<(typeof markKinds)[number]>

export type KnownMarkKind = KnownMark['kind']

/** A mark of a newer program or of another one, or whose value makes no sense for its kind: kept, and written back as it was. */
export interface UnknownMark extends MarkPlace {
  readonly kind: 'unknown'
  /** The kind that the file or the table names. */
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
