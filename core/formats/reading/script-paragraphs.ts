import { isNoName } from './no-names.ts'
import { linesOf } from './text-lines.ts'

export interface ScriptParagraph {
  /** The speaker named before it; null if nobody is. */
  readonly name: string | null
  readonly text: string
}

/** Who a line names, and the words after the name. */
interface Label {
  readonly name: string
  readonly rest: string
  /** Own TXT files have a time after each name: those are certain. */
  readonly isCertain: boolean
}

const longestName = 40
/** With time and brackets around the name; no more of a line is searched. */
const longestHead = 120
const mostNameWords = 4
const capitals = /^[\p{Lu}\p{M}\p{N} .’'-]*\p{Lu}[\p{Lu}\p{M}\p{N} .’'-]*$/u
const capitalized = /^\p{Lu}[\p{L}\p{M}\p{N} .’'-]*$/u
const clock = String.raw`\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?`
/** `[00:01:02] - SAM (off): I was there`: time, dash and text in brackets are not spoken. */
const beforeColon = new RegExp(
  String.raw`^(?:[[(]?${clock}[\])]?\s+)?(?:[-–—•*]\s+)?([^:()[\]]+?)\s*(?:[([][^()[\]]{1,40}[)\]]\s*)?:(?:\s+|$)`,
  'u',
)
const withTime = new RegExp(String.raw`^(?:([^()]+?) )?\(${clock}\)$`, 'u')
const alone = /^([^()[\]]+?)\s*(?:[([][^()[\]]{1,40}[)\]])?$/u

/**
 * The paragraphs of blocks of lines, divided where a line names its speaker: `SAM: I was there`, `SAM:` above the
 * words, `SAM` in capitals above them, `Sam (0:04)` as in files of ours. Names in capitals before a colon always
 * count; others if they recur, and those that do not if half of all lines or blocks begin with such names.
 */
export function scriptParagraphs(blocks: readonly string[]): readonly ScriptParagraph[] {
  const all = blocks.map((block) => {
    const lines = linesOf(block).map((line) => line.trim())
    return lines.map((line, at) => ({ line, label: labelOf(line, lines[at + 1] ?? '') }))
  })
  const isName = namesAmong(all.map((lines) => lines.map(({ label }) => label)))
  const paragraphs: { name: string | null; heads: string[]; lines: string[] }[] = []
  for (const lines of all) {
    const last = paragraphs.at(-1)
    let open = last !== undefined && last.name !== null && last.lines.length === 0 ? last : undefined
    for (const { line, label } of lines) {
      if (line === '') continue
      if (label !== null && isName(label)) {
        open = { name: label.name === '' ? null : label.name, heads: [line], lines: [] }
        paragraphs.push(open)
        if (label.rest !== '') open.lines.push(label.rest)
      } else if (open === undefined) {
        open = { name: null, heads: [], lines: [line] }
        paragraphs.push(open)
      } else open.lines.push(line)
    }
  }
  return paragraphs.map(({ name, heads, lines }) =>
    lines.length === 0 ? { name: null, text: heads.join(' ') } : { name, text: lines.join(' ') },
  )
}

function labelOf(line: string, next: string): Label | null {
  const start = line.slice(0, longestHead)
  const [before, said] = beforeColon.exec(start) ?? []
  if (before !== undefined && said !== undefined)
    return isLikeName(said)
      ? { name: said, rest: line.slice(before.length).trim(), isCertain: capitals.test(said) }
      : null
  if (next === '' || line.length > longestHead) return null
  const timed = withTime.exec(line)
  if (timed !== null) return { name: timed[1] ?? '', rest: '', isCertain: true }
  const name = nameAlone(line)
  return name === null || nameAlone(next) !== null ? null : { name, rest: '', isCertain: false }
}

/** A line that is nothing but a name in capitals. */
function nameAlone(line: string): string | null {
  const [, name] = alone.exec(line.slice(0, longestHead)) ?? []
  return name !== undefined && isLikeName(name) && capitals.test(name) && !name.endsWith('.') ? name : null
}

const isLikeName = (text: string): boolean =>
  capitalized.test(text) &&
  text.length <= longestName &&
  text.split(' ').length <= mostNameWords &&
  !isNoName(text)

/** Which labels are names. `blocks`: the label of each line, null for a line without one. */
function namesAmong(blocks: readonly (readonly (Label | null)[])[]): (label: Label) => boolean {
  const labels = blocks.flat().flatMap((label) => label ?? [])
  const counts = new Map<string, number>()
  for (const { name } of labels) counts.set(name, (counts.get(name) ?? 0) + 1)
  const recurs = ({ name, isCertain }: Label): boolean => isCertain || (counts.get(name) ?? 0) > 1
  const openings = blocks.flatMap(([first]) => first ?? [])
  const isScript =
    labels.some(recurs) && (labels.length * 2 >= blocks.flat().length || openings.length * 2 >= blocks.length)
  return (label) => isScript || recurs(label)
}
