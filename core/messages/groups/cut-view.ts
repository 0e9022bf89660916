import { messageGroup } from '../message-group.ts'

/** The mode Cut of a recording's text. */
export const cutView = messageGroup(
  {
    'cut-view.mode': 'Mode',
    'cut-view.text': 'Text',
    'cut-view.cut': 'Cut',
    'cut-view.word': 'Cut',
    'cut-view.bar': 'Cut of the sound',
    'cut-view.typed': 'In Cut, the text stays as it is.',
    'cut-view.typed.remedy': 'Delete strikes words, and restores them. Choose Text to type.',
    'cut-view.kept': '{kept} of {whole} kept',
    'cut-view.count': '{count, plural, =0 {nothing cut} one {# cut} other {# cuts}}',
    'cut-view.heard':
      '{count, plural, one {# struck word is still heard: another word is spoken at the same time.} other {# struck words are still heard: others are spoken at the same time.}}',
    'cut-view.next': 'Next cut',
    'cut-view.previous': 'Previous cut',
    'cut-view.restore': 'Restore',
    'cut-view.restore.none': 'Nothing is cut here. Go to a cut first.',
    'cut-view.more': 'More about the cut',
    'cut-view.restore-all': 'Restore all',
    'cut-view.scope.paragraph': 'Cut the paragraph',
    'cut-view.scope.before': 'Cut everything before the cursor',
    'cut-view.scope.onwards': 'Cut everything from the cursor on',
  },
  {
    'cut-view.mode': 'Mode',
    'cut-view.text': 'Texte',
    'cut-view.cut': 'Coupe',
    'cut-view.word': 'Coupé',
    'cut-view.bar': 'Coupe du son',
    'cut-view.typed': 'En mode Coupe, le texte ne change pas.',
    'cut-view.typed.remedy': 'La touche Suppr barre des mots et les rétablit. Pour écrire, choisissez Texte.',
    'cut-view.kept': '{kept} sur {whole} conservées',
    'cut-view.count': '{count, plural, =0 {aucune coupe} one {# coupe} other {# coupes}}',
    'cut-view.heard':
      '{count, plural, one {# mot barré s’entend encore\u202F: un autre mot est dit en même temps.} other {# mots barrés s’entendent encore\u202F: d’autres sont dits en même temps.}}',
    'cut-view.next': 'Coupe suivante',
    'cut-view.previous': 'Coupe précédente',
    'cut-view.restore': 'Rétablir',
    'cut-view.restore.none': 'Rien n’est coupé ici. Allez d’abord à une coupe.',
    'cut-view.more': 'Autres actions de coupe',
    'cut-view.restore-all': 'Tout rétablir',
    'cut-view.scope.paragraph': 'Couper le paragraphe',
    'cut-view.scope.before': 'Couper tout ce qui précède le curseur',
    'cut-view.scope.onwards': 'Couper tout à partir du curseur',
  },
)
