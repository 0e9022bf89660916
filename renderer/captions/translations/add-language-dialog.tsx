import { useState } from 'react'
import { addLanguage } from '#core/captions/translations/manage-translations'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogSpacer } from '../../ui/dialog.tsx'
import { toastError } from '../../ui/error-notice.tsx'
import { Select } from '../../ui/select.tsx'
import { useLanguage, useSay } from '../../ui/words.tsx'
import type { CaptionEditor } from '../editing/caption-editor.ts'
import { importFile, pickTranslationFile } from './import-file.ts'
import type { TranslationFile } from './read-translation-file.ts'
import { showTranslation, useTranslationLanguages } from './shown-translation.ts'
import { translationChoices } from './translation-languages.ts'
import styles from './translations.module.css'

/** Suggested in this order if the page's own language is taken. */
const COMMON = ['en', 'fr', 'es', 'de', 'it', 'pt']

export interface AddLanguageDialogProps {
  readonly session: TranscriptSession
  readonly editor: CaptionEditor
  readonly onClose: () => void
}

/** Asks for a language, to be typed or read from a file. A chosen file suggests its own. */
export function AddLanguageDialog({ session, editor, onClose }: AddLanguageDialogProps) {
  const say = useSay()
  const language = useLanguage()
  const taken = useTranslationLanguages(session)
  const [file, setFile] = useState<TranslationFile | null>(null)
  const own = session.state.transcript.language
  const suggested = file?.language ?? null
  const choices = translationChoices(language, [...taken, own], suggested === null ? [] : [suggested])
  const [picked, setPicked] = useState<string | null>(null)
  const isOffered = (code: string | null): boolean => choices.some(({ id }) => id === code)
  const first = [picked, suggested, language, ...COMMON].find((code) => isOffered(code ?? null))
  const chosen = first ?? choices[0]?.id ?? 'en'
  const add = (): void => {
    if (file === null) {
      session.apply(addLanguage(editor.context(), chosen), { origin: 'captions' })
      showTranslation(session, chosen)
    } else importFile({ session, editor, say }, chosen, file)
    onClose()
  }
  const pick = (): void => {
    pickTranslationFile(say).then(
      (read) => {
        if (read === null) return
        setFile(read)
        setPicked(null)
      },
      (error: unknown) => toastError(error, language),
    )
  }
  return (
    <Dialog
      title={say('translation.add.title')}
      open
      onClose={onClose}
      width="560px"
      foot={
        <>
          <Button onPress={pick}>{say('translation.add.file')}</Button>
          <DialogSpacer />
          <Button onPress={onClose}>{say('shell.cancel')}</Button>
          <Button variant="main" onPress={add}>
            {say(file === null ? 'translation.add.empty' : 'translation.add.import', {
              count: file?.cues.length ?? 0,
            })}
          </Button>
        </>
      }
    >
      <div className={styles.adding}>
        <Select
          label={say('translation.add.language')}
          showLabel
          choices={choices}
          chosen={chosen}
          onChoose={setPicked}
        />
        {file !== null && (
          <p>{say('translation.add.chosen', { file: file.fileName, count: file.cues.length })}</p>
        )}
        <p className={styles.note}>{say('translation.by-hand')}</p>
        <p className={styles.note}>{say('translation.add.how')}</p>
      </div>
    </Dialog>
  )
}
