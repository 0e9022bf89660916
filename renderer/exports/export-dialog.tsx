import { useState } from 'react'
import type { ExportFormat, ExportOptions } from '#contracts/export-requests'
import type { OpenRecording } from '../rpc/open-recording.ts'
import { splitName } from '#core/formats/file-names'
import { legalFileName } from '#core/formats/legal-file-name'
import type { TranscriptSession } from '../session/transcript-session.ts'
import type { SavedFile } from '../rpc/host.ts'
import { useMoments } from '../moments/use-moments.ts'
import { useExportedSound } from '../rpc/export-queries.ts'
import { usePreferences } from '../rpc/preferences-queries.ts'
import { useHost, useStudio } from '../rpc/studio-context.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { Icon } from '../ui/icon.tsx'
import { toast } from '../ui/toast.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import { ChoiceBoxes } from './choice-boxes.tsx'
import { optionsOf } from './export-choices.ts'
import { useCaptionNames } from '../captions/cues/use-caption-names.ts'
import { useTranslationLanguages } from '../captions/translations/shown-translation.ts'
import { ListChoices } from './list-choices.tsx'
import { ListPreview } from './list-preview.tsx'
import { useCutList } from './use-cut-list.ts'
import { CutSwitch } from './cut-switch.tsx'
import { CaptionFacts, CutCaptionFacts, WordCount } from './export-facts.tsx'
import { ExportFoot } from './export-foot.tsx'
import { exportKinds, jobRequests } from './export-kinds.ts'
import { ExportPreview } from './export-preview.tsx'
import styles from './export.module.css'
import { isCaptionedVideoId } from '#core/formats/edit-lists/captioned-videos'
import { wrongStartIn } from '#core/formats/file-frames'
import { formats as allFormats, isFormatId } from '#core/formats/formats'
import { isCutListId } from '#core/cut/lists/cut-lists'
import { isSoundFileId, soundFileBytes } from '#core/formats/sounds/sound-files'
import { fittedOutput, type OutputOptions } from '#core/formats/output-options'
import { exportGroups, filmsOf, listsOf, soundsOf } from './exported.ts'
import { FilmPart } from './film-part.tsx'
import { FormatList } from './format-list.tsx'
import { lossWords, nameWords } from '#core/formats/loss-words'
import { MinutesTemplate } from './minutes-template.tsx'
import { OutputBoxes } from './output-boxes.tsx'
import { saveExports } from './save-exports.ts'
import { SoundBoxes } from './sound-boxes.tsx'
import { SoundFacts } from './sound-facts.tsx'
import { startMedia } from './start-media.ts'
import { WrongStartElsewhere } from './wrong-start-elsewhere.tsx'
import { ALL_LANGUAGES, TranslationChoice } from './translation-choice.tsx'
import { useExportedCut } from './use-exported-cut.ts'
import { useExportChoices } from './use-export-choices.ts'
import { type ExportPlace, useKeptFormats } from './use-kept-formats.ts'
import { useDue } from './use-due.ts'
import { useTicked } from './use-ticked.ts'
import { bytesOf, type MadeFile, useMadeExport } from './use-made-export.ts'

export interface ExportDialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly session: TranscriptSession
  readonly recording: OpenRecording
  /** Where it is opened: it begins with the formats saved last from there. */
  readonly place: ExportPlace
  /** Opens the files to publish with an episode. */
  readonly onPublish?: () => void
  /** Opens what a review page is made with. */
  readonly onReview?: () => void
}

/** Formats, and for the one that is shown its options, its file, and what the format omits. */
export function ExportDialog({ open, ...rest }: ExportDialogProps) {
  // Mounted again each time, so that its state is reset and no file is generated while it is closed.
  return open ? <OpenExportDialog {...rest} /> : null
}

