/** Of the 300 that a title may have, minus room for the number. */
const MAX_LETTERS = 290

/** The title of a recording that continues another: "Title", "Title (2)", "Title (3)". */
export function nextPartTitle(title: string): string {
  const numbered = /^(?<base>.*) \((?<number>\d{1,2})\)$/su.exec(title)
  const { base = title, number = '1' } = numbered?.groups ?? {}
  return `${base.slice(0, MAX_LETTERS)} (${Number(number) + 1})`
}
