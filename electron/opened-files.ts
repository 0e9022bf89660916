import path from 'node:path'

/** The files among the program's arguments, without options and the program's own folder. */
export function filesIn(words: readonly string[], folder: string, programFolder: string): string[] {
  return words
    .filter((word) => word !== '' && !word.startsWith('-'))
    .map((word) => path.resolve(folder, word))
    .filter((file) => file !== path.resolve(programFolder))
}
