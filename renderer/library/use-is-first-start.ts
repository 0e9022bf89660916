import { useRecordingCounts } from '../rpc/recording-queries.ts'
import { useImportStore } from './imports/import-store.ts'

/** The library is empty and nothing is being imported. */
export function useIsFirstStart(): boolean {
  const empty = useRecordingCounts().data?.all === 0
  const incoming = useImportStore(
    ({ imports, arrived, opened }) => imports.length > 0 || arrived.length > 0 || opened.length > 0,
  )
  return empty && !incoming
}
