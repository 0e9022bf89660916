import { create } from 'zustand'

interface MediaStore {
  /** Names of the files that are made for this page, by job. */
  readonly started: ReadonlyMap<string, string>
  readonly start: (jobId: string, fileName: string) => void
  /** The file name of a job that this page started, once. */
  readonly end: (jobId: string) => string | undefined
}

/** The files that this page is waiting for: only this page reports that they are finished. */
export const useMediaStore = create<MediaStore>((set, get) => ({
  started: new Map(),
  start: (jobId, fileName) => set(({ started }) => ({ started: new Map([...started, [jobId, fileName]]) })),
  end(jobId) {
    const { started } = get()
    const fileName = started.get(jobId)
    if (fileName !== undefined) set({ started: new Map([...started].filter(([id]) => id !== jobId)) })
    return fileName
  },
}))
