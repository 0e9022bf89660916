import type { GroupApi } from '#contracts/calls/calls'
import type { ImportStore } from '../imports/import-store.ts'
import type { CallOptions } from './call-options.ts'

export function importApi(imports: ImportStore): GroupApi<'imports', CallOptions> {
  return {
    begin: ({ fileName, bytes, modifiedAtMs, recordingId = null }) =>
      imports.begin({ fileName, bytes, modifiedAtMs, recordingId }),
    finish: ({ importId }, { signal }) => imports.finish(importId, signal),
    async discard({ importId }) {
      await imports.discard(importId)
      return {}
    },
  }
}
