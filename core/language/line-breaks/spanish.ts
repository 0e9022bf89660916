import { type LineBreakWords, metricUnits, words } from './words.ts'

/**
 * Simple prepositions (en.wikipedia.org/wiki/Spanish_prepositions, without the archaic ones), articles and contractions,
 * determiners, conjunctions, clitic and subject pronouns, forms of the auxiliaries; "no" before its verb.
 */
export const spanish: LineBreakWords = {
  noBreakAfter: words(
    'el la los las lo un una unos unas al del este esta estos estas ese esa esos esas aquel aquella aquellos aquellas',
    'mi mis tu tus su sus nuestro nuestra nuestros nuestras vuestro vuestra vuestros vuestras',
    'algún alguna algunos algunas ningún ninguna cada cualquier todo toda todos todas varios varias otro otra otros otras',
    'mucho mucha muchos muchas poco poca pocos pocas qué cuánto cuánta cuántos cuántas cuyo cuya cuyos cuyas',
    'a ante bajo con contra de desde durante en entre hacia hasta mediante para por según sin sobre tras',
    'y e o u ni pero sino que si porque pues aunque como cuando donde mientras',
    'yo tú él ella nosotros nosotras vosotros vosotras ellos ellas usted ustedes me te se le les nos os',
    'he has ha hemos habéis han había habías habíamos habían soy eres es somos sois son era eran fue fueron',
    'estoy estás está estamos estáis están estaba estaban voy vas va vamos vais van puede pueden debe deben',
    'no muy tan más menos',
    'sr sra srta dr dra don doña san santa',
    'gran buen mal primer primera primero primeros primeras segundo segunda tercer tercera último última últimos últimas',
    'nuevo nueva nuevos nuevas viejo vieja antiguo antigua mejor peor mismo misma mismos mismas',
  ),
  noBreakBefore: words('mí ti sí conmigo contigo consigo'),
  breakBefore: words(
    'y e o u ni pero sino que si porque pues aunque como cuando donde mientras quien quienes cual cuales',
    'a ante bajo con contra de desde durante en entre hacia hasta mediante para por según sin sobre tras al del',
  ),
  titles: words('sr sra sres srta dr dra d dña don doña san santa prof profa'),
  calendar: words(
    'enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre',
    'lunes martes miércoles jueves viernes sábado domingo',
  ),
  units: words(
    metricUnits,
    'ciento grados euros dólares pesos céntimos metros kilómetros centímetros gramos kilos kilogramos toneladas litros',
    'segundos minutos horas días semanas meses años cientos mil millones',
    'segundo minuto hora día semana mes año millón',
  ),
  negationEnds: new Set(),
}
