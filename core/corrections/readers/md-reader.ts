import { linesOf, withoutByteOrderMark } from '../../formats/reading/text-lines.ts'
import type { ReturnedBlock } from '../returned-document.ts'
import { headOf } from './text-heads.ts'

/**
 * The paragraphs of a Markdown text, without its title and chapters.
 * @param names of the speakers, as the export writes them
 */
export function readMdBlocks(text: string, names: ReadonlySet<string>): ReturnedBlock[] {
  const blocks: ReturnedBlock[] = []
  let name: string | null = null
  let lines: string[] = []
  const close = (): void => {
    const whole = plainOf(lines.join('\n'))
    lines = []
    if (whole === '') return
    blocks.push({ name, text: whole })
    name = null
  }
  for (const line of linesOf(withoutByteOrderMark(text).plain)) {
    const isHeading = /^ {0,3}#{1,6}(?:\s|$)/u.test(line)
    const head = isHeading ? null : boldHead(line, names)
    if (line.trim() !== '' && !isHeading && head === null) {
      lines.push(line)
      continue
    }
    close()
    if (head !== null && head !== '') name = head
  }
  close()
  return blocks
}

/** `**Name** (0:12)`, either alone too; null: it is text. */
function boldHead(line: string, names: ReadonlySet<string>): string | null {
  const bold = /^\s*\*\*(?<name>.{1,200}?)\*\*\s*(?<rest>.*)$/u.exec(line)?.groups
  if (bold === undefined) return headOf(unescaped(line), names)
  const rest = bold['rest']?.trim() ?? ''
  return rest === '' || headOf(rest, names) === '' ? unescaped(bold['name'] ?? '').trim() : null
}

/** Without the marks of a note or a sound, and the signs that only show signs literally. */
function plainOf(text: string): string {
  const quoted = text.replaceAll(/^ {0,3}> ?/gmu, '').trim()
  const sound = /^\*(?!\*)(?<said>[\s\S]*[^*\\])\*$/u.exec(quoted)?.groups?.['said']
  return unescaped(sound ?? quoted).trim()
}

const unescaped = (text: string): string => text.replaceAll(/\\([!-/:-@[-`{-~])/gu, '$1')
