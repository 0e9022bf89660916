import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

export interface PageFile {
  readonly bytes: Buffer
  readonly mediaType: string
  readonly etag: string
  /** The file's name contains a hash of its content, so it never changes. */
  readonly isForever: boolean
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
}

/**
 * The built page, read once: requests are looked up by their whole path, so that no requested path reaches
 * the disk. Null if the page is not built.
 */
export async function readPageFiles(folder: string): Promise<ReadonlyMap<string, PageFile> | null> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      throw error
    },
  )
  const files = new Map<string, PageFile>()
  for (const entry of entries) {
    const mediaType = mediaTypes[path.extname(entry.name)]
    // Source maps are only for developers, who have them on disk.
    if (!entry.isFile() || mediaType === undefined) continue
    const file = path.join(entry.parentPath, entry.name)
    const name = `/${path.relative(folder, file).split(path.sep).join('/')}`
    const bytes = await readFile(file)
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
    files.set(name, {
      bytes,
      mediaType,
      etag,
      isForever: /-[\w-]{8,}\.\w+$/u.test(name) && name.startsWith('/assets/'),
    })
  }
  const index = files.get('/index.html')
  if (index === undefined) return null
  files.set('/', index)
  return files
}
