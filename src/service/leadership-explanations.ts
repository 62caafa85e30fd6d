/** How the figures on leaders, on work with agents, of the fairness check and on stability are computed, in words. */
import type { AnalysisDocument } from '../contract/analysis.ts'

type Explanation = Readonly<AnalysisDocument['explanations'][number]>

export const LEADERSHIP_EXPLANATIONS: readonly Explanation[] = [
  {
    figure: 'proximity',
    formula:
      'Mean of three shares: weeks with own work that changes an artifact, out of the last 26 at work; decisions on their systems that they took part in, out of those that name who did; months in which a review of theirs changed what was made. Each since they came, leave left out, held against part time. An unknown one counts as 0.5; with fewer than two nothing is told.',
    source: null,
    inputs: [
      'contributions.kind',
      'contributions.participants',
      'contributions.outcome',
      'people.accountable_for',
      'components.owner_unit',
      'people.fte',
    ],
  },
  {
    figure: 'freshness',
    formula: 'Weeks with hands-on work over all weeks on record outside leave, each counting half for each 26 weeks back.',
    source: null,
    inputs: ['contributions.kind', 'people.leave_from'],
  },
  {
    figure: 'accountableButDistant',
    formula: 'The highest criticality / 5 of what they answer for (AI counts as 4 of 5), x (1 - proximity).',
    source: null,
    inputs: ['people.accountable_for', 'components.owner_unit', 'components.criticality', 'proximity'],
  },
  {
    figure: 'playerCoach',
    formula:
      'Has reports, hands-on work in half of the last 26 weeks or more, and more hours of it per active week at full time than the median individual contributor below them (under three: of the unit, else of the role family).',
    source: null,
    inputs: ['people.manager_id', 'effort', 'people.fte'],
  },
  {
    figure: 'rebuild',
    formula:
      'Ready: an author there (without artifacts, a tenth of the work of 24 months), a change within 26 weeks, two phases covered in 24 months, and own work with agents where agents make a quarter of the changes. Rusty: some of it. No evidence: never changed anything there.',
    source: null,
    inputs: ['author', 'contributions.kind', 'contributions.agent', 'components.core'],
  },
  {
    figure: 'leaderLift',
    formula:
      'Change of build hours a month and member, six months after the leader came less six before, less the mean change of units without a new leader then; the interval is as wide as those units differ.',
    source: 'Conley and Taber 2011',
    inputs: ['effort', 'people.org_unit', 'people.hire_date', 'history.org_unit'],
  },
  {
    figure: 'adoption',
    formula:
      'People with work of agents, or that prepares it, or with any agent action that a tool counted, over people who are there and were at work in eight weeks of the window.',
    source: 'Wilson 1927 for the interval',
    inputs: ['contributions.agent', 'contributions.kind', 'meetings.agent_actions'],
  },
  {
    figure: 'integration',
    formula:
      'Of the same people, those of whom over half of the weeks with work of agents had a brief and an evaluation within 4 weeks and configuration within 13, by them or for the same system.',
    source: 'Wilson 1927 for the interval',
    inputs: ['contributions.agent', 'contributions.kind', 'contributions.component', 'contributions.uses'],
  },
  {
    figure: 'briefingGap',
    formula: 'Adoption less integration, as a share of the same people.',
    source: null,
    inputs: ['adoption', 'integration'],
  },
  {
    figure: 'speedWithoutEyes',
    formula:
      'Over the last 26 weeks against the 26 before: at least 20 pieces through agents, 1.5 times as many, ten points more of all work; and reviews and evaluations per piece at 0.7 or less, or 1.5 times as much taken back; both beyond chance (z of 2.58) and beyond what became of those without more work through agents.',
    source: null,
    inputs: ['contributions.agent', 'contributions.kind', 'contributions.component', 'contributions.artifact', 'contributions.outcome'],
  },
  {
    figure: 'adverseImpactRatio',
    formula: 'Share flagged in the group and among everybody else who could be flagged: the lower over the higher. Under 0.8: four fifths.',
    source: 'Uniform Guidelines on Employee Selection Procedures 1978',
    inputs: ['people.demographic_*', 'flags'],
  },
  {
    figure: 'fisherMidP',
    formula: 'Sum of the probabilities of all tables with these margins that are less likely than this one, and half of those as likely.',
    source: 'Fisher 1935; Lancaster 1961',
    inputs: ['people.demographic_*', 'flags'],
  },
  {
    figure: 'stability',
    formula:
      'Share of the flags of a pattern and band that are still raised with every threshold a tenth stricter; looser ones only add flags.',
    source: null,
    inputs: ['flags'],
  },
]
