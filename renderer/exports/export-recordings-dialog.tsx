import { useEffect, useRef, useState } from 'react'
import type { RecordingCard } from '#contracts/calls/recordings'
import { splitName } from '#core/formats/file-names'
import { legalFileName } from '#core/formats/legal-file-name'
import { wrongStartIn } from '#core/formats/file-frames'
import { formatGroups, formatIds } from '#core/formats/formats'
import { useHaveCuts } from '../rpc/export-queries.ts'
import { usePreferences } from '../rpc/preferences-queries.ts'
import { useHost, useStudio } from '../rpc/studio-context.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogSpacer } from '../ui/dialog.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { toast } from '../ui/toast.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import { ChoiceBoxes } from './choice-boxes.tsx'
import { optionsOf } from './export-choices.ts'
import styles from './export-recordings.module.css'
import { FailedExports } from './failed-exports.tsx'
import type { Exported } from './exported.ts'
import { FormatList } from './format-list.tsx'
import { hasText } from './has-text.ts'
import { type FailedExport, makeExports } from './make-exports.ts'
import { OutputBoxes } from './output-boxes.tsx'
import { saveExports } from './save-exports.ts'
import { TranslationChoice } from './translation-choice.tsx'
import { useExportChoices } from './use-export-choices.ts'
import { useKeptFormats } from './use-kept-formats.ts'
import { useLanguagesOf } from './use-languages-of.ts'

export interface ExportRecordingsDialogProps {
  readonly cards: readonly RecordingCard[]
  readonly onClose: () => void
}

/** Exports recordings of the library in any number of formats. */
export function ExportRecordingsDialog({ cards, onClose }: ExportRecordingsDialogProps) {
  const say = useSay()
  const language = useLanguage()
  const host = useHost()
  const studio = useStudio()
  const { captionNames } = usePreferences()
  const [kept, keepFormats] = useKeptFormats('library', formatIds)
  const [ticked, setTicked] = useState<ReadonlySet<Exported> | null>(null)
  const [choices, setChoices] = useExportChoices()
  const [isOffsetWrong, setOffsetWrong] = useState(false)
  const [making, setMaking] = useState<{ readonly number: number; readonly title: string } | null>(null)
  const [inLanguage, setInLanguage] = useState<string | null>(null)
  const [isCut, setCut] = useState(true)
  const [failed, setFailed] = useState<readonly FailedExport[]>([])
  const run = useRef<AbortController | null>(null)
  useEffect(() => () => run.current?.abort(), [])

  const written = cards.filter(hasText)
  const leftOut = cards.filter((card) => !hasText(card))
  const languages = useLanguagesOf(written)
  const translated = languages.find(({ language: code }) => code === inLanguage)
  const exported = translated?.cards ?? written
  const { data: haveCuts = [], isLoading: isAsking } = useHaveCuts(
    written.map(({ transcript }) => transcript.id),
  )
  const cutCards = written.filter((_, index) => haveCuts[index] === true)
  const untranslated = written.filter((card) => !exported.includes(card))
  const formats = ticked ?? new Set(kept)
  const wanted = formatGroups.flatMap(({ ids }) => ids).filter((id) => formats.has(id))
  const count = exported.length * wanted.length
  const wrongStart = wrongStartIn(wanted, choices.output, null)

  const save = async (signal: AbortSignal): Promise<void> => {
    const made = await makeExports(studio, {
      cards: exported,
      formats: wanted,
      optionsOf: (format) => optionsOf(format, choices, captionNames, translated?.language),
      isCut: (card) => isCut && cutCards.includes(card),
      signal,
      onFile: (number, title) => setMaking({ number, title }),
    })
    setFailed(made.failed)
    const [first] = made.files
    if (first === undefined) return
    const name = say('export.many.name', { count: exported.length - made.failed.length })
    const stem = exported.length === 1 ? splitName(first.fileName).stem : legalFileName(name, '', 'Parolo')
    const notice = await saveExports(host, stem, made.files, say)
    if (notice === null) return
    keepFormats(wanted)
    toast.show(notice)
    if (made.failed.length === 0) onClose()
  }
  const start = (): void => {
    const controller = new AbortController()
    run.current = controller
    setFailed([])
    save(controller.signal)
      .catch((error: unknown) => {
        if (!controller.signal.aborted) toastError(error, language)
      })
      .finally(() => setMaking(null))
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={say('export.many.title', { count: cards.length, title: cards[0]?.title ?? '' })}
      width="640px"
      foot={
        <>
          <output className={styles.progress}>
            {making !== null && say('export.many.making', { ...making, count })}
          </output>
          <DialogSpacer />
          <Button onPress={making === null ? onClose : () => run.current?.abort()}>
            {say('shell.cancel')}
          </Button>
          <Button
            variant="main"
            icon="save"
            disabled={count === 0 || isAsking || making !== null || wrongStart !== null || isOffsetWrong}
            onPress={start}
          >
            {say('export.save.files', { count })}
          </Button>
        </>
      }
    >
      <div className={styles.parts}>
        {cards.length > 1 && <p className={styles.names}>{exported.map(({ title }) => title).join(', ')}</p>}
        {leftOut.length > 0 && (
          <p className={styles.hint}>
            {say('export.many.left-out', {
              count: leftOut.length,
              titles: leftOut.map(({ title }) => title).join(', '),
            })}
          </p>
        )}
        {untranslated.length > 0 && (
          <p className={styles.hint}>
            {say('export.many.untranslated', {
              count: untranslated.length,
              titles: untranslated.map(({ title }) => title).join(', '),
            })}
          </p>
        )}
        {cutCards.length > 0 && (
          <Segmented
            label={say('export.of')}
            chosen={isCut ? 'cut' : 'whole'}
            choices={[
              {
                id: 'cut',
                label:
                  cutCards.length === written.length
                    ? say('export.of.cut')
                    : say('export.of.some', { count: cutCards.length, all: written.length }),
              },
              { id: 'whole', label: say('export.of.whole') },
            ]}
            onChoose={(id) => setCut(id === 'cut')}
          />
        )}
        {cutCards.length > 0 && isCut && wanted.includes('json') && (
          <p className={styles.hint}>{say('export.cut.json')}</p>
        )}
        <div className={styles.formats}>
          <FormatList
            label={say('export.formats')}
            ticked={formats}
            onTick={(id, isTicked) =>
              setTicked(new Set(formatIds.filter((one) => (one === id ? isTicked : formats.has(one)))))
            }
          />
        </div>
        <div className={styles.choices}>
          {languages.length > 0 && (
            <TranslationChoice
              languages={languages.map(({ language: code }) => code)}
              original={written.length === 1 ? (written[0]?.transcript.language ?? null) : null}
              label={(code, name) => {
                const having = languages.find((each) => each.language === code)?.cards.length ?? 0
                const all = written.length
                return having === all ? name : say('export.text.some', { language: name, count: having, all })
              }}
              chosen={translated?.language ?? null}
              onChoose={setInLanguage}
            />
          )}
          <ChoiceBoxes formats={wanted} choices={choices} onChange={setChoices} hasSound />
          <OutputBoxes
            formats={wanted}
            output={choices.output}
            transcript={null}
            onChange={(output) => setChoices({ ...choices, output })}
            wrongStart={wrongStart}
            onOffsetWrong={setOffsetWrong}
          />
        </div>
        {count > 1 && (
          <p className={styles.hint}>
            {say(host.kind === 'browser' ? 'export.many.zip' : 'export.many.folder', { count })}
          </p>
        )}
        <FailedExports failed={failed} />
      </div>
    </Dialog>
  )
}
