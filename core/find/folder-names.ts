/**
 * Display names for folders: the last part of each path, preceded by as many parts as distinguish it from the
 * others. Accepts paths of any system; a folder listed twice has the same name twice.
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
