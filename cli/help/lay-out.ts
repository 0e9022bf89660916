/** In columns; the description of an entry with a longer name than this begins on the next line. */
const LONGEST_NAME = 24
/** No line is longer than this, not even on a wide terminal. */
const LONGEST_LINE = 100
const SHORTEST_LINE = 40
const ENTRY = /^ {2}(?<name>\S.*?) {2,}(?<description>\S.*)$/u
const USAGE = /^(?<name>(?:Usage\u00A0?:| {6,7}) parolo \S+)(?<given> .*)?$/u

/**
 * Breaks a help text into lines at most `columns` wide. Its own lines are paragraphs, `Usage: parolo …`, or entries: two
 * spaces, a name such as `--out DIR`, two spaces, its description. Without `columns`: for a file or another program.
 */
export function layOut(text: string, columns: number = LONGEST_LINE): string {
  const width = Math.max(SHORTEST_LINE, Math.min(columns, LONGEST_LINE))
  const lines = text.split('\n')
  const names = lines.map((line) => ENTRY.exec(line)?.groups?.['name']?.length ?? 0)
  const indent = Math.max(...names.filter((length) => length <= LONGEST_NAME)) + '  '.length * 2
  return lines.flatMap((line) => laidOutLines(line, { indent, width })).join('\n')
}

interface Columns {
  /** Where the description of an entry begins. */
  readonly indent: number
  readonly width: number
}

function laidOutLines(line: string, { indent, width }: Columns): string[] {
  const usage = USAGE.exec(line)?.groups
  if (usage !== undefined) {
    const name = usage['name'] ?? ''
    // A break within brackets would hide what belongs together.
    const parts = (usage['given'] ?? '').trim().split(/ (?=\[|--|FILE|FICHIER)(?![^[]*\])/u)
    return filled(parts, { first: `${name} `, next: ' '.repeat(name.length + 1), width })
  }
  const entry = ENTRY.exec(line)?.groups
  if (entry === undefined) return filled(line.split(' '), { first: '', next: '', width })
  const { name = '', description = '' } = entry
  const next = ' '.repeat(indent)
  if (name.length + 4 <= indent)
    return filled(description.split(' '), { first: `  ${name}`.padEnd(indent), next, width })
  return [
    ...filled(name.split(' '), { first: '  ', next: '  ', width }),
    ...filled(description.split(' '), { first: next, next, width }),
  ]
}

/** The parts in lines of at most `width` columns; a longer part has a line of its own. */
function filled(
  parts: readonly string[],
  { first, next, width }: { readonly first: string; readonly next: string; readonly width: number },
): string[] {
  const lines: string[] = []
  let line = first + (parts[0] ?? '')
  for (const part of parts.slice(1)) {
    if (line.length + 1 + part.length > width) {
      lines.push(line)
      line = next + part
    } else line += ` ${part}`
  }
  return [...lines, line].map((each) => each.trimEnd())
}
