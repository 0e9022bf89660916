import type { SavedFile } from './host.ts'

/** The files in one archive, under their names. The library for it is loaded when it is first needed. */
export async function zipFiles(
  files: readonly Pick<SavedFile, 'fileName' | 'bytes'>[],
): Promise<Uint8Array<ArrayBuffer>> {
  const { zipSync } = await import('fflate')
  return zipSync(Object.fromEntries(files.map(({ fileName, bytes }) => [fileName, bytes])))
}
