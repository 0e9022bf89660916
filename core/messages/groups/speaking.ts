import { turnRule } from '../../turn-rules/present-rule.ts'
import { messageGroup } from '../message-group.ts'

const { en, fr } = turnRule.texts

/** Speaking time. */
export const speaking = messageGroup(
  {
    'speaking.title': 'Speaking time',
    'speaking.of': 'Range',
    'speaking.whole': 'Whole transcript',
    'speaking.selection': 'Selection',
    'speaking.selection.none': 'To choose a range, select words or drag over the waveform below the text.',
    'speaking.none': 'No speech yet.',
    'speaking.row': '{time} in {turns, plural, one {# turn} other {# turns}}, longest {longest}',
    'speaking.bar': '{turns, plural, one {# turn} other {# turns}}, {time} in total',
    'speaking.silence': 'Silence',
    'speaking.overlaps': 'Overlaps',
    'speaking.overlaps.value':
      '{places, plural, =0 {none} one {{time} in # overlap} other {{time} in # overlaps}}',
    'speaking.note': `Segments joined by a line are one turn: ${en.whatDoesNot}. Overlaps count for both speakers.`,
    'speaking.running':
      'Words are counted up to {time} of {duration} so far; the count follows the transcription and your corrections.',
    'speaking.sum.one': '{a} speaks for {time} of {duration}.',
    'speaking.sum.two': '{a} and {b} speak for {time} of {duration}.',
    'speaking.sum.most-turns': '{a} takes the most turns.',
    'speaking.copy': 'Copy',
    'speaking.copied': 'Table copied.',
    'speaking.save': 'Save as…',
    'speaking.save.csv': 'Table (CSV)',
    'speaking.save.png': 'Image (PNG)',
    'speaking.saved': '“{file}” saved.',
    'speaking.file': '{title} - speaking time',
    'speaking.straight': 'Total per speaker',
    'speaking.straight.note':
      'All the speech of each speaker, end to end, in order. Segments joined by a line are one turn.',
    'speaking.course': 'Over the course of the recording',
    'speaking.course.track': 'Who speaks when',
    'speaking.table': 'Speaking time as a table',
    'speaking.speaker': 'Speaker',
    'speaking.time': 'Time',
    'speaking.share': 'Share',
    'speaking.turns': 'Turns',
    'speaking.longest': 'Longest',
    'speaking.pace': 'Words per minute',
    'speaking.over': 'Overlapping others',
    'speaking.nobody': 'Silence',
    'speaking.table.note': `Share is the share of all speech. ${en.whenItEnds} The length of a turn includes its pauses; speaking time does not. When two people speak at once, the time counts for both. Times are accurate to about a fifth of a second. Parolo does not show who interrupts whom.`,
  },
  {
    'speaking.title': 'Temps de parole',
    'speaking.of': 'Étendue',
    'speaking.whole': 'Toute la transcription',
    'speaking.selection': 'Sélection',
    'speaking.selection.none':
      'Pour choisir une étendue, sélectionnez des mots ou faites glisser sur la forme d’onde sous le texte.',
    'speaking.none': 'Aucune parole pour l’instant.',
    'speaking.row':
      '{time} en {turns, plural, one {# prise de parole} other {# prises de parole}}, la plus longue {longest}',
    'speaking.bar': '{turns, plural, one {# prise de parole} other {# prises de parole}}, {time} au total',
    'speaking.silence': 'Silence',
    'speaking.overlaps': 'Chevauchements',
    'speaking.overlaps.value':
      '{places, plural, =0 {aucun} one {{time} en # chevauchement} other {{time} en # chevauchements}}',
    'speaking.note': `Les segments reliés par un trait forment une prise de parole\u00A0: ${fr.whatDoesNot}. Les chevauchements comptent pour chaque personne.`,
    'speaking.running':
      'Les mots sont comptés jusqu’à {time} sur {duration}\u202F; le compte suit la transcription et vos corrections.',
    'speaking.sum.one': '{a} parle pendant {time} sur {duration}.',
    'speaking.sum.two': '{a} et {b} parlent pendant {time} sur {duration}.',
    'speaking.sum.most-turns': '{a} prend le plus souvent la parole.',
    'speaking.copy': 'Copier',
    'speaking.copied': 'Tableau copié.',
    'speaking.save': 'Enregistrer sous…',
    'speaking.save.csv': 'Tableau (CSV)',
    'speaking.save.png': 'Image (PNG)',
    'speaking.saved': '«\u00A0{file}\u00A0» enregistré.',
    'speaking.file': '{title} - temps de parole',
    'speaking.straight': 'Total par personne',
    'speaking.straight.note':
      'Toute la parole de chaque personne, bout à bout, dans l’ordre. Les segments reliés par un trait forment une prise de parole.',
    'speaking.course': 'Au cours de l’enregistrement',
    'speaking.course.track': 'Qui parle quand',
    'speaking.table': 'Temps de parole en tableau',
    'speaking.speaker': 'Voix',
    'speaking.time': 'Temps',
    'speaking.share': 'Part',
    'speaking.turns': 'Prises de parole',
    'speaking.longest': 'La plus longue',
    'speaking.pace': 'Mots par minute',
    'speaking.over': 'En chevauchement',
    'speaking.nobody': 'Silence',
    'speaking.table.note': `La part est calculée sur toute la parole. ${fr.whenItEnds} Sa durée comprend ses pauses, le temps de parole non. Quand deux personnes parlent à la fois, le temps compte pour chacune. Les temps sont précis à un cinquième de seconde environ. Parolo n’indique pas qui interrompt qui.`,
  },
)
