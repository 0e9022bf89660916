/**
 * Plays the seconds of an item in a page of minutes; pressed again it stops. Without scripts, or in a browser that cannot
 * play the sound, the page is read as before.
 */
export const minutesScript = `const audio = document.querySelector('audio')
const buttons = [...document.querySelectorAll('main button')]
const silent = document.querySelector('.silent')
let playing = null
const show = (button) => {
  playing = button
  for (const each of buttons) each.setAttribute('aria-pressed', String(each === button))
}
const fail = () => {
  show(null)
  silent.hidden = false
  for (const button of buttons) button.disabled = true
}
const stop = () => {
  show(null)
  audio.pause()
}
const watch = () => {
  if (playing === null) return
  if (audio.ended || audio.currentTime >= Number(playing.dataset.to)) stop()
  else requestAnimationFrame(watch)
}
document.querySelector('main').addEventListener('click', (event) => {
  const button = event.target.closest('button')
  if (button === null) return
  const isOn = button === playing
  stop()
  if (isOn) return
  audio.currentTime = Number(button.dataset.from)
  audio.play().then(
    () => {
      if (playing !== button) return
      requestAnimationFrame(watch)
    },
    (error) => {
      if (error.name !== 'AbortError') fail()
    },
  )
  show(button)
})
// A hidden page draws no frames.
audio.addEventListener('timeupdate', () => {
  if (playing !== null && audio.currentTime >= Number(playing.dataset.to)) stop()
})
audio.addEventListener('ended', stop)
audio.addEventListener('error', fail)
if (audio.error) fail()
`
