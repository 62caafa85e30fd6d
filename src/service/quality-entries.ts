/** What is missing or weaker than it could be, and what that costs, in words. */
import type { Analysis } from '../analysis/analyse.ts'
import type { CoordinationHours } from '../analysis/coordination-hours.ts'
import type { PatternCoverage } from '../analysis/pattern-coverage.ts'
import type { AnalysisDocument } from '../contract/analysis.ts'
import { isoDate } from '../domain/calendar.ts'
import type { Assembled } from './dataset/assemble.ts'
import { round } from './rounding.ts'

type QualityEntry = AnalysisDocument['quality'][number]

export function qualityEntries(analysis: Analysis, assembled: Assembled): QualityEntry[] {
  const figures = analysis.coverage.filter(({ missing }) => missing.length > 0).map(figureEntry)
  return [...figures, ...findings(analysis, assembled)]
}

/** A figure or a pattern that lacks columns. */
export function figureEntry({ figure, coverage, missing }: PatternCoverage): QualityEntry {
  return {
    figure,
    coverage: round(coverage),
    missing: missing.map(({ column }) => column.replaceAll('|', ' or ')),
    cost: [...new Set(missing.map(({ cost }) => cost))].join(' '),
  }
}

const counted = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count.toLocaleString('en')} ${many}`)

/** What the rows themselves leave open, although their columns are there. */
function findings(
  { quality, whole, organisation, patterns, patternSettings }: Analysis,
  { dataset, identities, laterContributions }: Assembled,
): QualityEntry[] {
  const found: QualityEntry[] = []
  const note = (figure: string, coverage: number, cost: string) => found.push({ figure, coverage: round(coverage), missing: [], cost })
  const rows = dataset.contributions.length
  const shareOfRows = (count: number) => (rows === 0 ? 0 : 1 - count / rows)
  const { joinedContributions, unplacedArtifacts, unresolvedManagers } = identities
  if (rows === 0 && laterContributions > 0)
    note(
      'systems',
      0,
      `All contributions are dated after ${isoDate(dataset.asOf)}, so nothing is known of that day. Choose a later as-of date.`,
    )
  else if (rows === 0) note('systems', 0, 'No contribution of a person was imported: nothing is known about who works on which system.')
  if (joinedContributions !== null && joinedContributions < 1)
    note(
      'identity',
      joinedContributions,
      `${(joinedContributions * 100).toFixed(1)} % of the contributions are by people in the people file. The others do not count as employed; add their e-mails or logins to the aliases column if they are.`,
    )
  if (quality.authorsOutsideHris > 0 && joinedContributions !== null)
    note(
      'current_truck_factor',
      joinedContributions,
      `${counted(quality.authorsOutsideHris, 'author is', 'authors are')} not in the people file and left out of today's figures${whole.authorsOutsideHris > 0 ? '' : ' of some systems'}.`,
    )
  for (const { kind, rows: count } of quality.unknownKinds)
    note(
      'modes',
      shareOfRows(count),
      `${counted(count, 'contribution is', 'contributions are')} of the kind "${kind}", which is not known: no effort and no mode.`,
    )
  if (quality.rowsWithoutComponent > 0)
    note(
      'systems',
      shareOfRows(quality.rowsWithoutComponent),
      `${counted(quality.rowsWithoutComponent, 'contribution names', 'contributions name')} no system.`,
    )
  if (unplacedArtifacts > 0)
    note(
      'scope',
      1 - unplacedArtifacts / (unplacedArtifacts + quality.artifactsInScope),
      `${counted(unplacedArtifacts, 'row', 'rows')} of the artifacts file fit no system or several: add the component column.`,
    )
  if (quality.artifactsNeverAdded > 0)
    note(
      'authorship',
      1 - quality.artifactsNeverAdded / quality.artifactsInScope,
      `${counted(quality.artifactsNeverAdded, 'artifact was', 'artifacts were')} changed and never seen added: the records begin too late for them.`,
    )
  if (quality.artifactsWithoutHistory > 0)
    note(
      'authorship',
      1 - quality.artifactsWithoutHistory / quality.artifactsInScope,
      `${counted(quality.artifactsWithoutHistory, 'artifact', 'artifacts')} in scope bear no recorded change, so nobody is an author of them.`,
    )
  if (quality.recordsFrom !== null && quality.recordsShorterThan.length > 0)
    note(
      'keepers',
      0.5,
      `The contributions begin on ${isoDate(quality.recordsFrom)}: figures over ${quality.recordsShorterThan.join(', ')} rest on less time than they say.`,
    )
  for (const { kind, from } of quality.kindsStartingInWindow)
    note(
      'modes',
      0.5,
      `The first "${kind}" is of ${isoDate(from)}, within the window: a source that came later, or a move from another tool.`,
    )
  const { measures } = patterns.leaders
  const notNear = measures.filter(({ proximity }) => proximity === null).length
  if (notNear > 0)
    note(
      'leaders',
      1 - notNear / measures.length,
      `Of ${counted(notNear, 'leader', 'leaders')} it cannot be told how near the work they are: too few weeks, decisions that name who took part, or outcomes of reviews.`,
    )
  const { adoption } = patterns.agents
  if (adoption !== null && adoption.markedShare < 1)
    note(
      'agents',
      adoption.markedShare,
      `${((1 - adoption.markedShare) * 100).toFixed(1)} % of the changes do not say whether an agent made them: adoption may be higher.`,
    )
  const { network, units } = organisation
  if (network.tooLarge > 0)
    note(
      'network',
      0.5,
      `${counted(network.tooLarge, 'work item or piece of work names', 'work items and pieces of work name')} over ${patternSettings.organisation.occasionPeople} people: being named beside so many is no working relation, and links nobody.`,
    )
  const coordination = units.flatMap(unit => (unit.unit.includes('/') ? [] : (unit.coordination ?? [])))
  const hoursOf = (kind: keyof CoordinationHours) => coordination.reduce((sum, hours) => sum + hours[kind], 0)
  const untold = hoursOf('untold')
  if (untold > 0) {
    const all = untold + hoursOf('loadBearing') + hoursOf('optional')
    note(
      'coordination',
      1 - untold / all,
      `${((untold / all) * 100).toFixed(1)} % of the hours of coordination name neither a system nor a finished work item: whether they were needed is not known.`,
    )
  }
  if (unresolvedManagers.length > 0)
    note(
      'reporting_lines',
      0.5,
      `${counted(unresolvedManagers.length, 'manager reference leads', 'manager references lead')} nowhere, to several people, to the person themselves or in a circle.`,
    )
  return found
}
