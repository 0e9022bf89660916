import { useState } from 'react'
import type { ExportFormat, ExportOptions } from '#contracts/calls/exports'
import type { OpenRecording } from '../rpc/open-recording.ts'
import { splitName } from '#core/formats/file-names'
import { legalFileName } from '#core/formats/legal-file-name'
import type { TranscriptSession } from '../session/transcript-session.ts'
import type { SavedFile } from '../rpc/host.ts'
import { useMoments } from '../moments/use-moments.ts'
import { usePreferences } from '../rpc/queries.ts'
import { useHost, useStudio } from '../rpc/studio-context.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogSpacer } from '../ui/dialog.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { formatDuration } from '../ui/format-duration.ts'
import { Icon } from '../ui/icon.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import { ChoiceBoxes } from './choice-boxes.tsx'
import { optionsOf } from './export-choices.ts'
import { useCaptionNames } from '../captions/cues/use-caption-names.ts'
import { useTranslationLanguages } from '../captions/translations/shown-translation.ts'
import { CaptionFacts, WordCount } from './export-facts.tsx'
import { ExportPreview } from './export-preview.tsx'
import styles from './export.module.css'
import { useFilmStore } from './film-store.ts'
import { FormatBoxes } from './format-boxes.tsx'
import {
  type CaptionedVideoId,
  captionedVideoIds,
  captionedVideos,
  isCaptionedVideoId,
} from '#core/formats/edit-lists/captioned-videos'
import { wrongStartIn } from '#core/formats/file-frames'
import { formats as allFormats, formatIds } from '#core/formats/formats'
import { filmOutput, fittedOutput, type OutputOptions } from '#core/formats/output-options'
import { type Exported, FormatList } from './format-list.tsx'
import { lossWords, nameWords } from '#core/formats/loss-words'
import { MinutesTemplate } from './minutes-template.tsx'
import { OutputBoxes } from './output-boxes.tsx'
import { saveExports } from './save-exports.ts'
import { ALL_LANGUAGES, TranslationChoice } from './translation-choice.tsx'
import { useExportChoices } from './use-export-choices.ts'
import { bytesOf, type MadeFile, useMadeExport } from './use-made-export.ts'

export interface ExportDialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly session: TranscriptSession
  readonly recording: OpenRecording
  /** Opens the files to publish with an episode. */
  readonly onPublish?: () => void
}

/** Formats with a description, options, a preview of the file, and what the format omits. */
export function ExportDialog({ open, ...rest }: ExportDialogProps) {
  // Mounted again each time, so that its state is reset and no file is generated while it is closed.
  return open ? <OpenExportDialog {...rest} /> : null
}

