import { escapedXml } from '../formats/reading/xml-text.ts'
import type { ProgramLanguage } from '../messages/messages.ts'
import type { ReviewSound, ReviewVoice } from './review-data.ts'
import type { ReviewText } from './review-texts.ts'

/** A text with a name in it, whatever signs the name has. */
export const named = (text: string, name: string): string => text.replace('{name}', () => name)

type Texts = Readonly<Record<ReviewText, string>>

interface Controlled {
  readonly language: ProgramLanguage
  readonly voices: readonly (ReviewVoice & { readonly color: number })[]
  readonly sound: ReviewSound | null
  readonly places: number
}

const SPEEDS = ['0.75', '1', '1.25', '1.5'] as const

/** What is above the text; the script changes elements with `data-t` to the other language. */
export function controlsHtml(texts: Texts, { language, voices, sound, places }: Controlled): string[] {
  const text = (tag: string, key: ReviewText, attributes = ''): string =>
    `<${tag} data-t="${key}"${attributes}>${escapedXml(texts[key])}</${tag.split(' ')[0]}>`
  const button = (key: ReviewText, id: string): string =>
    text('button type="button"', key, ` id="${id}" class="line"`)
  const soundText = sound === null ? 'sound.none' : sound.isAroundPlaces ? 'sound.places' : null
  return [
    `<details><summary data-t="how">${escapedXml(texts.how)}</summary><ul>`,
    ...(['how.text', 'how.places', 'how.keys'] as const).map((key) => text('li', key)),
    '</ul></details>',
    `<p class="row"><label for="language" data-t="language">${escapedXml(texts.language)}</label>`,
    `<select id="language"><option value="en" lang="en"${language === 'en' ? ' selected' : ''}>English</option><option value="fr" lang="fr"${language === 'fr' ? ' selected' : ''}>Français</option></select>`,
    ...(sound === null
      ? []
      : [
          `<label for="speed" data-t="speed">${escapedXml(texts.speed)}</label><select id="speed">${SPEEDS.map((speed) => `<option value="${speed}"${speed === '1' ? ' selected' : ''}>${speed} ×</option>`).join('')}</select>`,
        ]),
    '</p>',
    ...(voices.length === 0
      ? []
      : [
          `<details${voices.some(({ name }) => name === null) ? ' open' : ''}><summary data-t="voices">${escapedXml(texts.voices)}</summary>`,
          text('p', 'voices.lead'),
          '<ul class="voices">',
          ...voices.map(({ name, label, color }, index) => voiceHtml(texts, { name, label, color, index })),
          '</ul></details>',
        ]),
    soundText === null ? '' : text('p', soundText, ' class="quiet"'),
    sound === null ? '' : '<p class="trouble" id="sound-state" role="status"></p>',
    '<p class="quiet" id="kept"></p>',
    '</header>',
    `<section class="bar" aria-label="${escapedXml(texts.bar)}" data-label="bar">`,
    sound === null
      ? ''
      : `<span class="row"><button type="button" class="line" id="play" data-t="play">${escapedXml(texts.play)}</button>${button('back', 'back')}<output id="time">0:00:00</output></span>`,
    text('button type="button"', 'send', ' id="open-send" class="main"'),
    places === 0
      ? ''
      : `<span class="row"><output id="progress"></output>${button('place.previous', 'previous')}${button('place.next', 'next')}</span>`,
    '</section>',
    `<span id="pen" hidden data-t="correct">${escapedXml(texts.correct)}</span>`,
  ].filter((line) => line !== '')
}

function voiceHtml(
  texts: Texts,
  voice: {
    readonly name: string | null
    readonly label: string
    readonly color: number
    readonly index: number
  },
): string {
  const { name, label, color, index } = voice
  const about = (key: 'voice.name' | 'voice.hear'): string =>
    `data-t="${key}" data-name="${escapedXml(label)}">${escapedXml(named(texts[key], label))}`
  return `<li data-v="${color}"><label for="voice${index}" ${about('voice.name')}</label><input id="voice${index}" data-voice-name="${index}" maxlength="200" autocomplete="off" value="${escapedXml(name ?? '')}"><button type="button" class="line" data-hear-voice="${index}" ${about('voice.hear')}</button></li>`
}

/** The dialog that makes an answer. */
export function sendHtml(texts: Texts, reviewer: string): string[] {
  const text = (tag: string, key: ReviewText, attributes = ''): string =>
    `<${tag} data-t="${key}"${attributes}>${escapedXml(texts[key])}</${tag.split(' ')[0]}>`
  return [
    '<dialog id="send" aria-labelledby="send-title">',
    text('h2', 'send', ' id="send-title"'),
    text('p', 'send.lead'),
    `<p class="row"><label for="reviewer" data-t="send.name">${escapedXml(texts['send.name'])}</label><input id="reviewer" maxlength="200" autocomplete="name" value="${escapedXml(reviewer)}"></p>`,
    '<p id="send-count"></p>',
    '<p id="send-state" role="status"></p>',
    `<textarea id="send-text" readonly rows="4" hidden data-label="send.copy.self" aria-label="${escapedXml(texts['send.copy.self'])}"></textarea>`,
    '<p class="row">',
    text('button type="button"', 'send.save', ' id="save" class="main"'),
    text('button type="button"', 'send.copy', ' id="copy" class="line"'),
    text('button type="button"', 'close', ' id="close-send" class="line"'),
    '</p>',
    '</dialog>',
  ]
}
