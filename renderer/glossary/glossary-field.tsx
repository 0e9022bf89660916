import { useId, useState } from 'react'
import { LONGEST_GLOSSARY } from '#contracts/calls/glossary'
import { LONGEST_TERM, MOST_TERM_WORDS, MOST_TERMS, MOST_VARIANTS } from '#core/glossary/term'
import { type BadLine, parseTerms } from '#core/glossary/text-form'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Loading } from '../ui/loading.tsx'
import { useSay } from '../ui/words.tsx'
import styles from './glossary.module.css'
import { useGlossary, useSetGlossary } from './glossary-queries.ts'

/** Bad lines that are told; the count of the others follows. */
const TOLD = 5

/** The terms of a recording, or with null of the library, to edit as a list. */
export function GlossaryField({ recordingId }: { readonly recordingId: string | null }) {
  const glossary = useGlossary(recordingId)
  if (glossary.error) return <ErrorNotice error={glossary.error} />
  if (!glossary.data) return <Loading />
  return <Editor recordingId={recordingId} stored={glossary.data.text} />
}

function Editor({ recordingId, stored }: { readonly recordingId: string | null; readonly stored: string }) {
  const say = useSay()
  const id = useId()
  const save = useSetGlossary()
  // Null: as stored, also when another window changes it.
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? stored
  const { terms, badLines } = parseTerms(text)
  const isTooLong = text.length > LONGEST_GLOSSARY
  const isChanged = text !== stored
  return (
    <div className={styles.glossary}>
      <p id={id} className={styles.hint}>
        {say('glossary.hint')}
      </p>
      <textarea
        className={styles.field}
        aria-label={say('glossary.field')}
        aria-describedby={id}
        rows={10}
        spellCheck={false}
        value={text}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <BadLines badLines={badLines} />
      {isTooLong && <p className={styles.bad}>{say('glossary.too-long')}</p>}
      <div className={styles.foot}>
        <span className={styles.hint} role="status">
          {say('glossary.count', { count: terms.length })}
          {!isChanged && save.isSuccess && ` · ${say('glossary.saved')}`}
        </span>
        {isChanged && <Button onPress={() => setTyped(null)}>{say('glossary.cancel')}</Button>}
        <Button
          variant="line"
          disabled={!isChanged || isTooLong}
          onPress={() => save.mutate({ recordingId, text }, { onSuccess: () => setTyped(null) })}
        >
          {say('glossary.save')}
        </Button>
      </div>
    </div>
  )
}

function BadLines({ badLines }: { readonly badLines: readonly BadLine[] }) {
  const say = useSay()
  if (badLines.length === 0) return null
  const limits = {
    words: MOST_TERM_WORDS,
    letters: LONGEST_TERM,
    count: 0,
  }
  return (
    <ul className={styles.bad} role="status">
      {badLines.slice(0, TOLD).map(({ line, problem }) => (
        <li key={line}>
          {say('glossary.bad-line', {
            line,
            problem: say(`glossary.bad-line.${problem}`, {
              ...limits,
              count: problem === 'too-many-terms' ? MOST_TERMS : MOST_VARIANTS,
            }),
          })}
        </li>
      ))}
      {badLines.length > TOLD && <li>{say('glossary.bad-lines.more', { count: badLines.length - TOLD })}</li>}
    </ul>
  )
}
