import { sha256Of } from '../drives/files.ts'

/** Reads the file once, in constant memory; calls `onBytes` with the progress. */
export function sha256OfFile(
  file: string,
  signal?: AbortSignal,
  onBytes?: (bytes: number) => void,
): Promise<string> {
  return sha256Of(file, { signal, onBytes })
}
