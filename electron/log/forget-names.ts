/** Shorter names would match ordinary words; the log contains titles only within paths. */
const SHORTEST = 3

/** The log's text without these titles and paths, also in escaped form. */
export function withoutNames(text: string, names: readonly string[]): string {
  const forms = names
    .filter(({ length }) => length >= SHORTEST)
    .flatMap((name) => [name, JSON.stringify(name).slice(1, -1), encodeURI(name), encodeURIComponent(name)])
    // A path must be removed before the file name that it contains.
    .toSorted((a, b) => b.length - a.length)
  return forms.reduce((left, form) => left.replaceAll(form, '…'), text)
}
