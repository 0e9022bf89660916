import { mediaExtensions } from '#core/formats/media-files'
import { readExtensions } from '#core/formats/reading/read-files'

/** Filter of the system's dialog; any file may be chosen, as the content decides whether it plays. */
const ACCEPT = ['audio/*', 'video/*', ...mediaExtensions, ...readExtensions()].join(',')

export interface PickFiles {
  readonly several: boolean
  /** Filter in the form of an input's `accept`; defaults to recordings and transcripts. */
  readonly accept?: string
}

/** Opens the file dialog; empty if the user canceled. Must be called after a click or a key press. */
export function pickFiles({ several, accept = ACCEPT }: PickFiles): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.multiple = several
    input.accept = accept
    input.hidden = true
    const done = (files: readonly File[]): void => {
      input.remove()
      resolve(files)
    }
    input.addEventListener('change', () => done([...(input.files ?? [])]))
    input.addEventListener('cancel', () => done([]))
    // In the document, so that end-to-end tests can set its files.
    document.body.append(input)
    input.click()
  })
}
