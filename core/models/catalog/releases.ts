import type { ArchiveDownload, ArchiveVersion } from '../catalog-model.ts'

/** Releases of k2-fsa's sherpa-onnx. */
export const RELEASES = 'https://github.com/k2-fsa/sherpa-onnx/releases/download'

/** Sizes and hashes listed by the release itself, and in catalogs of other programs. */
const LISTED = 'checksum.txt of the release'

/**
 * An archive of k2-fsa's release of speech recognizers; the name is without `.tar.bz2`. `others`: its date, and files
 * that had the same name before.
 */
export function releasedArchive(
  name: string,
  bytes: number,
  sha256: string,
  members: readonly string[],
  others: {
    readonly published?: string
    readonly source?: string
    readonly former?: readonly ArchiveVersion[]
  } = {},
): ArchiveDownload {
  const { published = null, source = LISTED, former = [] } = others
  return {
    url: `${RELEASES}/asr-models/${name}.tar.bz2`,
    versions: [{ bytes, sha256, published, source }, ...former],
    members,
  }
}

/** Files of a NeMo transducer with 8-bit weights. */
export const transducerMembers = [
  'encoder.int8.onnx',
  'decoder.int8.onnx',
  'joiner.int8.onnx',
  'tokens.txt',
] as const
