/** Shorter ones would be found in ordinary words; the log has no titles but those in paths. */
const SHORTEST = 3

/** The text of a log without these titles and paths, also where they are escaped. */
export function withoutNames(text: string, names: readonly string[]): string {
  const forms = names
    .filter(({ length }) => length >= SHORTEST)
    .flatMap((name) => [name, JSON.stringify(name).slice(1, -1), encodeURI(name), encodeURIComponent(name)])
    // A path before the file name that it holds.
    .toSorted((a, b) => b.length - a.length)
  return forms.reduce((left, form) => left.replaceAll(form, '…'), text)
}
