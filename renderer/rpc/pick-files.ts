/** What the system's dialog shows first; any file may be chosen, as what plays is found out by looking inside. */
const ACCEPT =
  'audio/*,video/*,.mp3,.wav,.m4a,.aac,.ogg,.oga,.opus,.flac,.wma,.aiff,.amr,.mp4,.m4v,.mov,.mkv,.webm,.avi,.mts,.wmv,.json'

/** Opens the dialog for files; empty where the person thought better of it. Must come from a click or a key. */
export function pickFiles({ several }: { readonly several: boolean }): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.multiple = several
    input.accept = ACCEPT
    input.hidden = true
    const done = (files: readonly File[]): void => {
      input.remove()
      resolve(files)
    }
    input.addEventListener('change', () => done([...(input.files ?? [])]))
    input.addEventListener('cancel', () => done([]))
    // In the document, so that it can be reached from outside (journeys set its files).
    document.body.append(input)
    input.click()
  })
}
