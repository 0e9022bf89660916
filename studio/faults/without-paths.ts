import path from 'node:path'
import { Fault, type FaultValues } from '#contracts/errors'

/** Names of fault values that may be a path of this computer. */
const PATH_VALUES: ReadonlySet<string> = new Set(['file', 'folder', 'drive'])

/** A page in a browser gets only a file's name, never its path. */
export function valuesWithoutPaths(values: FaultValues): FaultValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      PATH_VALUES.has(name) && typeof value === 'string' && path.isAbsolute(value)
        ? path.basename(value)
        : value,
    ]),
  )
}

export function textWithoutPaths(text: string, values: FaultValues): string {
  let result = text
  const paths = Object.values(values).filter((value) => typeof value === 'string' && path.isAbsolute(value))
  // Replace a file before the drive that contains it.
  for (const value of paths.map(String).toSorted((a, b) => b.length - a.length)) {
    result = result.replaceAll(value, path.basename(value))
  }
  return result
}

/** A fault as a page in a browser may see it; other errors are returned unchanged. */
export function withoutPaths(error: unknown): unknown {
  if (!(error instanceof Fault)) return error
  const detail = error.detail === undefined ? undefined : textWithoutPaths(error.detail, error.values)
  return new Fault(error.code, valuesWithoutPaths(error.values), detail, error)
}
