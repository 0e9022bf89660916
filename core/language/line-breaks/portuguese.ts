import { type LineBreakWords, metricUnits, words } from './words.ts'

/**
 * Prepositions and their contractions (pt.wikipedia.org/wiki/Lista_de_contrações_na_língua_portuguesa), articles,
 * determiners, conjunctions, clitic and subject pronouns, forms of the auxiliaries; "não" before its verb.
 */
export const portuguese: LineBreakWords = {
  noBreakAfter: words(
    'o a os as um uma uns umas este esta estes estas esse essa esses essas aquele aquela aqueles aquelas',
    'meu minha meus minhas teu tua teus tuas seu sua seus suas nosso nossa nossos nossas vosso vossa vossos vossas',
    'algum alguma alguns algumas nenhum nenhuma cada qualquer todo toda todos todas vários várias outro outra outros outras',
    'muito muita muitos muitas pouco pouca poucos poucas quanto quanta quantos quantas cujo cuja cujos cujas',
    'ante após até com contra de desde em entre para perante por sem sob sobre durante segundo pra',
    'ao aos à às do da dos das dum duma no na nos nas num numa pelo pela pelos pelas',
    'deste desta destes destas desse dessa desses dessas daquele daquela neste nesta nestes nestas nesse nessa nesses nessas',
    'naquele naquela',
    'e ou nem mas porém que se porque pois como quando onde enquanto',
    'eu tu ele ela nós vós eles elas você vocês me te lhe lhes',
    'sou és é somos são era eram foi foram estou estás está estamos estão estava estavam tenho tens tem temos têm tinha',
    'tinham há havia vou vais vai vamos vão pode podem deve devem',
    'não muito tão mais menos',
    'sr sra dr dra dona são santo santa',
    'grande bom boa bons boas mau má primeiro primeira primeiros primeiras segundo segunda último última últimos últimas',
    'novo nova novos novas velho velha mesmo mesma mesmos mesmas antigo antiga',
  ),
  noBreakBefore: words('mim ti si comigo contigo consigo'),
  breakBefore: words(
    'e ou nem mas porém que se porque pois embora como quando onde enquanto quem qual quais',
    'ante após até com contra de desde em entre para perante por sem sob sobre durante segundo',
    'ao aos à às do da dos das no na nos nas num numa pelo pela pelos pelas',
  ),
  titles: words('sr sra srs dr dra prof profa d dona são santo santa'),
  calendar: words(
    'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
    'segunda terça quarta quinta sexta sábado domingo segunda-feira terça-feira quarta-feira quinta-feira sexta-feira',
  ),
  units: words(
    metricUnits,
    'cento graus euros dólares reais cêntimos centavos metros quilómetros quilômetros centímetros gramas quilos toneladas',
    'litros segundos minutos horas dias semanas meses anos mil milhões bilhões',
    'segundo minuto hora dia semana mês ano milhão bilhão',
  ),
  negationEnds: new Set(),
}
