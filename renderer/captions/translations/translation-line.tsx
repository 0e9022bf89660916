import { problemWords } from '#core/messages/problem-words'
import type { ReactNode } from 'react'
import { languageName } from '../../ui/language-name.ts'
import { classNames } from '../../ui/class-names.ts'
import { Icon } from '../../ui/icon.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { useLanguage, useSay } from '../../ui/words.tsx'
import { LineText } from '../cues/line-text.tsx'
import { SpeedFigure } from '../cues/speed-figure.tsx'
import styles from './translations.module.css'
import type { RowTranslation } from './use-translation.ts'

export interface TranslationLineProps {
  readonly row: RowTranslation
  /** Index of the original's caption. */
  readonly index: number
  /** Replaces its text while the caption is edited. */
  readonly field: ReactNode
  readonly onEdit: (index: number) => void
}

/** Under a caption: its text in the second language, with its reading speed and problems. */
export function TranslationLine({ row, index, field, onEdit }: TranslationLineProps) {
  const say = useSay()
  const language = useLanguage()
  const { shown, problems, shownWith } = row
  return (
    <div className={styles.translation}>
      {field ?? (
        <button
          type="button"
          className={styles.text}
          tabIndex={-1}
          data-translation={index}
          onClick={() => onEdit(index)}
        >
          <VisuallyHidden>
            {say('translation.field', { number: index + 1, language: languageName(row.language, language) })}
          </VisuallyHidden>
          {shown === null ? (
            <span className={styles.missing}>
              {shownWith === null
                ? say('translation.missing')
                : say('translation.shown-with', { number: shownWith })}
            </span>
          ) : (
            shown.cue.lines.map((line, place) => (
              // Lines have no identity other than their position.
              // oxlint-disable-next-line react/no-array-index-key
              <span key={place} lang={row.language} dir="auto">
                <LineText line={line} limit={problems.find((problem) => problem.line === place)?.limit} />
              </span>
            ))
          )}
        </button>
      )}
      {shown !== null && <SpeedFigure cue={shown.cue} rules={row.rules} problems={problems} />}
      {shown?.isRedactedWhole === true && (
        <p className={styles.redacted}>
          <Icon name="stop" small />
          {say('translation.redacted-whole')}
        </p>
      )}
      {problems.map((problem) => (
        <p
          key={`${problem.kind}${problem.line ?? ''}`}
          className={classNames(styles.problem, problem.isSlight && styles.slight)}
        >
          <Icon name="warn" small />
          {problemWords(problem, language)}
        </p>
      ))}
    </div>
  )
}
