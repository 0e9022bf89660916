import { useState } from 'react'
import { MAX_GLOSSARY_LENGTH } from '#contracts/calls/glossary'
import { parseTerms } from '#core/glossary/text-form'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Loading } from '../ui/loading.tsx'
import { useSay } from '../ui/words.tsx'
import styles from './glossary.module.css'
import { useGlossary, useSetGlossary } from './glossary-queries.ts'
import { TermsText } from './terms-text.tsx'

/** The terms of a recording, or with null of the library, editable as a list. */
export function GlossaryField({ recordingId }: { readonly recordingId: string | null }) {
  const glossary = useGlossary(recordingId)
  if (glossary.error) return <ErrorNotice error={glossary.error} />
  if (!glossary.data) return <Loading />
  return <Editor recordingId={recordingId} stored={glossary.data.text} />
}

function Editor({ recordingId, stored }: { readonly recordingId: string | null; readonly stored: string }) {
  const say = useSay()
  const save = useSetGlossary()
  // Null: as stored, including changes by another window.
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? stored
  const { terms } = parseTerms(text)
  const isTooLong = text.length > MAX_GLOSSARY_LENGTH
  const isChanged = text !== stored
  return (
    <div className={styles.glossary}>
      <TermsText text={text} onChange={setTyped} rows={10} />
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
