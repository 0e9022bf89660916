import { isCutListFile } from '../cut-list-files.ts'
import type { FormatOf } from '../format.ts'
import { type FormatId, formatList } from '../formats.ts'

/** How much of a text is examined to distinguish formats. */
const PROBE = 20_000

/**
 * The format of a file by its name, and by its text if several share an extension; null if unknown to this
 * program. `text`: the file's content, decoded; '' for a binary one.
 */
export const detectFormat = (fileName: string, text: string): FormatId | null =>
  detectAmong(formatList, fileName, text)

/** The same among some formats. */
export function detectAmong<Id extends string>(
  formats: readonly FormatOf<Id>[],
  fileName: string,
  text: string,
): Id | null {
  const name = fileName.toLowerCase()
  const start = text.slice(0, PROBE).replace(/^\uFEFF/, '')
  if (isCutListFile(name, start)) return null
  const shares = ({ input }: FormatOf<Id>): boolean =>
    input?.shared !== undefined && name.endsWith(input.shared.extension)
  const byText = formats.find((format) => shares(format) && format.input?.shared?.isOne(start, text) === true)
  if (byText !== undefined) return byText.id
  const [byName] = formats
    .flatMap((format) => {
      const plain = [format.extension.toLowerCase(), ...(format.input?.otherExtensions ?? [])]
      const ends = plain.filter((extension) => name.endsWith(extension))
      // A shared extension is ambiguous, unless it is the only one of a format.
      const isReported = !shares(format) || plain.includes(format.input?.shared?.extension ?? '')
      return isReported && ends.length > 0
        ? [{ id: format.id, length: Math.max(...ends.map((end) => end.length)) }]
        : []
    })
    // `.minutes.md` takes precedence over `.md`.
    .toSorted((a, b) => b.length - a.length)
  return byName?.id ?? null
}
