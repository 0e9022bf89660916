import type { FileOrPath } from '../../rpc/host.ts'
import { useHost } from '../../rpc/studio-context.tsx'
import { toastError } from '../../ui/error-notice.tsx'
import { useLanguage } from '../../ui/words.tsx'
import { importFiles } from './import-store.ts'

/** Imports the given files, or files that the user picks. */
export function useAddRecordings(): {
  readonly add: (files: readonly FileOrPath[]) => void
  readonly pick: () => void
} {
  const host = useHost()
  const language = useLanguage()
  const add = (files: readonly FileOrPath[]): void => {
    if (files.length > 0) void importFiles(host, files)
  }
  const pick = (): void => {
    host.pickFiles({ several: true }).then(add, (error: unknown) => toastError(error, language))
  }
  return { add, pick }
}
