import { useState } from 'react'
import type { ExportFormat } from '#contracts/calls/exports'
import type { OpenRecording } from '../rpc/open-recording.ts'
import { splitName } from '#core/formats/file-names'
import { legalFileName } from '#core/formats/legal-file-name'
import type { TranscriptSession } from '../session/transcript-session.ts'
import type { SavedFile } from '../rpc/host.ts'
import { useHost, useStudio } from '../rpc/studio-context.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogSpacer } from '../ui/dialog.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { Icon } from '../ui/icon.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import { ChoiceBoxes } from './choice-boxes.tsx'
import { firstChoices, optionsOf } from './export-choices.ts'
import { useCaptionNames } from '../captions/cues/use-caption-names.ts'
import { CaptionFacts, WordCount } from './export-facts.tsx'
import { ExportPreview } from './export-preview.tsx'
import styles from './export.module.css'
import { FormatBoxes } from './format-boxes.tsx'
import { formats as allFormats, listedFormatIds } from '#core/formats/formats'
import { FormatList } from './format-list.tsx'
import { lossWords } from '#core/formats/loss-words'
import { saveExports } from './save-exports.ts'
import { bytesOf, type MadeFile, useMadeExport } from './use-made-export.ts'

export interface ExportDialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly session: TranscriptSession
  readonly recording: OpenRecording
}

/** Formats with a description, options, a preview of the file, and what the format leaves out. */
export function ExportDialog({ open, ...rest }: ExportDialogProps) {
  // Mounted anew each time, so that its state is reset and no file is generated while it is closed.
  return open ? <OpenExportDialog {...rest} /> : null
}

function OpenExportDialog({ onClose, session, recording }: Omit<ExportDialogProps, 'open'>) {
  const say = useSay()
  const language = useLanguage()
  const host = useHost()
  const studio = useStudio()
  const [format, setFormat] = useState<ExportFormat>('vtt')
  const [also, setAlso] = useState<ReadonlySet<ExportFormat>>(new Set())
  const [choices, setChoices] = useState(firstChoices)
  const [isSaving, setSaving] = useState(false)
  /** The file name stem entered by the user, for every format. */
  const [ownStem, setOwnStem] = useState<string | null>(null)
  const captionNames = useCaptionNames(session)
  const options = optionsOf(format, choices, captionNames)
  const { made, isFresh, error } = useMadeExport(session, format, options)
  const suggested = splitName(made?.fileName ?? '')
  const stem = ownStem ?? suggested.stem
  const others = listedFormatIds.filter((id) => id !== format)
  const wanted = [format, ...others.filter((id) => also.has(id))]
  const isReady = made !== null && isFresh && !isSaving
  const end = wanted.length === 1 ? suggested.extension : host.kind === 'browser' ? '.zip' : ''

  const choose = (next: ExportFormat): void => {
    // The shown format changes to one that is also saved: the previously shown one takes its place among those.
    if (also.has(next)) setAlso(new Set([...also, format].filter((id) => id !== next)))
    setFormat(next)
  }
  const makeOther = (other: ExportFormat): Promise<MadeFile> =>
    studio.call('exports.make', {
      transcriptId: session.transcriptId,
      format: other,
      options: optionsOf(other, choices, captionNames),
    })
  const save = async (): Promise<void> => {
    if (made === null || !isReady || stem.trim() === '') return
    setSaving(true)
    try {
      const all = [made]
      for (const other of wanted.slice(1)) all.push(await makeOther(other))
      const files = all.map((one): SavedFile => {
        const { extension } = splitName(one.fileName)
        const fileName = legalFileName(stem, extension, suggested.stem)
        return { fileName, mediaType: one.mediaType, bytes: bytesOf(one) }
      })
      const notice = await saveExports(host, legalFileName(stem, '', suggested.stem), files, say)
      if (notice === null) return
      toast.show(notice)
      onClose()
    } finally {
      setSaving(false)
    }
  }
  const copy = async (): Promise<void> => {
    if (made === null) return
    await navigator.clipboard.writeText(new TextDecoder().decode(bytesOf(made)))
    toast.show({ text: say('export.copied'), tone: 'done' })
  }
  const run = (action: () => Promise<void>) => () => {
    action().catch((reason: unknown) => toastError(reason, language))
  }
  const losses = made !== null && isFresh ? lossWords(made.losses, format, language) : null

  return (
    <Dialog
      open
      onClose={onClose}
      title={
        <span className={styles.title}>
          {say('export.title')} <WordCount session={session} />
        </span>
      }
      width="1020px"
      height="680px"
      bare
      foot={
        <>
          <TextField
            className={styles.name}
            label={say('export.file-name')}
            value={stem}
            onChange={setOwnStem}
            onEnter={run(save)}
            error={ownStem !== null && ownStem.trim() === '' ? say('export.file-name.empty') : null}
            end={<span className={styles.extension}>{end}</span>}
          />
          <DialogSpacer />
          <Button icon="copy" disabled={!isReady || made.preview === null} onPress={run(copy)}>
            {say('export.copy')}
          </Button>
          <Button variant="main" icon="save" disabled={!isReady || stem.trim() === ''} onPress={run(save)}>
            {wanted.length === 1 ? say('export.save') : say('export.save.files', { count: wanted.length })}
          </Button>
        </>
      }
    >
      <div className={styles.export}>
        <FormatList chosen={format} onChoose={choose} />
        <div className={styles.right}>
          <div className={styles.choices}>
            <ChoiceBoxes formats={wanted} choices={choices} onChange={setChoices} session={session} />
            {allFormats[format].choices.captions !== null && (
              <CaptionFacts session={session} recording={recording} names={options.captionNames} />
            )}
            {losses !== null && (
              <p className={styles.losses}>
                <Icon name="info" small />
                {losses}
              </p>
            )}
            <FormatBoxes label={say('export.also')} formats={others} chosen={also} onChoose={setAlso} />
          </div>
          <ExportPreview made={made} error={error} format={format} />
        </div>
      </div>
    </Dialog>
  )
}
