import { stat } from 'node:fs/promises'
import path from 'node:path'
import { Fault } from '#contracts/errors'
import type { DocumentWithExtras } from '#core/formats/format'
import { qdaProject, SOURCES } from '#core/formats/qda/project-qde'
import type { SoundChoices } from '#core/formats/sounds/sound-files'
import { soundFiles } from '#core/formats/sounds/sound-files'
import { programLanguage } from '#core/messages/messages'
import { readTranscript } from '#core/reading/read-transcript'
import { documentOfPart } from '#core/trim/trimmed-document'
import { diskFault } from '../faults/disk-fault.ts'
import { makeFolder } from '../files/make-folder.ts'
import { MAX_ZIP_BYTES, ZipWriter } from '../files/zip-writer.ts'
import type { Library } from '../library/library.ts'
import { renameFile } from '../drives/files.ts'
import { withPartFiles } from '../sound/part-files.ts'
import type { WrittenSound } from '../sound/sound-file/write-sound-file.ts'
import { labelIn } from './make-export.ts'
import { makeSoundFile, type MakeSoundOptions } from './sound-file.ts'

/** What every program for qualitative analysis plays. */
const SOUND = 'mp3'
/** Share of the time until the sound is written. */
const ENCODED = 0.95

/**
 * Writes a REFI-QDA project with the sound of its recording as MP3, in the time of that sound. Nothing is left if it fails.
 * Throws the faults of `makeSoundFile`, `export.not-made` for over 2 GB, and those of the disk.
 */
export async function writeQdaWithSound(
  library: Library,
  document: DocumentWithExtras,
  output: string,
  choices: SoundChoices,
  options: MakeSoundOptions,
): Promise<WrittenSound> {
  const { signal, onProgress, cut } = options
  const folder = path.dirname(output)
  const files = { sound: `${output}.sound`, project: output }
  try {
    await makeFolder(folder)
    return await withPartFiles(files, async (parts) => {
      const { loudness } = await makeSoundFile(library, document, SOUND, parts.sound, choices, {
        ...options,
        onProgress: (fraction) => onProgress?.(fraction * ENCODED),
      })
      const { size } = await stat(parts.sound)
      // The standard allows no larger file in a project.
      if (size > MAX_ZIP_BYTES / 1.01)
        throw new Fault('export.not-made', { file: path.basename(output) }, `${size} bytes of sound`)
      const { part } = document
      const own = cut?.document ?? (part === undefined ? document : documentOfPart(document, part))
      const read = { ...own, transcript: readTranscript(own.transcript) }
      const speakerLabel = labelIn(programLanguage(read.transcript.language))
      const project = qdaProject(read, { speakerLabel }, soundFiles[SOUND].ending)
      await writeProject(parts.project, project, parts.sound, {
        signal,
        onBytes: (count) => onProgress?.(ENCODED + (1 - ENCODED) * Math.min(1, count / Math.max(1, size))),
      })
      await options.beforeMoved?.()
      await renameFile(parts.project, output)
      return { bytes: (await stat(output)).size, loudness }
    })
  } catch (error) {
    if (signal.aborted && !(error instanceof Fault)) throw new Fault('job.cancelled')
    throw diskFault(error, folder)
  }
}

async function writeProject(
  file: string,
  { qde, sources, sound: name }: ReturnType<typeof qdaProject>,
  sound: string,
  options: { readonly signal: AbortSignal; readonly onBytes: (count: number) => void },
): Promise<void> {
  const zip = await ZipWriter.open(file)
  try {
    await zip.addText('project.qde', qde)
    for (const source of sources) await zip.addText(`${SOURCES}/${source.name}`, source.text)
    await zip.addFile(`${SOURCES}/${name}`, sound, options)
    await zip.finish()
  } catch (error) {
    await zip.close()
    throw error
  }
}
