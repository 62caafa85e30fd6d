/** How each figure is computed, in words, as data beside the figures. docs/method.md says the same at length. */
import type { AnalysisDocument } from '../contract/analysis.ts'
import { LEADERSHIP_EXPLANATIONS } from './leadership-explanations.ts'
import { PATTERN_EXPLANATIONS } from './pattern-explanations.ts'

type Explanation = Readonly<AnalysisDocument['explanations'][number]>

export const EXPLANATIONS: readonly Explanation[] = [
  {
    figure: 'modes',
    formula: 'Effort in hours per mode of work (build, enable, decide, coordinate, govern) over the window, as shares that sum to 1.',
    source: null,
    inputs: ['contributions.kind', 'contributions.hours', 'contributions.size', 'meetings.meeting_hours'],
  },
  {
    figure: 'buildPace',
    formula:
      'Build effort per active week and full-time equivalent, and its mid-rank in the cohort; shown shrunk towards the middle by n / (n + 4).',
    source: null,
    inputs: ['contributions', 'people.fte', 'people.role_family', 'people.level'],
  },
  {
    figure: 'author',
    formula:
      'Degree of authorship = 3.293 + 1.098 x added it + 0.164 x own changes - 0.321 x ln(1 + changes by others); an author has more than 75 % of the highest, and at least 3.293 or added it.',
    source: 'Fritz et al. 2010, 2014; Avelino et al. 2016',
    inputs: ['contributions.artifact', 'contributions.change', 'contributions.previous_artifact'],
  },
  {
    figure: 'truckFactor',
    formula:
      'Authors are removed, those of most artifacts first, until under 50 % of the artifacts in scope have an author left; the number removed.',
    source: 'Avelino et al. 2016; members pruned below 10 % of the first as in their tool since 2018',
    inputs: ['author', 'artifacts.status'],
  },
  {
    figure: 'currentTruckFactor',
    formula: 'The same, starting with the authors who are employed at the as-of date by the people file. Unknown without a people file.',
    source: null,
    inputs: ['author', 'people.hire_date', 'people.termination_date', 'people.employment_status'],
  },
  {
    figure: 'knowledgeAtRisk',
    formula:
      'Random groups of a tenth of the authors who are here (at least one) leave at once: the share of artifacts without an author afterwards that had one, as the most that is lost in 95 of 100 groups, and the mean of the 5 worst. Every group where there are at most 1,000, else 1,000 seeded draws.',
    source: 'Rigby et al. 2016',
    inputs: ['author', 'people.hire_date', 'people.termination_date', 'people.employment_status'],
  },
  {
    figure: 'keepers',
    formula:
      'One: without this person at least half of the artifacts that have an author here have none, they did at least half of the effort of 24 months, and nobody else did more than two thirds of theirs. None: half of the artifacts had an author once, and under half have one who is still here.',
    source: 'after Jabrayilzade et al. 2022; Rigby et al. 2016',
    inputs: ['author', 'effort', 'people.termination_date'],
  },
  {
    figure: 'exposure',
    formula: 'criticality / 5 x share of artifacts left without an author; of a person, the highest over the systems they keep.',
    source: null,
    inputs: ['keepers', 'components.criticality'],
  },
  {
    figure: 'effectiveContributors',
    formula: '1 / sum of squared shares of effort: as many equal contributors would be as spread out.',
    source: 'Hill 1973, order 2',
    inputs: ['effort'],
  },
  {
    figure: 'absenceFactor',
    formula: 'The fewest people who together made half of the contributions.',
    source: 'CHAOSS, contributor absence factor',
    inputs: ['contributions'],
  },
  {
    figure: 'singleAuthorRatio',
    formula: 'Artifacts with exactly one author / artifacts in scope.',
    source: 'Avelino et al. 2016',
    inputs: ['author', 'artifacts.status'],
  },
  {
    figure: 'network',
    formula:
      'People are linked by work items they share, by pieces of work that name participants, and by lasting use; an occasion of n people gives each pair 1 / (n - 1). Constraint: sum over partners of (own share of them + shares of them through other partners)^2. Effective size: partners less the mean number of links among them. Core: the largest k with k partners each. Betweenness: share of the shortest ways between two others.',
    source: 'Newman 2001; Burt 1992; Borgatti 1997; Batagelj and Zaversnik 2003; Brandes 2001; Brandes and Pich 2007',
    inputs: ['contributions.work_item', 'contributions.participants', 'contributions.uses'],
  },
  {
    figure: 'loadBearingHours',
    formula:
      'Hours of coordination in the window by people in governance, or tied to a regulated system, to an item with governing work, or to an item that was finished and in which two or more units worked. Optional: tied to a system or a finished item, and to none of these. The rest is told to be neither.',
    source: null,
    inputs: ['contributions.kind', 'contributions.work_item', 'work_items.finished_at', 'components.regulated', 'people.governance'],
  },
  {
    figure: 'bound',
    formula:
      'Poisson regression of finished items a month on full-time people, over whole months that are no standstill. Communication: the 95 % interval of the elasticity is under the line, and much of the cycle time is waiting for the next person or items change hands often. Compute: the interval is over the line, and little is. Otherwise undecided.',
    source: 'Santos Silva and Tenreyro 2006; Wedderburn 1974; Brooks 1975',
    inputs: ['work_items.finished_at', 'work_items.opened_at', 'contributions.work_item', 'people.hire_date', 'history.org_unit'],
  },
  {
    figure: 'roleCompression',
    formula:
      'Trades of several people who changed to another trade within the unit and that nobody there holds any more; meeting hours a person and week since the last of these changes over those before the first, less 1.',
    source: null,
    inputs: ['history.title', 'people.title', 'meetings.meeting_hours'],
  },
  {
    figure: 'promotionSignal',
    formula:
      'Promotions by what the promoted had mostly done in the year before (build, enable or coordinate), beside what people there mostly do; the median change of the share of hands-on effort from the year before to the year after.',
    source: null,
    inputs: ['history.reason', 'history.level_rank', 'contributions.kind'],
  },
  ...PATTERN_EXPLANATIONS,
  ...LEADERSHIP_EXPLANATIONS,
]
