import type { PageHost, SavedFile } from '../rpc/host.ts'
import type { ToastMessage } from '../ui/toast.tsx'
import type { Say } from '../ui/words.tsx'

/**
 * Saves a single file as it is, several together as `name`. Returns the message to show; null if the user
 * canceled.
 */
export async function saveExports(
  host: PageHost,
  name: string,
  files: readonly SavedFile[],
  say: Say,
): Promise<ToastMessage | null> {
  const [file] = files
  if (file === undefined) return null
  const isSaved = files.length === 1 ? await host.saveFile(file) : await host.saveFiles({ name, files })
  if (!isSaved) return null
  const text =
    files.length === 1
      ? say('export.saved', { file: file.fileName })
      : host.kind === 'browser'
        ? say('export.saved', { file: `${name}.zip` })
        : say('export.saved.files', { count: files.length })
  return { text, tone: 'done' }
}
