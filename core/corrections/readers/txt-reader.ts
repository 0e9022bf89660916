import { linesOf, withoutByteOrderMark } from '../../formats/reading/text-lines.ts'
import type { ReturnedBlock } from '../returned-document.ts'
import { headOf, isLikeName, namedLine } from './text-heads.ts'

/**
 * The paragraphs of a plain text.
 * @param names of the speakers, as the export writes them
 */
export function readTxtBlocks(text: string, names: ReadonlySet<string>): ReturnedBlock[] {
  const parts = partsOf(linesOf(withoutByteOrderMark(text).plain.replaceAll('\0', '\uFFFD')))
  // Where names are headings, another short line there is another name.
  const hasNames = parts.some(([first = '', ...others]) => others.length > 0 && names.has(first.trim()))
  const blocks: ReturnedBlock[] = []
  let name: string | null = null
  for (const [first = '', ...others] of parts) {
    const head =
      headOf(first, names) ?? (hasNames && others.length > 0 && isLikeName(first) ? first.trim() : null)
    if (head !== null && head !== '') name = head
    const lines = head === null ? [first, ...others] : others
    for (const group of byNamedLines(lines, names)) {
      if (group.text !== '') {
        blocks.push({ name: group.name ?? name, text: group.text })
        name = null
      }
    }
  }
  return blocks
}

/** Lines between blank ones. */
function partsOf(lines: readonly string[]): string[][] {
  const parts: string[][] = []
  let isOpen = false
  for (const line of lines) {
    if (line.trim() === '') isOpen = false
    else if (isOpen) parts.at(-1)?.push(line)
    else {
      parts.push([line])
      isOpen = true
    }
  }
  return parts
}

function byNamedLines(
  lines: readonly string[],
  names: ReadonlySet<string>,
): { readonly name: string | null; readonly text: string }[] {
  const groups: { name: string | null; lines: string[] }[] = []
  for (const line of lines) {
    const named = namedLine(line, names)
    if (named !== null) groups.push({ name: named.name, lines: [named.text] })
    else if (groups.length === 0) groups.push({ name: null, lines: [line] })
    else groups.at(-1)?.lines.push(line)
  }
  return groups.map((group) => ({ name: group.name, text: group.lines.join('\n').trim() }))
}
