import { Link } from '@tanstack/react-router'
import { languageName } from '../ui/language-name.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './better-model.module.css'
import { useUnaskedOffer } from './use-unasked-offer.ts'

export interface BetterModelProps {
  /** ISO 639 code; `auto` if unknown. */
  readonly language: string
  /** Called when the person opens the page of models. */
  readonly onLeave?: () => void
}

/** One line if a much better model exists for a language, until it is declined. */
export function BetterModel({ language, onLeave }: BetterModelProps) {
  const say = useSay()
  const shown = useLanguage()
  const offer = useUnaskedOffer(language === 'auto' ? null : language)
  if (offer === null) return null
  const { model, gain, decline } = offer
  return (
    <div role="status" className={styles.line}>
      <p>
        {say('job.better', {
          language: languageName(language, shown),
          model: model.name,
          after: gain.afterOneIn,
          now: gain.nowOneIn,
        })}
      </p>
      <Link
        to="/settings/$section"
        params={{ section: 'models' }}
        className={buttonClass('line', 'small')}
        {...(onLeave === undefined ? {} : { onClick: onLeave })}
      >
        {say('job.better.show')}
      </Link>
      <Button size="small" onPress={decline}>
        {say('job.better.dismiss')}
      </Button>
    </div>
  )
}
