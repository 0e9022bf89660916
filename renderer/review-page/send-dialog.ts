import type { ReviewAnswer } from '#core/review/review-answer'
import type { DraftStore } from './draft.ts'
import { answerFileName, isEmptyAnswer, makeAnswer } from './make-answer.ts'
import { byId, type ReviewedPage } from './page-data.ts'
import type { PageTexts } from './page-texts.ts'
import type { ReviewState } from './review-state.ts'

/** The dialog that saves an answer as a file, or copies it as text. */
export function wireSendDialog(
  window: Window,
  page: ReviewedPage,
  state: ReviewState,
  store: DraftStore,
  texts: PageTexts,
): void {
  const { document } = window
  const dialog = byId<HTMLDialogElement>(document, 'send')
  const name = byId<HTMLInputElement>(document, 'reviewer')
  const said = byId(document, 'send-state')
  const area = byId<HTMLTextAreaElement>(document, 'send-text')
  const answer = (): ReviewAnswer =>
    makeAnswer(page, state, store.draft, {
      reviewer: name.value.trim(),
      answered: new Date().toISOString(),
    })
  const showCount = (): void => {
    const { paragraphs, right, comments, voices } = answer()
    const counts = { changes: paragraphs.length, right: right.length, comments: comments.length }
    texts.write(byId(document, 'send-count'), 'send.count', { ...counts, names: voices.length })
  }
  /** Null, and says why, if it cannot be sent. */
  const ready = (): ReviewAnswer | null => {
    const made = answer()
    const lacks = made.reviewer === '' ? 'send.name.missing' : isEmptyAnswer(made) ? 'send.nothing' : null
    if (lacks === null) return made
    texts.write(said, lacks)
    if (lacks === 'send.name.missing') name.focus()
    return null
  }
  name.value = store.draft.reviewer ?? name.value
  name.addEventListener('input', () => store.change({ reviewer: name.value }))
  byId(document, 'open-send').addEventListener('click', () => {
    delete said.dataset.t
    said.textContent = ''
    area.hidden = true
    showCount()
    dialog.showModal()
  })
  byId(document, 'close-send').addEventListener('click', () => dialog.close())
  byId(document, 'save').addEventListener('click', () => {
    const made = ready()
    if (made === null) return
    const file = answerFileName(made)
    download(document, file, textOf(made))
    texts.write(said, 'send.saved', { file })
  })
  byId(document, 'copy').addEventListener('click', () => {
    const made = ready()
    if (made === null) return
    area.value = textOf(made)
    area.hidden = false
    copy(window, area).then(
      (isCopied) => texts.write(said, isCopied ? 'send.copied' : 'send.copy.self'),
      (error: unknown) => {
        console.warn(error)
        texts.write(said, 'send.copy.self')
      },
    )
  })
}

const textOf = (answer: ReviewAnswer): string => `${JSON.stringify(answer)}\n`

function download(document: Document, file: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = file
  link.click()
  // A browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** Also where a page from a file may not use the clipboard; false: the person has to copy it. */
async function copy({ navigator, document }: Window, area: HTMLTextAreaElement): Promise<boolean> {
  area.focus()
  area.select()
  // Not there in pages that a browser does not trust.
  const { clipboard } = navigator as { readonly clipboard?: Clipboard }
  if (clipboard === undefined) return document.execCommand('copy')
  await clipboard.writeText(area.value)
  return true
}
