import { cutListIds } from '#core/cut/lists/cut-lists'
import type { Format } from '#core/formats/format'
import { formatList } from '#core/formats/formats'
import { soundFileIds, soundFiles } from '#core/formats/sounds/sound-files'
import { readExtensions, readFormats } from '#core/formats/reading/read-files'
import type { ProgramLanguage } from '#core/messages/messages'

/** A help text with its format lists, which it names in braces, filled in. */
export function withFormats(
  written: string,
  language: ProgramLanguage,
  of: readonly Format[] = formatList,
): string {
  const ids = (has: (format: Format) => boolean): string =>
    of
      .filter(has)
      .map(({ id }) => id)
      .join(', ')
  const hasOldEncoding = ({ output }: Format): boolean => output.encodings.includes('windows-1252')
  const lists: Readonly<Record<string, string>> = {
    formats: ids(() => true),
    sounds: soundFileIds.join(', '),
    lists: cutListIds.join(', '),
    bitrates: soundFileIds
      .filter((id) => soundFiles[id].bitRates.length > 0)
      .map((id) => `${id} ${soundFiles[id].usualBitRate.toReversed().join(', mono ')}`)
      .join('; '),
    read: readFormats(of)
      // Minutes are read like any other document of their file type.
      .filter(({ group }) => group !== 'minutes')
      .map(({ label }) => label[language])
      .join(', '),
    extensions: readExtensions(undefined, of).join(' '),
    texts: readExtensions(['none'], of).join(', '),
    untimed: ids(({ group }) => group === 'documents'),
    framed: ids(({ output }) => output.frameRates.length > 0),
    dropped: ids(({ output }) => output.dropFrame),
    started: ids(({ output }) => output.startTimecode !== null),
    encoded: ids(hasOldEncoding),
    encodedUnicode: ids((format) => format.output.encodings.length > 1 && !hasOldEncoding(format)),
    marked: ids(({ output }) => output.byteOrderMark),
  }
  return written.replaceAll(/\{(\w+)\}/gu, (all, name: string) => lists[name] ?? all)
}