function OpenExportDialog({
  onClose,
  session,
  recording,
  place,
  onPublish,
  onReview,
}: Omit<ExportDialogProps, 'open'>) {
  const say = useSay()
  const language = useLanguage()
  const host = useHost()
  const studio = useStudio()
  const moments = useMoments(recording.id)
  const exported = useExportedCut(session, recording)
  const lists = exported.isCut ? listsOf(recording) : []
  const others = { films: filmsOf(recording), sounds: soundsOf(recording), lists }
  // A caption file without a recording has no minutes, unless somebody marked moments.
  const withMinutes = recording.bytes > 0 || moments.length > 0
  const offered = exportGroups(others, withMinutes).flatMap(({ ids }) => ids)
  const [first, keepFormats] = useKeptFormats(place, offered)
  const { shown: lastShown, show, ticked: tickedOnes, tick } = useTicked(first)
  // Without a cut there are no lists of it.
  const shown = offered.includes(lastShown) ? lastShown : 'srt'
  const isGone = tickedOnes.size > 0 && !offered.some((id) => tickedOnes.has(id))
  const ticked = isGone ? new Set([shown]) : tickedOnes
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
  const film = isCaptionedVideoId(shown) ? shown : null
  const sound = isSoundFileId(shown) ? shown : null
  const list = isCutListId(shown) ? shown : null
  const isProject = isFormatId(shown) && allFormats[shown].output.soundFile
  const soundFacts = useExportedSound(session.transcriptId, sound !== null || isProject, exported.key)
  // A video has the captions of an SRT file; a file of sound has no text.
  const format = isFormatId(shown) ? shown : 'srt'
  const allLanguages = languages.length > 0 && inLanguage === ALL_LANGUAGES
  const hasTracks = film !== null && film !== 'burn'
  const { minutesTemplate } = usePreferences()
  const isMinutes = allFormats[format].choices.minutes === true
  const wanted = offered.filter((id) => ticked.has(id))
  // With its sound a project is written by a job.
  const hasSoundFile = (id: ExportFormat): boolean =>
    allFormats[id].output.soundFile &&
    choices.output.sound &&
    translation === null &&
    others.sounds.length > 0
  const kinds = exportKinds(wanted, hasSoundFile)
  const isText = film === null && sound === null && list === null
  const hasStart = isText && allFormats[format].output.startTimecode !== null
  const counting = isText ? [format, ...kinds.files] : kinds.files
  const wrongStart = wrongStartIn(counting, choices.output, session.state.transcript)
  // While the start is wrong the preview begins at 0, and nothing can be saved.
  const asked =
    wrongStart === null ? choices : { ...choices, output: { ...choices.output, startTimecode: null } }
  const optionsFor = (id: ExportFormat): ExportOptions => ({
    ...optionsOf(id, asked, captionNames, translation),
    ...(allFormats[id].choices.minutes === true ? { minutesTemplate } : {}),
  })
  const options = optionsFor(format)
  const basis = isMinutes || allFormats[format].choices.chapters === true ? JSON.stringify(moments) : ''
  const hasCut = exported.isCut && exported.cut.cuts.length > 0
  const { made, isFresh, error } = useMadeExport(session, format, options, exported.key, basis)
  const madeList = useCutList(session, list, exported.key, choices.output)
  const suggested = splitName(made?.fileName ?? '')
  const stem = ownStem ?? suggested.stem
  // The preview excludes the sound, which may be large: it is requested when the file is saved.
  const soundFits = made?.sound !== undefined && choices.times
  const hasSound = (id: ExportFormat): boolean => {
    const { sound: whole, soundAround } = fittedOutput(choices.output, allFormats[id].output)
    return soundFits && ((whole && allFormats[id].output.sound) || soundAround)
  }
  const addsSound = kinds.files.some(hasSound)
  const canCopy = made?.preview != null && (format !== 'minutes' || made.isPreviewWhole)
  const isReady = made !== null && isFresh && !isSaving && wrongStart === null && !isOffsetWrong
  const canSave = isReady && wanted.length > 0 && stem.trim() !== ''
  const change = (output: OutputOptions): void => setChoices({ ...choices, output })

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
  const run = (action: () => Promise<void>) => () => {
    action().catch((reason: unknown) => toastError(reason, language))
  }
  const isNameless = ownStem !== null && ownStem.trim() === ''
  // Enter in the list may be pressed while the file is being made.
  const willNot =
    error !== null || wrongStart !== null || isOffsetWrong || wanted.length === 0 || isNameless || isSaving
  const due = useDue(run(save), { canRun: canSave, willNot })
  const all = made !== null && isFresh ? made.losses : []
  // What a film keeps is not what an SRT file keeps, except for names.
  const losses =
    sound !== null || list !== null
      ? null
      : film === null
        ? lossWords(all, format, language)
        : nameWords(all, language)

  return (
    <Dialog
      open
      onClose={onClose}
      title={
        <span className={styles.title}>
          {say('export.title')} <WordCount session={session} kept={made?.cut?.words} />
        </span>
      }
      width="1200px"
      height="760px"
      bare
      foot={
        <ExportFoot
          stem={stem}
          onStem={setOwnStem}
          isNameless={isNameless}
          kinds={kinds}
          wanted={wanted}
          shown={shown}
          isMakingSound={isSaving && addsSound}
          onSave={run(save)}
          canSave={canSave}
          copy={isText ? { onCopy: run(copy), canCopy: isReady && canCopy } : null}
          onReview={onReview}
          onPublish={onPublish}
        />
      }
    >
      <div className={styles.export}>
        <div className={styles.formats}>
          <FormatList
            label={say('export.formats')}
            ticked={ticked}
            onTick={(id, isTicked) => {
              due.cancel()
              tick(id, isTicked)
            }}
            shown={shown}
            onShow={(id) => {
              due.cancel()
              show(id)
            }}
            onEnter={due.ask}
            others={others}
            withMinutes={withMinutes}
          />
        </div>
        <div className={styles.right}>
          <div className={styles.choices}>
            <CutSwitch exported={exported} />
            {list !== null && <ListChoices made={madeList.data} output={choices.output} onChange={change} />}
            {sound !== null && (
              <SoundBoxes
                id={sound}
                sound={soundFacts.data}
                choices={choices.sound}
                onChange={(chosen) => setChoices({ ...choices, sound: chosen })}
              />
            )}
            {sound === null && list === null && languages.length > 0 && (
              <TranslationChoice
                languages={languages}
                original={session.state.transcript.language}
                withAll={hasTracks}
                chosen={allLanguages && hasTracks ? ALL_LANGUAGES : translation}
                onChoose={setInLanguage}
              />
            )}
            <ChoiceBoxes
              formats={sound === null && list === null ? [format] : []}
              choices={choices}
              onChange={setChoices}
              session={session}
              hasSound={made?.sound !== undefined}
              soundBytes={made?.sound?.bytes}
              soundFile={
                soundFacts.data === undefined || others.sounds.length === 0 || translation !== null
                  ? null
                  : soundFileBytes('mp3', { ...choices.sound, isMono: true }, soundFacts.data)
              }
            />
            {isMinutes && <MinutesTemplate language={session.state.transcript.language} />}
            {sound === null &&
              list === null &&
              allFormats[format].choices.captions !== null &&
              (exported.key === null ? (
                <CaptionFacts
                  session={session}
                  recording={recording}
                  names={options.captionNames}
                  translation={translation}
                />
              ) : (
                <CutCaptionFacts session={session} translation={translation} captions={made?.cut?.captions} />
              ))}
            {exported.isCut && shown === 'json' && (
              <p className={styles.losses}>
                <Icon name="info" small />
                {say('export.cut.json')}
              </p>
            )}
            {film !== null && <FilmPart trim={hasCut ? null : recording.trim} />}
            {wrongStart !== null && !hasStart && <WrongStartElsewhere wrong={wrongStart} />}
            {losses !== null && (
              <p className={styles.losses}>
                <Icon name="info" small />
                {losses}
              </p>
            )}
            <OutputBoxes
              key={shown}
              formats={isText ? [format] : []}
              film={film}
              output={choices.output}
              transcript={session.state.transcript}
              onChange={change}
              wrongStart={hasStart ? wrongStart : null}
              onOffsetWrong={setOffsetWrong}
            />
          </div>
          {list !== null ? (
            <ListPreview list={madeList} />
          ) : sound === null ? (
            <ExportPreview made={made} error={error} format={format} isOfFilm={film !== null} />
          ) : (
            <SoundFacts
              id={sound}
              sound={soundFacts.data}
              error={soundFacts.error}
              choices={choices.sound}
              trim={exported.isCut ? null : recording.trim}
            />
          )}
        </div>
      </div>
    </Dialog>
  )
}
