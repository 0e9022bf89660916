import type { Library } from '../library/library.ts'

/**
 * Adds a recording's file.
 * @returns the result of `add`, and whether the file is a sound that had been deleted deliberately: importing
 * it again is reported
 */
export async function noticingSoundBack<Given>(
  library: Library,
  add: () => Promise<Given>,
  idOf: (given: Given) => string,
): Promise<{ readonly given: Given; readonly soundIsBack: boolean }> {
  const deleted = await library.deletedSounds()
  const given = await add()
  return { given, soundIsBack: deleted.includes(idOf(given)) }
}
