/**
 * Search, playback from the text and highlighting along with it; without scripts the page is still readable. A player
 * without sound is hidden, and the page says that there is none.
 */
export const pageScript = `const media = document.querySelector('audio, video')
const search = document.querySelector('input[type=search]')
const found = document.querySelector('output')
const silent = document.querySelector('.silent')
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
const setSound = (hasSound) => {
  if (media) media.hidden = !hasSound
  if (silent) silent.hidden = hasSound
  for (const button of document.querySelectorAll('main p button')) button.disabled = !hasSound
}
if (media) {
  const zero = Number(media.dataset.zero ?? 0)
  const playFrom = (start) => {
    if (start === undefined || media.hidden) return
    media.currentTime = Number(start) - zero
    void media.play()
  }
  media.addEventListener('error', () => setSound(false))
  media.querySelector('source:last-child')?.addEventListener('error', () => setSound(false))
  media.addEventListener('loadedmetadata', () => setSound(true))
  if (media.error || media.networkState === HTMLMediaElement.NETWORK_NO_SOURCE) setSound(false)
  document.querySelector('main').addEventListener('click', (event) => {
    playFrom(event.target.closest('button')?.parentElement.dataset.start)
  })
  document.querySelector('nav')?.addEventListener('click', (event) => {
    playFrom(event.target.closest('a')?.dataset.start)
  })
  media.addEventListener('timeupdate', () => {
    const now = media.currentTime + zero
    for (const { classList, dataset } of paragraphs) {
      classList.toggle('now', now >= Number(dataset.start) && now < Number(dataset.end))
    }
  })
} else setSound(false)
`
