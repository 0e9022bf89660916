/**
 * Search, playback from the text and highlighting along with it; without scripts the page is still readable. A player
 * without sound is hidden, and so is the choice of a file once there is sound.
 */
export const pageScript = `const media = document.querySelector('audio, video')
const search = document.querySelector('input[type=search]')
const found = document.querySelector('output')
const file = document.querySelector('input[type=file]')
const paragraphs = [...document.querySelectorAll('main p')]
const sections = [...document.querySelectorAll('main section')]
const plain = (text) => text.normalize('NFD').replace(/\\p{M}/gu, '').toLowerCase()
const texts = paragraphs.map((paragraph) => plain(paragraph.textContent))
search.addEventListener('input', () => {
  const words = plain(search.value).split(/\\s+/u).filter(Boolean)
  let count = 0
  paragraphs.forEach((paragraph, index) => {
    const shows = words.every((word) => texts[index].includes(word))
    paragraph.hidden = !shows
    if (shows) count++
  })
  for (const section of sections) {
    section.hidden = words.length > 0 && section.querySelector('p:not([hidden])') === null
  }
  found.textContent = words.length === 0 ? '' : String(count)
})
if (media) {
  const zero = Number(media.dataset.zero ?? 0)
  const setSound = (hasSound) => {
    media.hidden = !hasSound
    if (file) file.parentElement.hidden = hasSound
    for (const button of document.querySelectorAll('main p button')) button.disabled = !hasSound
  }
  media.addEventListener('error', () => setSound(false))
  media.addEventListener('loadedmetadata', () => setSound(true))
  if (media.error || !media.hasAttribute('src')) setSound(false)
  else if (media.readyState > 0) setSound(true)
  file?.addEventListener('change', () => {
    if (file.files[0]) media.src = URL.createObjectURL(file.files[0])
  })
  document.querySelector('main').addEventListener('click', (event) => {
    const paragraph = event.target.closest('button')?.parentElement
    if (!paragraph) return
    media.currentTime = Number(paragraph.dataset.start) - zero
    if (media.hasAttribute('src')) void media.play()
  })
  media.addEventListener('timeupdate', () => {
    const now = media.currentTime + zero
    for (const { classList, dataset } of paragraphs) {
      classList.toggle('now', now >= Number(dataset.start) && now < Number(dataset.end))
    }
  })
}
`
