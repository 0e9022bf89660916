import { outsideArchive } from '../processes/outside-archive.ts'
import { resourcesFolder } from '../processes/resources-folder.ts'

/**
 * sherpa-onnx's name for the processor, with the file of ONNX Runtime's options. Memory is not planned as one
 * block per chunk length: a third less, and the same results (docs/engine.md 3).
 */
export function recognizerProvider(
  folder = outsideArchive(resourcesFolder()),
  platform: NodeJS.Platform = process.platform,
): string {
  // On Windows sherpa-onnx opens this file by the system's code page, and ends the process if it cannot.
  const isReadable = platform !== 'win32' || /^[\x20-\x7e]*$/u.test(folder)
  return isReadable ? `cpu:${folder}/recognizer-session.config` : 'cpu'
}
