/**
 * Columns the law and decency keep out of scores: groups are put apart for the adverse-impact check,
 * and what nobody should collect for this purpose is not stored at all.
 */
import { foldHeader } from './headers.ts'

export interface ProtectedColumn {
  /** As the file spells it. */
  readonly header: string
  /** The folded header, `demographic_` removed. */
  readonly attribute: string
  readonly treatment: 'quarantined' | 'not_stored'
}

const PREFIX = 'demographic_'

/** Bands and cohorts of age: groups, unlike an age. Compared without `_`. */
const AGE_BANDS =
  /^(?:employee)?(?:age(?:band|group|grp|range|bracket|category|cohort|class)|generation|altersgruppe|altersklasse|altersband|tranchedage|grupodeedad|rangodeedad)$/

/** Found anywhere in the name without `_`. */
const NOT_STORED_PARTS = `
  dateofbirth birthdate birthday birthyear yearofbirth birthmonth dayofbirth geburts naissance nacimiento cumpleanos
  marital maritalstatus civilstatus familienstand zivilstand etatcivil estadocivil situationfamiliale
  situationmatrimoniale pregnan maternity paternity parentalleave schwanger mutterschutz elternzeit grossesse
  congematernite embarazo healthstatus healthcondition healthdata medical diagnosis sickleave sickday sickness illness
  gesundheit krankheit krankentage krankenstand maladie enfermedad leavetype typeofleave leavekind kindofleave leavereason
  reasonforleave absencetype absencereason sentiment survey umfrage encuesta enquete engagement wellbeing wohlbefinden
  bienetre bienestar burnout stresslevel stressscore happiness zufriedenheit jobsatisfaction employeesatisfaction
  afterhours outofhours weekendwork weekendhours weekendcollab keystroke mouseactivity screenshots tastenanschl
  worklifebalance speakmymind overtime ueberstunden kirchensteuer steuerklasse kindergeld kinderfreibetrag enfants
  familybackground familystatus numberofchildren married over18 empsatisfaction environmentsatisfaction
  maidenname nomdejeunefille apellidodesoltera bradford absencedays daysabsent joursdabsence loareason loatype
  relationshipsatisfaction worksatisfaction absenteeism absentisme absentismo fehlzeiten fehltage bloodgroup bloodtype blutgruppe groupesanguin gruposanguineo
`
  .trim()
  .split(/\s+/)

/** Whole words of the name. */
const NOT_STORED_WORDS = new Set(
  `
  age edad alter dob birth health sante salud mood emotion emotions emotional stimmung esat enps pulse stress keylog
  pregnant blood smoker raucher fumeur fumador children kinder hijos absences
  salutation anrede civilite tratamiento
`
    .trim()
    .split(/\s+/),
)

const QUARANTINED_PARTS = `
  gender geschlecht ethnic ethnie etnia etnica nationalit nationality nacionalidad citizenship staatsangehoerig
  staatsangehorig staatsburger staatsbuerger citoyennete ciudadania religio konfession disabilit disabled behinder
  handicap discapacidad veteran sexualorient sexuelleorient orientationsexuelle orientacionsexual unionmember tradeunion
  gewerkschaft syndica sindica hispanic transgender countryofbirth placeofbirth migrationshintergrund politicalaffil
  politicalopinion indigenous racial visastatus visatype workpermit immigration aufenthaltstitel aufenthaltserlaubnis
  titredesejour
`
  .trim()
  .split(/\s+/)

const QUARANTINED_WORDS = new Set(
  `
  sex sexe sexo genre genero race raza rasse herkunft lgbt lgbtq lgbtqia pronouns pronoun caste creed union minority
  minorities diverse diversity citizen tribe military gdb rqth
`
    .trim()
    .split(/\s+/),
)

/** What is done with a column of this name; null for an ordinary one. */
export function protectionOf(header: string): ProtectedColumn | null {
  const folded = foldHeader(header)
  const attribute = folded.startsWith(PREFIX) ? folded.slice(PREFIX.length) : folded
  const plain = withoutAccents(attribute)
  const squeezed = plain.replaceAll('_', '')
  const words = [...plain.split('_'), ...withoutAccents(foldHeader(splitCamelCase(header))).split('_')]
  const found = (treatment: ProtectedColumn['treatment']): ProtectedColumn => ({ header, attribute, treatment })

  if (AGE_BANDS.test(squeezed)) return found('quarantined')
  if (/(?:country|place|city)ofbirth/.test(squeezed)) return found('quarantined')
  if (NOT_STORED_PARTS.some(part => squeezed.includes(part)) || words.some(word => NOT_STORED_WORDS.has(word))) return found('not_stored')
  const isGroup =
    folded.startsWith(PREFIX) || QUARANTINED_PARTS.some(part => squeezed.includes(part)) || words.some(word => QUARANTINED_WORDS.has(word))
  return isGroup ? found('quarantined') : null
}

const splitCamelCase = (header: string) => header.replace(/(\p{Ll})(\p{Lu})/gu, '$1_$2')
const withoutAccents = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('ß', 'ss')
