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
  const [first, ...others] = files
  if (first === undefined) return null
  if (others.length === 0) {
    const file = await host.saveFile(first)
    return file === null ? null : { text: say('export.saved', { file }), tone: 'done' }
  }
  if (!(await host.saveFiles({ name, files }))) return null
  const text =
    host.kind === 'browser'
      ? say('export.saved', { file: `${name}.zip` })
      : say('export.saved.files', { count: files.length })
  return { text, tone: 'done' }
}
