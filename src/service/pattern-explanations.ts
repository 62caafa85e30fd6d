/** How the measures of traps and routes are computed, in words. */
import type { AnalysisDocument } from '../contract/analysis.ts'

type Explanation = Readonly<AnalysisDocument['explanations'][number]>

const RECOGNITION = ['people.performance_rating', 'people.comp_ratio', 'history.level']

export const PATTERN_EXPLANATIONS: readonly Explanation[] = [
  {
    figure: 'reach',
    formula:
      'Distinct other people who used what somebody made in at least 3 distinct months of the window. Use by nearly everybody in nearly every month is mandatory and stands apart.',
    source: null,
    inputs: ['contributions.uses', 'contributions.artifact'],
  },
  {
    figure: 'secondOrderReach',
    formula:
      'Katz centrality over who uses whose work: the sum over users of 1 + a x their own value, a being 0.5 over the largest eigenvalue of the network.',
    source: 'Katz 1953',
    inputs: ['contributions.uses', 'contributions.artifact'],
  },
  {
    figure: 'lift',
    formula:
      'Monthly build effort of adopters after adoption less before, less the same of comparable people who had not adopted yet; mean with its 95 % interval, and whether both went alike before. It is shown and decides no flag.',
    source: 'Card and Krueger 1994; Roth et al. 2023',
    inputs: ['contributions.uses', 'contributions.kind'],
  },
  {
    figure: 'leverage',
    formula: 'The lower of two mid-ranks among peers: enabling effort without reviews, and reach.',
    source: null,
    inputs: ['reach', 'contributions.kind', 'people.role_family', 'people.level'],
  },
  {
    figure: 'recognition',
    formula:
      'The mean of what there is of the mid-ranks of the last rating, of pay in its band, and of how soon promotions came; at least two are needed. Gap: leverage less recognition.',
    source: null,
    inputs: RECOGNITION,
  },
  {
    figure: 'fade',
    formula: 'Median of all slopes between the enabling effort of the last four quarters, and the chance of so steady a fall without one.',
    source: 'Theil 1950; Sen 1968; Mann 1945; Kendall 1975',
    inputs: ['contributions.kind', 'contributions.occurred_at'],
  },
  {
    figure: 'handsOnRatio',
    formula:
      'Hours of build, enable and decide per active week of the last 26 weeks since the move over those of the 52 weeks before it, divided by the same of contributors of the unit in the same weeks.',
    source: null,
    inputs: ['history.track', 'history.title', 'contributions.kind', 'meetings.meeting_hours', 'people.leave_from'],
  },
  {
    figure: 'changePoint',
    formula: 'The week that splits hands-on hours into two levels with the least squared deviation from each.',
    source: 'Bai 1994',
    inputs: ['contributions.occurred_at', 'contributions.kind'],
  },
  {
    figure: 'systemsThinkerIndex',
    formula:
      'The mean of the mid-ranks of what there is of five blocks within the role family: one head, system span, unusual speed, taste, role breadth; at least three. Title, level and tenure are left out.',
    source: null,
    inputs: ['oneHead', 'systemSpan', 'unusualSpeed', 'taste', 'roleBreadth'],
  },
  {
    figure: 'oneHead',
    formula:
      'Entropy of effort over deciding, designing, dividing, doing and enabling within the same work items, and the share of items in which somebody covers three or more of them with at most one handoff.',
    source: 'Shannon 1948',
    inputs: ['contributions.work_item', 'contributions.kind', 'work_items.handoffs'],
  },
  {
    figure: 'systemSpan',
    formula: 'exp(entropy) of effort over systems and over the units that own them: as many as equal ones would be as spread out.',
    source: 'Hill 1973, order 1',
    inputs: ['contributions.component', 'components.owner_unit'],
  },
  {
    figure: 'unusualSpeed',
    formula:
      'How much sooner items are finished than a ridge regression of log cycle time on log size, people taking part and system foretells. Items opened after the fact, and epics open for years, are left out.',
    source: 'Hoerl and Kennard 1970',
    inputs: ['work_items.finished_at', 'work_items.opened_at', 'work_items.size', 'contributions.participants'],
  },
  {
    figure: 'taste',
    formula: 'The lower end of the one-sided 95 % range of the share of decided decisions that worked.',
    source: 'Wilson 1927',
    inputs: ['contributions.outcome'],
  },
  {
    figure: 'roleBreadth',
    formula: 'How many trades somebody had before the window ended, seniority words and titles of managers left out.',
    source: 'after Lazear 2005, as a count',
    inputs: ['history.title'],
  },
  {
    figure: 'chanceCount',
    formula:
      'How many people of a group of this size would reach the index if each block were dealt out among them at random (100,000 draws, the same each time).',
    source: null,
    inputs: ['systemsThinkerIndex'],
  },
  {
    figure: 'steadiness',
    formula:
      'The share of 200 draws of weeks within each person, with replacement, in which the flag is still raised. Authorship and ownership stay as they are. It is no probability.',
    source: 'Efron 1979',
    inputs: ['contributions.occurred_at'],
  },
  {
    figure: 'promotion',
    formula:
      'The low, middle and high hands-on ratio of this organisation’s own past moves, applied to what somebody does now: hours, systems and reach that may be lost.',
    source: null,
    inputs: ['handsOnRatio', 'keepers', 'reach'],
  },
]
