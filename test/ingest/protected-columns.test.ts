import { describe, expect, test } from 'vitest'
import { mapHeaders } from '../../src/ingest/mapping.ts'
import { protectionOf } from '../../src/ingest/protected-columns.ts'

describe('protected columns', () => {
  test.each(
    `demographic_gender, Gender, Sex, Geschlecht, Sexe, Sexo, Ethnicity, RaceDesc, Nationality, Staatsangehörigkeit,
    Nationalité, Nacionalidad, Religion, Konfession, Disability, Schwerbehinderung, Handicap, Veteran Status,
    Sexual Orientation, Union Membership, Age Band, AgeGroup, age-range, Altersgruppe, Generation, demographic_age_band,
    Country of Birth, demographic_shoe_size, Pronouns, Visa Status, Military status, GdB, RQTH`.split(/,\s+/),
  )('%s is put apart', header => expect(protectionOf(header)?.treatment).toBe('quarantined'))

  test.each(
    `Age, employee age, Alter, Âge, Edad, Date of Birth, BirthDate, DOB, Geburtsdatum, Date de naissance, Fecha de nacimiento,
    Marital Status, Familienstand, Pregnancy, Schwangerschaft, Leave Type, Leave reason, Sick days, Health, Krankheitstage,
    Sentiment, Survey Score, Engagement, EngagementScore, Wellbeing, mood, eSat, After_hours_collaboration_hours, Keystrokes,
    demographic_age, Work-Life Balance, Emotion, demographic_marital_status, Steuerklasse, Kinder, Nombre d’enfants, Blood Type, Smoker,
    Maiden name, Absence Days, Bradford Factor, LOA Reason`.split(/,\s+/),
  )('%s is not stored', header => expect(protectionOf(header)?.treatment).toBe('not_stored'))

  test.each(
    `name, title, leave_from, leave_to, Usage, Stage, Language, Average, Manager, Percentage, demotion, Technical lead, Package,
    agenda, Message, page, trace, Essex office, healthy_services, Child issue, Parent id, Tax code, Nom, Visa project`.split(/,\s+/),
  )('%s is ordinary', header => expect(protectionOf(header)).toBeNull())

  test('the attribute is the folded header without the prefix', () => {
    expect(protectionOf('Demographic Age-Band')).toEqual({
      header: 'Demographic Age-Band',
      attribute: 'age_band',
      treatment: 'quarantined',
    })
  })

  test('outside people files they are not stored at all', () => {
    const { protectedColumns } = mapHeaders('meetings', ['person', 'week', 'meeting_hours', 'gender'])
    expect(protectedColumns).toEqual([{ header: 'gender', attribute: 'gender', treatment: 'not_stored' }])
  })
})
