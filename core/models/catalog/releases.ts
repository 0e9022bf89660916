import type { ArchiveDownload } from '../catalog-model.ts'

/** Releases of k2-fsa's sherpa-onnx. */
export const RELEASES = 'https://github.com/k2-fsa/sherpa-onnx/releases/download'

/** An archive of k2-fsa's release of speech recognizers; the name is without `.tar.bz2`. */
export function releasedArchive(
  name: string,
  bytes: number,
  sha256: string,
  members: readonly string[],
): ArchiveDownload {
  return { url: `${RELEASES}/asr-models/${name}.tar.bz2`, bytes, sha256, members }
}

/** Files of a NeMo transducer with 8-bit weights. */
export const transducerMembers = [
  'encoder.int8.onnx',
  'decoder.int8.onnx',
  'joiner.int8.onnx',
  'tokens.txt',
] as const
