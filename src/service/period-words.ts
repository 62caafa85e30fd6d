/** Why a day is told otherwise, in sentences with numbers: from one record of it to the next. */
import { isoDate } from '../domain/calendar.ts'
import type { InputCounts } from './dataset/dataset-digest.ts'
import { type PeriodRecord, personThen } from './period-record.ts'
import { countOf } from './spoken-numbers.ts'

const COUNTED: Readonly<Record<keyof InputCounts, readonly [one: string, several: string]>> = {
  contributions: ['contribution', 'contributions'],
  meetingWeeks: ['week of meetings', 'weeks of meetings'],
  people: ['person of the people file', 'people of the people file'],
  jobEvents: ['job event', 'job events'],
  workItems: ['work item', 'work items'],
  components: ['system of the components file', 'systems of the components file'],
}

/** The same day from other records. */
export function dataWords(before: PeriodRecord, after: PeriodRecord): string[] {
  const day = isoDate(after.asOf)
  // The keys of COUNTED are those of the counts.
  const differences = (Object.keys(COUNTED) as (keyof InputCounts)[]).flatMap(kind => {
    const more = after.data.counts[kind] - before.data.counts[kind]
    return more === 0 ? [] : [`${countOf(Math.abs(more), ...COUNTED[kind])} ${more > 0 ? 'more' : 'fewer'}`]
  })
  const what = differences.length === 0 ? 'as many rows, some of them with other content' : differences.join(', ')
  return [`The records dated up to ${day} are not those it was first told from: ${what}.`]
}

/** The same day by another rule. */
export function settingsWords(before: PeriodRecord, after: PeriodRecord): string[] {
  const names = [...new Set([...Object.keys(before.method.settings), ...Object.keys(after.method.settings)])].sort()
  const changed = names.filter(name => before.method.settings[name] !== after.method.settings[name])
  const value = ({ method }: PeriodRecord, name: string) => String(method.settings[name] ?? 'not set')
  return [
    ...(before.method.version === after.method.version
      ? []
      : [`The method has changed from version ${before.method.version} to ${after.method.version}.`]),
    ...changed.map(name => `The setting ${name} was ${value(before, name)} and is ${value(after, name)}.`),
  ]
}

/** A later day from the same records by the same rule. */
export function workWords(before: PeriodRecord, after: PeriodRecord): string[] {
  const between = `Between ${isoDate(before.asOf)} and ${isoDate(after.asOf)}`
  const people = after.people.ids.map(id => ({ was: personThen(before, id), is: personThen(after, id)! }))
  const active = people.filter(({ was, is }) => is.contributions > (was?.contributions ?? 0)).length
  const contributions = after.data.counts.contributions - before.data.counts.contributions
  const joined = people.filter(({ was, is }) => is.employed === true && was?.employed !== true).length
  const left = people.filter(({ was, is }) => is.employed === false && was?.employed === true).length
  return [
    `${between} ${countOf(contributions, 'contribution', 'contributions')} of ${countOf(active, 'person', 'people')} came in.`,
    ...(joined + left === 0 ? [] : [`${countOf(joined, 'person', 'people')} joined, ${countOf(left, 'person', 'people')} left.`]),
    ...(before.plansKnown === after.plansKnown
      ? []
      : ['Who was about to be misrouted is not compared: no record says since when a move was planned.']),
  ]
}
