import { legalFileName } from '#core/formats/legal-file-name'
import type { Sheet } from '#core/sheet/sheet'
import { sheetLines } from '#core/sheet/sheet-text'
import { sheetWords } from '#core/sheet/sheet-words'
import { saveExports } from '../exports/save-exports.ts'
import { useHost } from '../rpc/studio-context.tsx'
import { Button } from '../ui/button.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { toast } from '../ui/toast.tsx'
import { localeOf, useLanguage, useSay } from '../ui/words.tsx'
import styles from './sheet.module.css'

/** Copy as text, save as JSON, print. */
export function SheetActions({ sheet }: { readonly sheet: Sheet }) {
  const say = useSay()
  const language = useLanguage()
  const host = useHost()
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(
      sheetLines(sheetWords(sheet, language, localeOf(language)), language).join('\n'),
    )
    toast.show({ text: say('export.copied'), tone: 'done' })
  }
  const save = async (): Promise<void> => {
    const fileName = legalFileName(sheet.title, '.sheet.json', say('export.untitled'))
    const bytes = new TextEncoder().encode(`${JSON.stringify(sheet, null, 2)}\n`)
    const notice = await saveExports(
      host,
      sheet.title,
      [{ fileName, mediaType: 'application/json', bytes }],
      say,
    )
    if (notice !== null) toast.show(notice)
  }
  const run = (action: () => Promise<void>): void => {
    action().catch((error: unknown) => toastError(error, language))
  }
  return (
    <>
      <Button icon="copy" onPress={() => run(copy)}>
        <span className={styles.word}>{say('minutes.page.copy')}</span>
      </Button>
      <Button icon="save" onPress={() => run(save)}>
        <span className={styles.word}>{say('sheet.page.save')}</span>
      </Button>
      <Button variant="main" icon="print" onPress={() => window.print()}>
        {say('minutes.page.print')}
      </Button>
    </>
  )
}
