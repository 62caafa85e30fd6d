/** How each figure is computed, in words, as data beside the figures. docs/method.md says the same at length. */
import type { AnalysisDocument } from '../contract/analysis.ts'

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
]
