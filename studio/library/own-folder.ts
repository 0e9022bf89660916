import path from 'node:path'

/** The folder that the library uses only for this file; null for a person's own file elsewhere. */
export function ownFolderOf(dataFolder: string, file: string): string | null {
  const folder = path.dirname(file)
  return path.dirname(folder) === path.join(dataFolder, 'media') ? folder : null
}
