import { ownFigures } from './own-figures.ts'
import type { HowItWorksText } from './page-text.ts'

const { 'en read': read, 'en phone': phone, 'fr read': french, 'en meeting': meeting } = ownFigures

export const english: HowItWorksText = {
  title: 'How this works',
  intro:
    'What Parolo does with a recording, why it makes mistakes, and what it will not do. You need to know nothing of the field to read this.',
  sources: 'Sources',
  sample: 'Looked at',
  sections: [
    {
      id: 'steps',
      title: 'From sound to text',
      blocks: [
        {
          kind: 'text',
          text: 'Five steps lead from a sound to a text with names. In the program, each step has a picture of some seconds of your own recording.',
        },
        {
          kind: 'steps',
          steps: [
            {
              id: 'sound',
              title: 'Sound',
              text: 'A file holds sound: air pressure, measured thousands of times a second. There are no words in it yet.',
            },
            {
              id: 'speech',
              title: 'Where somebody speaks',
              text: 'A small **model** marks speech. A model is a long list of numbers, set by many examples until it gave the right answer for most of them. Pauses and noise are left out, so that no words are made up there.',
            },
            {
              id: 'passages',
              title: 'Passages',
              text: 'Speech is cut at pauses into **passages** of some seconds, 30 at most. The speech model gets one passage at a time.',
            },
            {
              id: 'words',
              title: 'Words, and how sure',
              text: 'For each sound, the model picks the word that fits best after the words before it. The bar is how sure it was. It can be sure and still be wrong.',
            },
            {
              id: 'voices',
              title: 'Voices',
              text: 'Each short stretch of speech becomes a dot. Dots that lie close sound alike and are taken for one voice. The names come from you.',
            },
          ],
        },
      ],
    },
    {
      id: 'does',
      title: 'What it does, and what it does not',
      blocks: [
        {
          kind: 'text',
          text: 'Parolo writes down the words that the sound is most like. It has no idea what was said. It does not know who the mayor is, whether a sum is right, or that something was a joke.',
        },
        {
          kind: 'list',
          items: [
            'A rare name becomes a common word that sounds the same. The [glossary](/settings/glossary) helps: it lists names and terms that you expect.',
            'What was said twice, or broken off, may be left out.',
            'Commas and periods are guessed. They can change what a sentence says.',
            'When two people talk at once, often only one of them is written down.',
          ],
        },
        {
          kind: 'text',
          text: 'So a transcript is a draft. Parolo shows the places that are most likely wrong. You hear them, and you decide.',
        },
      ],
    },
    {
      id: 'errs',
      title: 'Where it errs, and for whom more',
      blocks: [
        {
          kind: 'text',
          text: 'Errors are counted like this: of 100 words that were said, how many are wrong or missing, or were added?',
        },
        {
          kind: 'figures',
          figures: {
            caption: 'Measured by us, with the model that comes with Parolo',
            rows: [
              { label: 'Read aloud, English', of100: read.of100 },
              { label: 'On the phone, English', of100: phone.of100 },
              { label: 'Read aloud, French', of100: french.of100 },
              { label: 'Meetings, English', of100: meeting.of100 },
            ],
            from: `Small open test sets of ${read.words}, ${phone.words}, ${french.words}, and ${meeting.words} words: a few words more would change the result. Other [models](/settings/models) make fewer errors.`,
          },
        },
        {
          kind: 'text',
          text: 'A model is best at what it was shown most: grown people with a common accent, close to a good microphone. Others pay for that. Nothing of what follows was measured with Parolo. We know of no speech model that is as good for everybody.',
        },
        {
          kind: 'figures',
          figures: {
            caption: 'Five programs of large firms, interviews in the United States',
            rows: [
              { label: 'Black speakers', of100: 35 },
              { label: 'White speakers', of100: 19 },
            ],
            from: '{koenecke-2020}',
          },
        },
        {
          kind: 'list',
          items: [
            '**Children.** A larger model of the kind that comes with Parolo got 14 of 100 words of children wrong. {attia-2023}',
            '**Women.** On French radio and television women are heard less. A program that learned from such shows made more errors with them. {garnerin-2019}',
            '**Regions.** Good results in usual tests did not mean good results for the French of Québec. {serrand-2025}',
            '**Noise.** With noise as loud as the voice, one of the better models gets 12 of 100 words wrong. {parakeet-card}',
          ],
        },
      ],
    },
    {
      id: 'invents',
      title: 'Text that nobody said',
      blocks: [
        {
          kind: 'text',
          text: 'Some models write whole sentences that nobody said. With Whisper, a study found them in about 1 of 100 short recordings. Of these texts, 38 of 100 could do harm, for example by inventing violence. People who pause a lot were hit more often. {koenecke-2024}',
        },
        {
          kind: 'text',
          text: 'Parolo leaves silence out, tries again where a text repeats itself, and marks such places. This helps, but does not rule it out. Before you quote a person, listen.',
        },
      ],
    },
    {
      id: 'voices',
      title: 'Whose voice it is',
      blocks: [
        {
          kind: 'text',
          text: 'Parolo finds out who speaks when by comparing voices within one recording. It does not know who anybody is. It does not look for a voice in other recordings, unless you asked it to remember that voice. Then it may ask whether a speaker could be that person. You listen to both, and you decide. What it computes of a voice stays in your library, and goes when you delete the recording.',
        },
        {
          kind: 'list',
          items: [
            'Two voices that are alike may become one, and one voice in two moods may become two.',
            'Ask people before you have Parolo remember their voice. [Settings](/settings/voices) lists every such voice, and forgets it when you say so.',
            'Short replies, such as “yes”, are often given to the wrong person.',
            'A study of such models found more errors for women, and for people from outside the United States. {hutiri-2022}',
          ],
        },
        {
          kind: 'text',
          text: 'So check who speaks before you quote anybody, or count how long each person spoke.',
        },
      ],
    },
    {
      id: 'costs',
      title: 'What it costs',
      blocks: [
        {
          kind: 'text',
          text: 'No money, but time and power. The sheet of each transcript says how much, with a range. Where the processor, the part that computes, counts its own use, that is taken. Elsewhere it is estimated, at 4 watts for each part of it that is busy.',
        },
        { kind: 'cost' },
        {
          kind: 'text',
          text: 'To make the models took far more power than to use them. That is not counted here: for most models, we found no figure that we could check.',
        },
      ],
    },
    {
      id: 'made',
      title: 'Where models come from',
      blocks: [
        {
          kind: 'text',
          text: 'A model is made from the speech of very many people, and from text that others typed for it. Their work is in it, and seldom their names.',
        },
        {
          kind: 'list',
          items: [
            'Whisper comes with Parolo. It learned from 680,000 hours of sound with text, taken from the web. Which ones is not told, nor whether anybody was asked. {whisper-card}',
            'Parakeet v3 can be downloaded. It learned from 10,000 hours that people typed, and 660,000 hours that another model wrote. {parakeet-card}',
            'To type one hour of speech takes a trained person about six hours. {scribe-audio} So 10,000 hours of sound are about 60,000 hours of work.',
          ],
        },
        {
          kind: 'text',
          text: 'Whoever has the numbers of a model, its **weights**, can use it and pass it on. To rebuild or check it, one also needs the sound, the texts, and the programs that made it. That is seldom given, and so weights alone are not called open source here. [Models](/settings/models) and the sheet of each transcript say what is open, point by point.',
        },
      ],
    },
    {
      id: 'refuses',
      title: 'What Parolo refuses to do',
      blocks: [
        {
          kind: 'list',
          items: [
            'It does not guess feelings, gender, age, origin, or health. A voice tells little of them, and a wrong guess hurts. The makers of Whisper warn against it too. {whisper-card}',
            'It does not say who somebody is. If you asked it to remember a voice, it may ask: could this be Anna? Only you give the name.',
            'It does not rate people. Speaking time is shown as a length, not as a mark.',
            'It does not sum up, rewrite, or translate what was said.',
            'It sends nothing of what you record. [See for yourself](/network).',
          ],
        },
      ],
    },
    {
      id: 'ask',
      title: 'How to ask before recording',
      blocks: [
        { kind: 'text', text: 'Ask before you press Record, and wait for an answer. For example:' },
        {
          kind: 'quote',
          text: 'I would like to record this, so that we have minutes. The recording stays on my computer, and a program there writes it down. I will delete the sound when we have approved the minutes. Is that all right for everybody?',
        },
        {
          kind: 'list',
          items: [
            'Say why, who will read it, and when it is deleted.',
            'Say that “no” is a good answer. If somebody says no, take notes instead.',
            'Silence, when nobody could speak, is no answer. Whoever comes later has to be asked too.',
            'Stop when somebody asks you to. What a person wants out can be redacted or deleted later.',
          ],
        },
        {
          kind: 'text',
          text: 'In many places the law asks for this too. This page is no legal advice.',
        },
      ],
    },
  ],
}
