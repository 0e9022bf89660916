/**
 * Names of people from their file names, without the common beginning and end, and without numbers that
 * programs add (`1-anna_0.flac`, `2-ben_0.flac`: anna, ben). A file of which nothing remains keeps its name
 * without the extension.
 */
export function namesOfFiles(fileNames: readonly string[]): string[] {
  const stems = fileNames.map((name) => name.replace(/\.[\p{L}\p{N}]{1,12}$/u, ''))
  const words = stems.map((stem) => stem.split(/[\s_.-]+/u).filter((word) => word !== ''))
  const shortest = Math.min(...words.map(({ length }) => length))
  const isCommon = (at: (one: readonly string[]) => string | undefined): boolean =>
    words.length > 1 && new Set(words.map(at)).size === 1
  let from = 0
  while (from < shortest && isCommon((one) => one[from])) from += 1
  let to = 0
  while (to < shortest - from && isCommon((one) => one.at(-1 - to))) to += 1
  return words.map((own, index) => {
    const left = own.slice(from, own.length - to).filter((word) => !/^\d+$/u.test(word))
    return left.length === 0 ? (stems[index] ?? '') : left.join(' ')
  })
}
