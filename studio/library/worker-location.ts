/** Where the worker's code is; a bundle that puts it elsewhere changes this one line. */
export function libraryWorkerLocation(): URL {
  return new URL('./worker.ts', import.meta.url)
}
