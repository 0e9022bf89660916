import { misfitWords } from '#core/podcasts/misfit-words'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './publish.module.css'
import type { Published } from './use-published.ts'

export interface DescriptionSectionProps {
  readonly description: Published['description']
  readonly onCopy: () => void
}

/** The chapters as lines for the description of a video, and why sites would make no chapters of them. */
export function DescriptionSection({ description: { text, misfits }, onCopy }: DescriptionSectionProps) {
  const say = useSay()
  const language = useLanguage()
  return (
    <section className={styles.lines} aria-label={say('publish.description')}>
      <h3>{say('publish.description')}</h3>
      <p className={styles.meta}>{say('publish.description.where')}</p>
      {misfits.map((misfit) => (
        <p key={misfit.kind} className={styles.remark}>
          <Icon name="warn" small />
          {misfitWords(misfit, language)}
        </p>
      ))}
      <pre>{text}</pre>
      <div>
        <Button icon="copy" size="small" onPress={onCopy}>
          {say('publish.description.copy')}
        </Button>
      </div>
    </section>
  )
}
