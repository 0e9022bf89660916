import { useHost } from '../../rpc/studio-context.tsx'
import { importFiles } from './import-store.ts'
import { pickFiles } from './pick-files.ts'

/** Adding recordings: those given, or those that the person picks. */
export function useAddRecordings(): {
  readonly add: (files: readonly File[]) => void
  readonly pick: () => void
} {
  const host = useHost()
  const add = (files: readonly File[]): void => {
    if (files.length > 0) void importFiles(host, files)
  }
  return { add, pick: () => void pickFiles({ several: true }).then(add) }
}
