import { useState } from 'react'
import { languageName } from '../../ui/language-name.ts'
import { Button } from '../../ui/button.tsx'
import { useLanguage, useSay } from '../../ui/words.tsx'
import type { CaptionEditor } from '../editing/caption-editor.ts'
import { UnplacedDialog } from './unplaced-dialog.tsx'
import styles from './translations.module.css'
import type { ShownTranslation } from './use-translation.ts'

export interface TranslationBarProps {
  readonly translation: ShownTranslation
  readonly editor: CaptionEditor
  /** Captions are still being generated. */
  readonly making: boolean
  /** Index of the edited or current caption. */
  readonly here: number
  readonly onNext: (index: number) => void
}

/** The remaining work in the second language, and a note that it is done by hand. */
export function TranslationBar({ translation, editor, making, here, onNext }: TranslationBarProps) {
  const say = useSay()
  const language = useLanguage()
  const [isListing, setListing] = useState(false)
  const { untranslated, unplaced, broken } = translation
  const name = languageName(translation.language, language)
  const next = untranslated.find((index) => index > here) ?? untranslated[0]
  if (making) return null
  return (
    <div className={styles.bar}>
      <output className={styles.left}>
        <b>{say('translation.left', { count: untranslated.length, language: name })}</b>
        {broken.size > 0 && <span>{say('translation.broken', { count: broken.size })}</span>}
      </output>
      {unplaced.length > 0 && (
        <Button variant="line" size="small" icon="warn" onPress={() => setListing(true)}>
          {say('translation.unplaced', { count: unplaced.length })}
        </Button>
      )}
      {next !== undefined && (
        <Button size="small" onPress={() => onNext(next)}>
          {say('translation.next')}
        </Button>
      )}
      <p className={styles.note}>{say('translation.by-hand')}</p>
      {isListing && (
        <UnplacedDialog unplaced={unplaced} editor={editor} here={here} onClose={() => setListing(false)} />
      )}
    </div>
  )
}
