import type { OpenRecording } from '../rpc/open-recording.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { Dialog } from '../ui/dialog.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import { ListPreview } from './list-preview.tsx'
import { WordCount } from './export-facts.tsx'
import { ExportFoot } from './export-foot.tsx'
import { ExportPreview } from './export-preview.tsx'
import styles from './export.module.css'
import { FormatList } from './format-list.tsx'
import { SoundFacts } from './sound-facts.tsx'
import type { ExportPlace } from './use-kept-formats.ts'
import { useDue } from './use-due.ts'
import { ShownChoices } from './shown-choices.tsx'
import { useExportActions } from './use-export-actions.ts'
import { useShownExport } from './use-shown-export.ts'

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
  const shownExport = useShownExport(session, recording, place)
  const {
    exported,
    ticked,
    tick,
    shown,
    show,
    others,
    withMinutes,
    kinds,
    wanted,
    film,
    sound,
    list,
    format,
    made,
    error,
  } = shownExport
  const actions = useExportActions(session, shownExport, onClose)
  const run = (action: () => Promise<void>) => () => {
    action().catch((reason: unknown) => toastError(reason, language))
  }
  // Enter in the list may be pressed while the file is being made.
  const willNot =
    error !== null ||
    shownExport.wrongStart !== null ||
    shownExport.isOffsetWrong ||
    wanted.length === 0 ||
    actions.isNameless ||
    actions.isSaving
  const due = useDue(run(actions.save), { canRun: actions.canSave, willNot })
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
          stem={actions.stem}
          onStem={actions.setStem}
          isNameless={actions.isNameless}
          kinds={kinds}
          wanted={wanted}
          shown={shown}
          isMakingSound={actions.isSaving && actions.addsSound}
          onSave={run(actions.save)}
          canSave={actions.canSave}
          copy={
            shownExport.isText
              ? { onCopy: run(actions.copy), canCopy: actions.isReady && actions.canCopy }
              : null
          }
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
          <ShownChoices session={session} recording={recording} shownExport={shownExport} />
          {list !== null ? (
            <ListPreview list={shownExport.madeList} />
          ) : sound === null ? (
            <ExportPreview made={made} error={error} format={format} isOfFilm={film !== null} />
          ) : (
            <SoundFacts
              id={sound}
              sound={shownExport.soundFacts.data}
              error={shownExport.soundFacts.error}
              choices={shownExport.choices.sound}
              trim={exported.isCut ? null : recording.trim}
            />
          )}
        </div>
      </div>
    </Dialog>
  )
}
