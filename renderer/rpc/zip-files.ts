import type { SavedFile } from './host.ts'

/** Puts the files into one archive, under their names. The library is loaded on first use. */
export async function zipFiles(
  files: readonly Pick<SavedFile, 'fileName' | 'bytes'>[],
): Promise<Uint8Array<ArrayBuffer>> {
  const { zipSync } = await import('fflate')
  return zipSync(Object.fromEntries(files.map(({ fileName, bytes }) => [fileName, bytes])))
}
