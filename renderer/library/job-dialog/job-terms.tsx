import { useState } from 'react'
import { MAX_GLOSSARY_LENGTH } from '#contracts/calls/glossary'
import type { Term } from '#core/glossary/term'
import { parseTerms } from '#core/glossary/text-form'
import { TermsText } from '../../glossary/terms-text.tsx'
import type { StudioClient } from '../../rpc/studio-client.ts'
import { Button } from '../../ui/button.tsx'
import { useSay } from '../../ui/words.tsx'
import styles from './job-dialog.module.css'

export const termsOf = (typed: string): readonly Term[] => parseTerms(typed).terms

/** Adds them to a recording's glossary, so that its first list to check already uses them. */
export async function addTerms(
  studio: StudioClient,
  recordingId: string,
  terms: readonly Term[],
): Promise<void> {
  if (terms.length > 0) await studio.call('glossary.add', { recordingId, terms: [...terms] })
}

export interface JobTermsFieldProps {
  readonly typed: string
  readonly onChange: (typed: string) => void
}

/** Names and terms of the recordings that are about to be transcribed. */
export function JobTermsField({ typed, onChange }: JobTermsFieldProps) {
  const say = useSay()
  const [isOpen, setOpen] = useState(typed !== '')
  if (!isOpen) {
    return (
      <div>
        <p className={styles.label}>{say('job.terms')}</p>
        <Button variant="line" size="small" icon="plus" onPress={() => setOpen(true)}>
          {say('job.terms.add')}
        </Button>
      </div>
    )
  }
  return (
    <div className={styles.terms}>
      <p className={styles.label}>{say('job.terms')}</p>
      <TermsText text={typed} onChange={onChange} rows={4} />
      {isTooLong(typed) && <p role="alert">{say('job.terms.too-long')}</p>}
    </div>
  )
}

export const isTooLong = (typed: string): boolean => typed.length > MAX_GLOSSARY_LENGTH
