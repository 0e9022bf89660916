import { returnedFormatOf, returnedFormats } from '#core/corrections/returned-formats'
import { base64Of } from '../rpc/base64-of.ts'
import { pickFiles } from '../rpc/pick-files.ts'
import { useStudio } from '../rpc/studio-context.tsx'
import { toastError } from '../ui/toast-error.ts'
import { toast } from '../ui/toast.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'

/** `.json`: the answer of a review page. */
const ACCEPT = [...Object.values(returnedFormats).flatMap(({ extensions }) => extensions), '.json'].join(',')

export interface CorrectedDocument {
  readonly transcriptId: string
  /** Saves what is not saved yet: the document is compared with what the library has. */
  readonly save?: () => Promise<void>
  /** It corrects something, which is in the list to check now. */
  readonly onListed: () => void
}

/** Lets the person choose a document that came back, and lists what it corrects. Call it after a click or a key press. */
export function useCorrectedDocument({ transcriptId, save, onListed }: CorrectedDocument): () => void {
  const say = useSay()
  const language = useLanguage()
  const studio = useStudio()
  const open = async (): Promise<void> => {
    const [file] = await pickFiles({ several: false, accept: ACCEPT })
    if (file === undefined) return
    await save?.()
    const base64 = await base64Of(await withoutSound(file))
    const { count, leftOut } = await studio.call('corrections.read', {
      transcriptId,
      fileName: file.name,
      base64,
    })
    const remedy = leftOut.map((what) => say(`corrections.left-out.${what}`, { file: file.name })).join(' ')
    toast.show({
      text: say('corrections.found', { count, file: file.name }),
      remedy: remedy === '' ? undefined : remedy,
      tone: 'done',
    })
    if (count > 0) onListed()
  }
  return () => void open().catch((error: unknown) => toastError(error, language))
}

/** A web page may hold hours of sound, which is too much for a call. */
async function withoutSound(file: File): Promise<File> {
  if (returnedFormatOf(file.name) !== 'html') return file
  const text = await file.text()
  return new File([text.replaceAll(/data:[^"'\s)]{200,}/gu, '')], file.name)
}
