/**
 * Whether a version (`1.2.3`, `1.2.3-beta.1`) is newer than another by the precedence of Semantic Versioning
 * 2.0.0 §11; of pre-release parts, only their presence is compared, if the numbers are equal. False for an
 * invalid version.
 */
export function isNewer(version: string, than: string): boolean {
  const [one, other] = [partsOf(version), partsOf(than)]
  if (one === null || other === null) return false
  for (const [index, number] of one.numbers.entries()) {
    const difference = number - (other.numbers[index] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return other.isEarly && !one.isEarly
}

function partsOf(version: string): { readonly numbers: readonly number[]; readonly isEarly: boolean } | null {
  const found = /^v?(\d{1,9})\.(\d{1,9})\.(\d{1,9})(-[\w.-]+)?(?:\+[\w.-]+)?$/u.exec(version)
  if (found === null) return null
  return { numbers: found.slice(1, 4).map(Number), isEarly: found[4] !== undefined }
}
