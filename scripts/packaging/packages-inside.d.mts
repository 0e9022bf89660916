export interface InsidePackage {
  readonly name: string
  readonly version: string
  /** SPDX; empty if the package does not state it. */
  readonly license: string
  readonly texts: readonly string[]
}
export function packagesIn(folder: string): InsidePackage[]
export function packagesOfPage(text: string): InsidePackage[]
export function joined(...lists: readonly (readonly InsidePackage[])[]): InsidePackage[]
