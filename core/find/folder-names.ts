/**
 * What to call each of these folders: the last part of its path, with as many parts before it as tell it from the others.
 * Paths of any system; a folder that is named twice has the same name twice.
 */
export function folderNames(folders: readonly string[]): string[] {
  const all = folders.map((folder) => folder.split(/[/\\]+/u).filter((part) => part !== ''))
  return all.map((parts, place) => {
    for (let depth = 1; depth < parts.length; depth += 1) {
      const name = tail(parts, depth)
      const isOwn = all.every((other, at) => at === place || tail(other, depth) !== name)
      if (isOwn) return name
    }
    return parts.length === 0 ? (folders[place] ?? '') : tail(parts, parts.length)
  })
}

const tail = (parts: readonly string[], depth: number): string => parts.slice(-depth).join('/')
