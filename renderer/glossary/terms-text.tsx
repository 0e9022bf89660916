import { useId } from 'react'
import { MAX_TERM_LENGTH, MAX_TERM_WORDS, MAX_TERMS, MAX_VARIANTS } from '#core/glossary/term'
import { type BadLine, parseTerms } from '#core/glossary/text-form'
import { Icon } from '../ui/icon.tsx'
import { useSay } from '../ui/words.tsx'
import { DocumentTerms } from './document-terms.tsx'
import styles from './glossary.module.css'

/** Number of invalid lines that are listed; the others are only counted. */
const TOLD = 5

export interface TermsTextProps {
  readonly text: string
  readonly onChange: (text: string) => void
  readonly rows: number
}

/** A list of terms as text, typed, pasted or taken from a document; lines that are not terms are reported. */
export function TermsText({ text, onChange, rows }: TermsTextProps) {
  const say = useSay()
  const id = useId()
  return (
    <>
      <p id={id} className={styles.hint}>
        {say('glossary.hint')}
      </p>
      <textarea
        className={styles.field}
        aria-label={say('glossary.field')}
        aria-describedby={id}
        rows={rows}
        spellCheck={false}
        value={text}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <BadLines badLines={parseTerms(text).badLines} />
      <DocumentTerms text={text} onChange={onChange} />
    </>
  )
}

function BadLines({ badLines }: { readonly badLines: readonly BadLine[] }) {
  const say = useSay()
  if (badLines.length === 0) return null
  const limits = {
    words: MAX_TERM_WORDS,
    letters: MAX_TERM_LENGTH,
    count: 0,
  }
  return (
    <div className={styles.bad} role="status">
      <Icon name="warn" small />
      <ul>
        {badLines.slice(0, TOLD).map(({ line, problem }) => (
          <li key={line}>
            {say('glossary.bad-line', {
              line,
              problem: say(`glossary.bad-line.${problem}`, {
                ...limits,
                count: problem === 'too-many-terms' ? MAX_TERMS : MAX_VARIANTS,
              }),
            })}
          </li>
        ))}
        {badLines.length > TOLD && (
          <li>{say('glossary.bad-lines.more', { count: badLines.length - TOLD })}</li>
        )}
      </ul>
    </div>
  )
}
