import { ownFigures } from './own-figures.ts'
import type { HowItWorksText } from './page-text.ts'

const { 'en read': read, 'en phone': phone, 'fr read': readFrench, 'en meeting': meeting } = ownFigures

export const french: HowItWorksText = {
  title: 'Comment ça marche',
  intro:
    'Ce que Parolo fait d’un enregistrement, pourquoi il se trompe, et ce qu’il refuse de faire. Il n’est pas nécessaire de connaître le domaine pour lire cette page.',
  sources: 'Sources',
  sample: 'Étudié',
  sections: [
    {
      id: 'steps',
      title: 'Du son au texte',
      blocks: [
        {
          kind: 'text',
          text: 'Cinq étapes mènent d’un son à un texte avec des noms. Dans le programme, chacune est illustrée par quelques secondes d’un de vos enregistrements.',
        },
        {
          kind: 'steps',
          steps: [
            {
              id: 'sound',
              title: 'Le son',
              text: 'Un fichier contient du son\u00A0: la pression de l’air, mesurée des milliers de fois par seconde. Il ne contient pas encore de mots.',
            },
            {
              id: 'speech',
              title: 'Où quelqu’un parle',
              text: 'Un petit **modèle** repère la parole. Un modèle est une longue liste de nombres, réglés sur beaucoup d’exemples, jusqu’à ce qu’il donne le plus souvent la bonne réponse. Les pauses et le bruit sont mis de côté, pour qu’aucun mot n’y soit inventé.',
            },
            {
              id: 'passages',
              title: 'Les passages',
              text: 'La parole est coupée aux pauses en **passages** de quelques secondes, 30 au plus. Le modèle de reconnaissance en reçoit un à la fois.',
            },
            {
              id: 'words',
              title: 'Les mots, et leur degré de certitude',
              text: 'Pour chaque son, le modèle prend le mot qui va le mieux après les mots d’avant. La barre montre à quel point il en est sûr. Il peut être sûr de lui et se tromper.',
            },
            {
              id: 'voices',
              title: 'Les voix',
              text: 'Chaque court moment de parole devient un point. Les points proches ont un son proche\u00A0: ils sont pris pour une même voix. Les noms, c’est vous qui les donnez.',
            },
          ],
        },
      ],
    },
    {
      id: 'does',
      title: 'Ce qu’il fait, et ce qu’il ne fait pas',
      blocks: [
        {
          kind: 'text',
          text: 'Parolo écrit les mots qui ressemblent le plus au son. Il n’a aucune idée de ce qui a été dit. Il ne sait pas qui est la maire, si une somme est juste, ou si c’était une blague.',
        },
        {
          kind: 'list',
          items: [
            'Un nom rare devient un mot courant qui sonne pareil. Le [glossaire](/settings/glossary) aide\u00A0: on y met les noms et les termes attendus.',
            'Ce qui est dit deux fois, ou pas jusqu’au bout, peut manquer.',
            'Les virgules et les points sont devinés. Ils peuvent changer le sens d’une phrase.',
            'Quand deux personnes parlent en même temps, une seule est souvent écrite.',
          ],
        },
        {
          kind: 'text',
          text: 'Une transcription est donc un brouillon. Parolo montre les endroits où l’erreur est la plus probable. Vous les écoutez, et c’est vous qui décidez.',
        },
      ],
    },
    {
      id: 'errs',
      title: 'Où il se trompe, et pour qui davantage',
      blocks: [
        {
          kind: 'text',
          text: 'Voici comment on compte les erreurs\u00A0: sur 100 mots dits, combien sont faux, manquent ou sont en trop\u202F?',
        },
        {
          kind: 'figures',
          figures: {
            caption: 'Mesuré par nous, avec le modèle fourni avec Parolo',
            rows: [
              { label: 'Lu à voix haute, anglais', of100: read.of100 },
              { label: 'Au téléphone, anglais', of100: phone.of100 },
              { label: 'Lu à voix haute, français', of100: readFrench.of100 },
              { label: 'Réunions, anglais', of100: meeting.of100 },
            ],
            from: `De petits jeux de test ouverts, de ${read.words}, ${phone.words}, ${readFrench.words} et ${meeting.words} mots\u00A0: quelques mots de plus changeraient le résultat. D’autres [modèles](/settings/models) font moins d’erreurs.`,
          },
        },
        {
          kind: 'text',
          text: 'Un modèle est le meilleur pour ce qu’on lui a le plus montré\u00A0: des adultes, un accent courant, un bon micro tout près. Les autres en paient le prix. Rien de ce qui suit n’a été mesuré avec Parolo. Nous ne connaissons aucun modèle aussi bon pour tout le monde.',
        },
        {
          kind: 'figures',
          figures: {
            caption: 'Cinq programmes de grandes entreprises, entretiens aux États-Unis',
            rows: [
              { label: 'Personnes noires', of100: 35 },
              { label: 'Personnes blanches', of100: 19 },
            ],
            from: '{koenecke-2020}',
          },
        },
        {
          kind: 'list',
          items: [
            '**Les enfants.** Un modèle de la même famille que le nôtre, mais plus grand, s’est trompé sur 14 mots d’enfants sur 100. {attia-2023}',
            '**Les femmes.** À la radio et à la télévision françaises, on entend moins les femmes. Un programme qui avait appris de ces émissions se trompait plus souvent pour elles. {garnerin-2019}',
            '**Les régions.** De bons résultats aux tests courants n’en promettent pas de bons pour le français du Québec. {serrand-2025}',
            '**Le bruit.** Quand le bruit est aussi fort que la voix, un des meilleurs modèles se trompe sur 12 mots sur 100. {parakeet-card}',
          ],
        },
      ],
    },
    {
      id: 'invents',
      title: 'Du texte que personne n’a dit',
      blocks: [
        {
          kind: 'text',
          text: 'Certains modèles écrivent des phrases entières que personne n’a dites. Avec Whisper, une étude en a trouvé dans 1 court enregistrement sur 100 environ. Sur 100 de ces textes, 38 pouvaient nuire, par exemple en parlant de violence. Cela arrivait plus souvent aux personnes qui font de longues pauses. {koenecke-2024}',
        },
        {
          kind: 'text',
          text: 'Parolo met le silence de côté, essaie de nouveau quand un texte se répète, et signale ces endroits. Cela aide, mais ne l’exclut pas. Avant de citer quelqu’un, écoutez.',
        },
      ],
    },
    {
      id: 'voices',
      title: 'À qui est la voix',
      blocks: [
        {
          kind: 'text',
          text: 'Parolo trouve qui parle quand en comparant les voix d’un même enregistrement. Il ne sait pas qui est qui. Il ne cherche pas une voix dans d’autres enregistrements, sauf si vous lui avez demandé de la mémoriser. Il peut alors demander si une voix est celle de cette personne. Vous écoutez les deux, et c’est vous qui décidez. Ce qu’il calcule d’une voix reste dans votre bibliothèque, et part quand vous supprimez l’enregistrement.',
        },
        {
          kind: 'list',
          items: [
            'Deux voix proches peuvent n’en faire qu’une, et une voix qui change de ton peut en faire deux.',
            'Demandez aux gens avant de faire mémoriser leur voix. Les [réglages](/settings/voices) les montrent toutes, et les oublient quand vous le voulez.',
            'Les réponses courtes, comme «\u00A0oui\u00A0», vont souvent à la mauvaise personne.',
            'Une étude de tels modèles a trouvé plus d’erreurs pour les femmes et pour les personnes qui ne viennent pas des États-Unis. {hutiri-2022}',
          ],
        },
        {
          kind: 'text',
          text: 'Vérifiez donc qui parle avant de citer quelqu’un, ou de compter le temps de parole de chaque personne.',
        },
      ],
    },
    {
      id: 'costs',
      title: 'Ce que cela coûte',
      blocks: [
        {
          kind: 'text',
          text: 'Pas d’argent, mais du temps et du courant. La fiche de chaque transcription dit combien, avec une fourchette. Là où le processeur, la pièce qui calcule, compte ce qu’il consomme, c’est ce compte qui vaut. Sinon, la fiche l’estime à 4 watts pour chaque partie du processeur au travail.',
        },
        { kind: 'cost' },
        {
          kind: 'text',
          text: 'Créer les modèles a demandé bien plus de courant que s’en servir. Ce n’est pas compté ici\u00A0: pour la plupart des modèles, nous n’avons trouvé aucun chiffre vérifiable.',
        },
      ],
    },
    {
      id: 'made',
      title: 'D’où viennent les modèles',
      blocks: [
        {
          kind: 'text',
          text: 'Un modèle est fait de la parole de très nombreuses personnes, et du texte que d’autres ont tapé. Leur travail est dedans, et rarement leur nom.',
        },
        {
          kind: 'list',
          items: [
            'Whisper est fourni avec Parolo. Il a appris de 680 000 heures de son avec du texte, prises sur le web. Lesquelles, ce n’est pas dit, ni si l’accord des gens a été demandé. {whisper-card}',
            'Parakeet v3 peut être téléchargé. Il a appris de 10 000 heures tapées par des personnes, et de 660 000 heures écrites par un autre modèle. {parakeet-card}',
            'Taper une heure de parole prend environ six heures à une personne formée. {scribe-audio} Pour 10 000 heures de son, cela fait environ 60 000 heures de travail.',
          ],
        },
        {
          kind: 'text',
          text: 'Qui a les nombres d’un modèle, ses **poids**, peut s’en servir et le transmettre. Pour le refaire ou le vérifier, il faut aussi le son, les textes et les programmes qui l’ont fait. On les donne rarement\u00A0: des poids seuls ne sont donc pas appelés open source ici. Les [modèles](/settings/models) et la fiche de chaque transcription disent ce qui est ouvert, point par point.',
        },
      ],
    },
    {
      id: 'refuses',
      title: 'Ce que Parolo refuse de faire',
      blocks: [
        {
          kind: 'list',
          items: [
            'Il ne devine ni les émotions, ni le genre, ni l’âge, ni l’origine, ni la santé. Une voix en dit peu, et une erreur blesse. Les auteurs de Whisper le déconseillent aussi. {whisper-card}',
            'Il n’identifie personne. Si vous lui avez fait mémoriser une voix, il peut demander\u00A0: est-ce Anna\u202F? Le nom, c’est vous qui le donnez.',
            'Il ne note pas les gens. Le temps de parole est une durée, pas une note.',
            'Il ne résume pas, ne réécrit pas et ne traduit pas ce qui a été dit.',
            'Il n’envoie rien de ce que vous enregistrez. [Voyez vous-même](/network).',
          ],
        },
      ],
    },
    {
      id: 'ask',
      title: 'Comment demander avant d’enregistrer',
      blocks: [
        {
          kind: 'text',
          text: 'Demandez avant d’appuyer sur Enregistrer, et attendez la réponse. Par exemple\u00A0:',
        },
        {
          kind: 'quote',
          text: 'J’aimerais enregistrer, pour que nous ayons un compte rendu. L’enregistrement reste sur mon ordinateur, et un programme l’y met par écrit. Je supprimerai le son quand le compte rendu sera validé. Est-ce que cela convient à tout le monde\u202F?',
        },
        {
          kind: 'list',
          items: [
            'Dites pourquoi, qui va le lire, et quand ce sera supprimé.',
            'Dites que «\u00A0non\u00A0» est une bonne réponse. Si quelqu’un dit non, prenez plutôt des notes.',
            'Un silence, quand personne n’a pu parler, n’est pas une réponse. Demandez aussi à qui arrive plus tard.',
            'Arrêtez dès qu’une personne le demande. Ce qu’elle veut retirer peut être occulté ou supprimé plus tard.',
          ],
        },
        {
          kind: 'text',
          text: 'Souvent, la loi le demande aussi. Cette page n’est pas un conseil juridique.',
        },
      ],
    },
  ],
}
