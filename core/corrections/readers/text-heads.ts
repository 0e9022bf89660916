/** A line above a paragraph: a name, a time in brackets, or both, in the notations of the exports. */
const withTime = /^(?:(?<name>\S.{0,120}?)\s+)?\(?(?:\d{1,3}:)?\d{1,2}:\d{2}\)?$/u

/** The name of a heading, '' for a time alone; null: the line is text. */
export function headOf(line: string, names: ReadonlySet<string>): string | null {
  const plain = line.trim()
  if (names.has(plain)) return plain
  const found = withTime.exec(plain)
  return found === null ? null : (found.groups?.['name'] ?? '')
}

/** A line that begins with a known name and a colon, as people write it. */
export function namedLine(
  line: string,
  names: ReadonlySet<string>,
): { readonly name: string; readonly text: string } | null {
  const at = line.indexOf(':')
  const name = at < 0 ? '' : line.slice(0, at).trim()
  return names.has(name) ? { name, text: line.slice(at + 1).trim() } : null
}

/** A short line without the end of a sentence, which may be the name of somebody. */
export const isLikeName = (line: string): boolean => line.length <= 60 && !/[.,;!?…]\s*$/u.test(line.trim())
