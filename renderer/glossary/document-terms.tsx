import { useRef, useState } from 'react'
import { documentTerms, type ProposedTerm } from '#core/glossary/document-terms'
import { parseTerms, printTerms } from '#core/glossary/text-form'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { useSay } from '../ui/words.tsx'
import styles from './glossary.module.css'
import { type DocumentProblem, documentTypes, readDocument, UnreadDocument } from './read-document.ts'

export interface DocumentTermsProps {
  /** The list as typed. */
  readonly text: string
  readonly onChange: (text: string) => void
}

/** The result of reading a document. */
type Found =
  | { readonly fileName: string; readonly proposed: readonly ProposedTerm[] }
  | { readonly fileName: string; readonly problem: DocumentProblem }

/** Adds names and terms from a document to a list: they are proposed, and the ticked ones are added. */
export function DocumentTerms({ text, onChange }: DocumentTermsProps) {
  const say = useSay()
  const input = useRef<HTMLInputElement>(null)
  const [found, setFound] = useState<Found | null>(null)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())

  const read = async (file: File): Promise<void> => {
    setTicked(new Set())
    try {
      const proposed = documentTerms(await readDocument(file), parseTerms(text).terms)
      setFound({ fileName: file.name, proposed })
    } catch (error) {
      if (!(error instanceof UnreadDocument)) throw error
      setFound({ fileName: file.name, problem: error.problem })
    }
  }
  const tick = (term: string, isOn: boolean): void => {
    const next = new Set(ticked)
    if (isOn) next.add(term)
    else next.delete(term)
    setTicked(next)
  }
  const add = (proposed: readonly ProposedTerm[]): void => {
    const chosen = proposed.filter((term) => ticked.has(term.text)).map((term) => ({ text: term.text }))
    const start = text === '' || text.endsWith('\n') ? text : `${text}\n`
    onChange(start + printTerms(chosen))
    setFound(null)
  }
  return (
    <div className={styles.document}>
      <input
        ref={input}
        type="file"
        accept={documentTypes}
        hidden
        aria-label={say('glossary.document')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          event.currentTarget.value = ''
          if (file !== undefined) void read(file)
        }}
      />
      <Button variant="line" size="small" icon="file" onPress={() => input.current?.click()}>
        {say('glossary.document')}
      </Button>
      {found !== null && 'problem' in found && (
        <p className={styles.bad} role="status">
          {say(`glossary.document.${found.problem}`, { file: found.fileName })}
        </p>
      )}
      {found !== null && 'proposed' in found && (
        <div role="group" aria-label={say('glossary.proposed', { file: found.fileName })}>
          <p className={styles.hint} role="status">
            {say('glossary.proposed.count', { file: found.fileName, count: found.proposed.length })}
          </p>
          {found.proposed.length > 0 && (
            <ul className={styles.proposed}>
              {found.proposed.map(({ text: term, count }) => (
                <li key={term}>
                  <Checkbox checked={ticked.has(term)} onChange={(isOn) => tick(term, isOn)}>
                    {say('glossary.proposed.term', { term, count })}
                  </Checkbox>
                </li>
              ))}
            </ul>
          )}
          <div className={styles.foot}>
            {found.proposed.length > 0 && (
              <Button
                size="small"
                onPress={() =>
                  setTicked(
                    new Set(
                      ticked.size === found.proposed.length ? [] : found.proposed.map((term) => term.text),
                    ),
                  )
                }
              >
                {say(
                  ticked.size === found.proposed.length ? 'glossary.proposed.none' : 'glossary.proposed.all',
                )}
              </Button>
            )}
            <span />
            <Button size="small" onPress={() => setFound(null)}>
              {say('shell.close')}
            </Button>
            {found.proposed.length > 0 && (
              <Button
                variant="line"
                size="small"
                disabled={ticked.size === 0}
                onPress={() => add(found.proposed)}
              >
                {say('glossary.proposed.add', { count: ticked.size })}
              </Button>
            )}
          </div>
        </div>
      )}
    </div>
  )
}
