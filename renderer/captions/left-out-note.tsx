import type { LeftOutWords } from '#core/captions/words/left-out-words'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useSay } from '../ui/words.tsx'
import { unquoted } from './editing/edge-words.ts'
import styles from './captions.module.css'

export interface LeftOutNoteProps {
  readonly words: LeftOutWords
  readonly onShow: (words: LeftOutWords) => void
}

/** Shows words that a person omitted from captions, at the position where they are missing. */
export function LeftOutNote({ words, onShow }: LeftOutNoteProps) {
  const say = useSay()
  return (
    <div className={styles.leftOut} role="note">
      <Icon name="minus" small />
      <span>{say('captions.left-out', { text: unquoted(words.text) })}</span>
      <Button size="small" preventFocusOnPress onPress={() => onShow(words)}>
        {say('captions.show-again')}
      </Button>
    </div>
  )
}