function OpenExportDialog({ onClose, session, recording, onPublish }: Omit<ExportDialogProps, 'open'>) {
  const say = useSay()
  const language = useLanguage()
  const host = useHost()
  const studio = useStudio()
  const [chosen, setChosen] = useState<Exported>('vtt')
  const [also, setAlso] = useState<ReadonlySet<ExportFormat>>(new Set())
  const [choices, setChoices] = useExportChoices()
  const [inLanguage, setInLanguage] = useState<string | null>(null)
  const languages = useTranslationLanguages(session)
  // Another window may have removed it.
  const translation = inLanguage !== null && languages.includes(inLanguage) ? inLanguage : null
  const [isSaving, setSaving] = useState(false)
  const [isOffsetWrong, setOffsetWrong] = useState(false)
  /** The file name stem entered by the user, for every format. */
  const [ownStem, setOwnStem] = useState<string | null>(null)
  const captionNames = useCaptionNames(session)
  const film = isCaptionedVideoId(chosen) ? chosen : null
  // A video has the captions of an SRT file.
  const format = isCaptionedVideoId(chosen) ? 'srt' : chosen
  const hasTracks = film !== null && film !== 'burn'
  const allLanguages = hasTracks && languages.length > 0 && inLanguage === ALL_LANGUAGES
  const { minutesTemplate } = usePreferences()
  const moments = useMoments(recording.id)
  const isMinutes = allFormats[format].choices.minutes === true
  const wanted = film === null ? [format, ...formatIds.filter((id) => id !== format && also.has(id))] : []
  const wrongStart = wrongStartIn(wanted, choices.output, session.state.transcript)
  // While the start is wrong the preview begins at 0, and nothing can be saved.
  const asked =
    wrongStart === null ? choices : { ...choices, output: { ...choices.output, startTimecode: null } }
  const options = {
    ...optionsOf(format, asked, captionNames, translation),
    ...(isMinutes ? { minutesTemplate } : {}),
  }
  const basis = isMinutes ? JSON.stringify(moments) : ''
  const { made, isFresh, error } = useMadeExport(session, format, options, basis)
  const suggested = splitName(made?.fileName ?? '')
  const stem = ownStem ?? suggested.stem
  // The preview excludes the sound, which may be large: it is requested when the file is saved.
  const soundFits = made?.sound !== undefined && choices.output.sound && choices.times
  const hasSound = soundFits && allFormats[format].output.sound
  const addsSound = soundFits && wanted.some((id) => allFormats[id].output.sound)
  const canCopy = made?.preview != null && (format !== 'minutes' || made.isPreviewWhole)
  const isReady = made !== null && isFresh && !isSaving && wrongStart === null && !isOffsetWrong
  const isOne = wanted.length === 1
  const together = host.kind === 'browser' ? '.zip' : ''
  const end = film !== null ? captionedVideos[film].ending : isOne ? suggested.extension : together
  const change = (output: OutputOptions): void => setChoices({ ...choices, output })

  const choose = (next: Exported): void => {
    // The shown format changes to one that is also saved: the previously shown one takes its place among those.
    if (!isCaptionedVideoId(next) && also.has(next)) {
      const shown = film === null ? [format] : []
      setAlso(new Set([...also, ...shown].filter((id) => id !== next)))
    }
    setChosen(next)
  }
  const startFilm = async (kind: CaptionedVideoId): Promise<void> => {
    const fileName = legalFileName(stem, captionedVideos[kind].ending, suggested.stem)
    const { offsetMs, captionBox, speakerColors } = fittedOutput(choices.output, filmOutput(kind === 'burn'))
    const { transcriptId } = session
    await session.flush()
    const started = await host.saveFilm({
      transcriptId,
      film: kind,
      fileName,
      options: { captionNames, offsetMs, translation, allLanguages, captionBox, speakerColors },
    })
    if (started === null) return
    useFilmStore.getState().start(started.jobId, fileName)
    const codecs = started.leftOut.join(', ')
    const remedy = codecs === '' ? undefined : say('film.started.left-out', { codecs })
    toast.show({ text: say('film.started'), remedy })
    onClose()
  }
  const makeOther = (other: ExportFormat, changes: Partial<ExportOptions> = {}): Promise<MadeFile> =>
    studio.call('exports.make', {
      transcriptId: session.transcriptId,
      format: other,
      options: { ...optionsOf(other, choices, captionNames, translation), ...changes },
    })
  const save = async (): Promise<void> => {
    if (made === null || !isReady || stem.trim() === '') return
    setSaving(true)
    try {
      if (film !== null) return await startFilm(film)
      const all = [hasSound ? await makeOther(format) : made]
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
    const bytes = bytesOf(hasSound ? await makeOther(format, { sound: false }) : made)
    // Minutes for Word are previewed, and copied, as Markdown.
    const text = format === 'minutes' ? made.preview : new TextDecoder(options.encoding).decode(bytes)
    await navigator.clipboard.writeText(text ?? '')
    toast.show({ text: say(hasSound ? 'export.copied.without-sound' : 'export.copied'), tone: 'done' })
  }
  const run = (action: () => Promise<void>) => () => {
    action().catch((reason: unknown) => toastError(reason, language))
  }
  const all = made !== null && isFresh ? made.losses : []
  // What a film keeps is not what an SRT file keeps, except for names.
  const losses = film === null ? lossWords(all, format, language) : nameWords(all, language)

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
          {onPublish !== undefined && (
            <Button icon="feed" onPress={onPublish}>
              {say('publish.open')}
            </Button>
          )}
          {isSaving && addsSound && <output>{say('export.sound.making')}</output>}
          {film === null && (
            <Button icon="copy" disabled={!isReady || !canCopy} onPress={run(copy)}>
              {say('export.copy')}
            </Button>
          )}
          <Button variant="main" icon="save" disabled={!isReady || stem.trim() === ''} onPress={run(save)}>
            {film !== null && host.kind === 'browser'
              ? say('film.start')
              : film !== null || isOne
                ? say('export.save')
                : say('export.save.files', { count: wanted.length })}
          </Button>
        </>
      }
    >
      <div className={styles.export}>
        <FormatList
          chosen={chosen}
          onChoose={choose}
          films={filmsOf(recording)}
          // A caption file without a recording has no minutes, unless somebody marked moments.
          withMinutes={recording.bytes > 0 || moments.length > 0}
        />
        <div className={styles.right}>
          <div className={styles.choices}>
            {languages.length > 0 && (
              <TranslationChoice
                languages={languages}
                original={session.state.transcript.language}
                withAll={hasTracks}
                chosen={allLanguages ? ALL_LANGUAGES : translation}
                onChoose={setInLanguage}
              />
            )}
            <ChoiceBoxes
              formats={film === null ? wanted : [format]}
              choices={choices}
              onChange={setChoices}
              session={session}
              hasSound={made?.sound !== undefined}
              soundBytes={made?.sound?.bytes}
            />
            {isMinutes && <MinutesTemplate language={session.state.transcript.language} />}
            {allFormats[format].choices.captions !== null && (
              <CaptionFacts
                session={session}
                recording={recording}
                names={options.captionNames}
                translation={translation}
              />
            )}
            {film !== null && recording.trim !== null && (
              <p className={styles.losses}>
                <Icon name="info" small />
                {say(film === 'burn' ? 'film.part' : 'film.part.copied', {
                  from: formatDuration(recording.trim.startMs),
                  to: formatDuration(recording.trim.endMs),
                })}
              </p>
            )}
            {losses !== null && (
              <p className={styles.losses}>
                <Icon name="info" small />
                {losses}
              </p>
            )}
            <OutputBoxes
              key={chosen}
              formats={wanted}
              film={film}
              output={choices.output}
              transcript={session.state.transcript}
              onChange={change}
              wrongStart={wrongStart}
              onOffsetWrong={setOffsetWrong}
            />
            {film === null && (
              <FormatBoxes label={say('export.also')} except={format} chosen={also} onChoose={setAlso} />
            )}
          </div>
          <ExportPreview made={made} error={error} format={format} isOfFilm={film !== null} />
        </div>
      </div>
    </Dialog>
  )
}

/** Videos with captions that a recording can be exported as; none while its file is missing. */
function filmsOf({ missing, bytes, hasVideo }: OpenRecording): readonly CaptionedVideoId[] {
  if (missing || bytes === 0) return []
  return hasVideo ? captionedVideoIds : captionedVideoIds.filter((id) => id !== 'burn')
}
