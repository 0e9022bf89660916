/** `talk.en.vtt` → `talk.en`, `.vtt` */
export function splitName(fileName: string): { readonly stem: string; readonly extension: string } {
  const double = /\.(?:parolo\.json|minutes\.(?:docx|md|html)|(?:\d+\.)?cut\.(?:edl|fcpxml|otio|txt))$/i.exec(
    fileName,
  )
  const at = double?.index ?? fileName.lastIndexOf('.')
  return at <= 0
    ? { stem: fileName, extension: '' }
    : { stem: fileName.slice(0, at), extension: fileName.slice(at) }
}

/** `talk.parolo.json`, 2 → `talk (2).parolo.json`; the first has no number. */
export function numberedName(fileName: string, number: number): string {
  if (number <= 1) return fileName
  const { stem, extension } = splitName(fileName)
  return `${stem} (${number})${extension}`
}

/** The names in order, with numbers added to names that would collide on a case-insensitive file system. */
export function uniqueNames(fileNames: readonly string[]): string[] {
  const taken = new Set<string>()
  return fileNames.map((fileName) => {
    let name = fileName
    for (let number = 2; taken.has(comparable(name)); number++) name = numberedName(fileName, number)
    taken.add(comparable(name))
    return name
  })
}

const comparable = (name: string): string => name.normalize('NFC').toLowerCase()
