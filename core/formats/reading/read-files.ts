import type { Format } from '../format.ts'
import type { FormatInput } from '../format-input.ts'
import { formatList } from '../formats.ts'

/** Formats that can be read, in the order of lists. */
export const readFormats = <Known extends Format>(of: readonly Known[]): readonly Known[] =>
  of.filter(({ input }) => input !== null)

/** All extensions of a format's files, in lower case with the dot. */
export const extensionsOf = ({ extension, input }: Format): readonly string[] => [
  extension.toLowerCase(),
  ...(input?.otherExtensions ?? []),
  ...(input?.shared === undefined ? [] : [input.shared.extension]),
]

/**
 * File name extensions that can be opened, for the filter of a dialog, without duplicates: `.json`, not
 * `.parolo.json`. `times`: only of formats with these times.
 */
export function readExtensions(
  times: readonly FormatInput['times'][] = ['lines', 'words', 'none'],
  of: readonly Format[] = formatList,
): readonly string[] {
  const fitting = of.filter(({ input }) => input !== null && times.includes(input.times))
  return [...new Set(fitting.flatMap(extensionsOf).map(lastExtension))]
}

/**
 * Whether a file is a transcript, captions or a text by its name: recordings never have one of these
 * extensions.
 */
export const isReadFile = (fileName: string, of: readonly Format[] = formatList): boolean =>
  readExtensions(undefined, of).includes(lastExtension(fileName.toLowerCase()))

/** Whether a file is captions by its name: their words have no times of their own. */
export const isCaptionFile = (fileName: string, of: readonly Format[] = formatList): boolean =>
  readExtensions(['lines'], of).includes(lastExtension(fileName.toLowerCase()))

/** Extensions that the window offers the system to open, without the dot, by format. */
export const associatedExtensions = (of: readonly Format[] = formatList): readonly (readonly string[])[] =>
  of
    .filter(({ input }) => input?.isAssociated === true)
    .map(({ extension, input }) => {
      const own = extension.toLowerCase()
      // `.json` is used by many programs.
      const others = (input?.otherExtensions ?? []).filter((other) => !own.endsWith(other))
      return [own, ...others].map((each) => each.slice(1))
    })

const lastExtension = (name: string): string => /\.[^.]*$/u.exec(name)?.[0] ?? ''
