import type { NativePart } from './native-parts.mjs'
import type { InsidePackage } from './packages-inside.mjs'

export function billOfMaterials(inside: {
  readonly version: string
  readonly electron: string
  readonly node: string
  readonly packages: readonly InsidePackage[]
  readonly native: readonly NativePart[]
  readonly models: readonly { readonly name: string; readonly sha256: string; readonly license: string }[]
}): string
