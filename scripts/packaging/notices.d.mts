import type { InsidePackage } from './packages-inside.mjs'

export function licenseTexts(packages: readonly InsidePackage[]): string
