import type { InsidePackage } from './packages-inside.mjs'

export interface NativePart {
  readonly name: string
  /** Empty if it is not known. */
  readonly version: string
  /** SPDX. */
  readonly license: string
  readonly inside: RegExp
  readonly sign: string | null
  readonly source: string
  readonly copyright?: string
  readonly file?: string
}
export const nativeParts: readonly NativePart[]
export function nativeFiles(folder: string): string[]
export function partsOf(files: readonly string[]): NativePart[]
export function asPackages(parts: readonly NativePart[]): InsidePackage[]
