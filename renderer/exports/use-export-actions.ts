import { useState } from 'react'
import type { ExportFormat, ExportOptions } from '#contracts/export-requests'
import { splitName } from '#core/formats/file-names'
import { legalFileName } from '#core/formats/legal-file-name'
import type { TranscriptSession } from '../session/transcript-session.ts'
import type { SavedFile } from '../rpc/host.ts'
import { useHost, useStudio } from '../rpc/studio-context.tsx'
import { toast } from '../ui/toast.tsx'
import { useSay } from '../ui/words.tsx'
import { jobRequests } from './export-kinds.ts'
import { formats as allFormats } from '#core/formats/formats'
import { fittedOutput } from '#core/formats/output-options'
import { saveExports } from './save-exports.ts'
import { startMedia } from './start-media.ts'
import { bytesOf, type MadeFile } from './use-made-export.ts'
import type { ShownExport } from './use-shown-export.ts'

/** Names, saves and copies what the dialog of exports shows. */
export function useExportActions(
  session: TranscriptSession,
  {
    exported,
    shown,
    choices,
    translation,
    allLanguages,
    isOffsetWrong,
    format,
    wanted,
    kinds,
    wrongStart,
    captionNames,
    optionsFor,
    options,
    made,
    isFresh,
    keepFormats,
  }: ShownExport,
  onClose: () => void,
) {
  const say = useSay()
  const host = useHost()
  const studio = useStudio()
  const [isSaving, setSaving] = useState(false)
  /** The file name stem entered by the user, for every format. */
  const [ownStem, setOwnStem] = useState<string | null>(null)
  const suggested = splitName(made?.fileName ?? '')
  const stem = ownStem ?? suggested.stem
  // The preview excludes the sound, which may be large: it is requested when the file is saved.
  const soundFits = made?.sound !== undefined && choices.times
  const hasSound = (id: ExportFormat): boolean => {
    const { sound: whole, soundAround } = fittedOutput(choices.output, allFormats[id].output)
    return soundFits && ((whole && allFormats[id].output.sound) || soundAround)
  }
  // The files to save contain the recording's sound.
  const addsSound = kinds.files.some(hasSound)
  const canCopy = made?.preview != null && (format !== 'minutes' || made.isPreviewWhole)
  const isReady = made !== null && isFresh && !isSaving && wrongStart === null && !isOffsetWrong
  const canSave = isReady && wanted.length > 0 && stem.trim() !== ''
  const ofCut = exported.isCut ? { cut: true } : {}
  const requests = () =>
    jobRequests(kinds, {
      transcriptId: session.transcriptId,
      fileName: (ending) => legalFileName(stem, ending, suggested.stem),
      choices,
      captions: { captionNames, translation, allLanguages },
      isCut: exported.isCut,
    })
  const makeFile = (id: ExportFormat, changes: Partial<ExportOptions> = {}): Promise<MadeFile> =>
    studio.call('exports.make', {
      transcriptId: session.transcriptId,
      format: id,
      options: { ...optionsFor(id), ...changes },
      ...ofCut,
    })
  /** False if the person canceled. */
  const saveFiles = async (shownFile: MadeFile): Promise<boolean> => {
    const all: Pick<MadeFile, 'fileName' | 'mediaType' | 'base64'>[] = []
    for (const id of kinds.files) all.push(id === shown && !hasSound(id) ? shownFile : await makeFile(id))
    const { frameRate, dropFrame } = choices.output
    for (const id of kinds.lists) {
      const question = { transcriptId: session.transcriptId, list: id, frameRate, dropFrame }
      all.push(...(await studio.call('exports.cutList', question)).files)
    }
    const files = all.map((file): SavedFile => {
      const { extension } = splitName(file.fileName)
      const fileName = legalFileName(stem, extension, suggested.stem)
      return { fileName, mediaType: file.mediaType, bytes: bytesOf(file) }
    })
    const notice = await saveExports(host, legalFileName(stem, '', suggested.stem), files, say)
    if (notice !== null) toast.show(notice)
    return notice !== null
  }
  const save = async (): Promise<void> => {
    if (made === null || !canSave) return
    setSaving(true)
    try {
      if (kinds.files.length + kinds.lists.length > 0 && !(await saveFiles(made))) return
      await session.flush()
      for (const request of requests()) if ((await startMedia(host, request, say)) === null) return
      keepFormats(wanted)
      onClose()
    } finally {
      setSaving(false)
    }
  }
  const copy = async (): Promise<void> => {
    if (made === null) return
    const isWithout = hasSound(format)
    const bytes = bytesOf(isWithout ? await makeFile(format, { sound: false, soundAround: false }) : made)
    // Minutes for Word are copied as Markdown.
    const text = format === 'minutes' ? made.preview : new TextDecoder(options.encoding).decode(bytes)
    await navigator.clipboard.writeText(text ?? '')
    toast.show({ text: say(isWithout ? 'export.copied.without-sound' : 'export.copied'), tone: 'done' })
  }
  const isNameless = ownStem !== null && ownStem.trim() === ''
  return { stem, setStem: setOwnStem, isNameless, isSaving, addsSound, isReady, canSave, canCopy, save, copy }
}
