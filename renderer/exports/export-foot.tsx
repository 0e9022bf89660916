import { useHost } from '../rpc/studio-context.tsx'
import { Button } from '../ui/button.tsx'
import { DialogSpacer } from '../ui/dialog.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useSay } from '../ui/words.tsx'
import type { ExportKinds } from './export-kinds.ts'
import styles from './export.module.css'
import { type Exported, exportedWords } from './exported.ts'
import { TickedFiles } from './ticked-files.tsx'

export interface ExportFootProps {
  /** The file name without its extension. */
  readonly stem: string
  readonly onStem: (stem: string) => void
  readonly isNameless: boolean
  readonly kinds: ExportKinds
  readonly wanted: readonly Exported[]
  readonly shown: Exported
  readonly isMakingSound: boolean
  /** While nothing can be saved it does nothing. */
  readonly onSave: () => void
  readonly canSave: boolean
  /** Null: what is shown is no text. */
  readonly copy: { readonly onCopy: () => void; readonly canCopy: boolean } | null
  readonly onReview: (() => void) | undefined
  readonly onPublish: (() => void) | undefined
}

/** The file's name, and what can be done with what is chosen. */
export function ExportFoot(props: ExportFootProps) {
  const { stem, onStem, isNameless, kinds, wanted, shown, isMakingSound, onSave, canSave, copy } = props
  const { onReview, onPublish } = props
  const say = useSay()
  const inBrowser = useHost().kind === 'browser'
  const [one, another] = wanted
  const ownEnding = one === undefined ? '' : exportedWords(one).extension
  // Only a browser gets several files as one.
  const ending = another === undefined ? ownEnding : inBrowser ? '.zip' : ''
  const areJobs = kinds.files.length + kinds.lists.length === 0 && one !== undefined
  return (
    <>
      <TextField
        className={styles.name}
        label={say('export.file-name')}
        value={stem}
        onChange={onStem}
        onEnter={onSave}
        error={isNameless ? say('export.file-name.empty') : null}
        end={<span className={styles.extension}>{ending}</span>}
      />
      <DialogSpacer />
      {onReview !== undefined && <Button onPress={onReview}>{say('review.open')}</Button>}
      {onPublish !== undefined && (
        <Button icon="feed" onPress={onPublish}>
          {say('publish.open')}
        </Button>
      )}
      {isMakingSound ? (
        <output>{say('export.sound.making')}</output>
      ) : (
        <TickedFiles wanted={wanted} shown={shown} />
      )}
      {copy !== null && (
        <Button icon="copy" disabled={!copy.canCopy} onPress={copy.onCopy}>
          {say('export.copy')}
        </Button>
      )}
      <Button variant="main" icon="save" disabled={!canSave} onPress={onSave}>
        {another !== undefined
          ? say('export.save.files', { count: wanted.length })
          : inBrowser && areJobs
            ? say(kinds.sounds.length + kinds.projects.length > 0 ? 'sound.start' : 'film.start')
            : say('export.save')}
      </Button>
    </>
  )
}
