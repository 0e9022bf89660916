/** A file's content in base64, for a call. */
export function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => {
      // A data URL: the content follows the comma.
      if (typeof reader.result === 'string') resolve(reader.result.replace(/^[^,]*,/u, ''))
    })
    reader.addEventListener('error', () => reject(reader.error ?? new Error('the file cannot be read')))
    reader.readAsDataURL(file)
  })
}
