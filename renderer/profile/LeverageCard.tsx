/** Recognition beside leverage: two measures of the same work, with the inputs of each. */
import { formatCount, formatDecimal, formatPlural, formatShare } from '../format.ts'
import type { Leverage } from '../people/answers.ts'
import { Unknown } from '../components/Unknown.tsx'
import { FactList } from '../systems/FactList.tsx'
import styles from './LeverageCard.module.css'
import frame from './ProfileFacts.module.css'

const INPUT_WORDS: Readonly<Record<Leverage['recognitionInputs'][number]['input'], string>> = {
  rating: 'Rating',
  comp_ratio: 'Pay in its band',
  promotion_pace: 'Pace of promotion',
}

export function LeverageCard({ leverage }: { leverage: Leverage }) {
  const { enablingEffort, reach, recognitionInputs, fade, lift } = leverage
  return (
    <section className={frame.panel}>
      <h2>Recognition beside leverage</h2>
      <Pair label="Leverage" share={leverage.leverage} because="Use by others is not recorded." tone="leverage" />
      <Pair label="Recognition" share={leverage.recognition} because="Two of rating, pay and promotion are needed." tone="recognition" />
      <p className={styles.note}>
        Where each stands among peers, from 0 to 100 %.
        {leverage.gap !== null &&
          leverage.gap > 0 &&
          ` Recognition lags by ${formatCount(Math.round(leverage.gap * 100))} points; the records do not say why.`}
      </p>
      <FactList
        facts={[
          {
            label: 'People who build on it',
            value: reach?.value ?? null,
            format: formatCount,
            unknownBecause: 'Use by others is not recorded.',
            note: [
              'in three or more months',
              leverage.mandatoryReach !== null && leverage.mandatoryReach > 0
                ? `${formatCount(leverage.mandatoryReach)} of them because it is mandatory`
                : '',
            ]
              .filter(Boolean)
              .join('; '),
          },
          {
            label: 'Enabling effort',
            value: enablingEffort?.value ?? null,
            format: hours => `${formatCount(hours)} h`,
            unknownBecause: 'No enabling effort is recorded.',
            note: enablingEffort ? `reviews apart; beside ${formatPlural(enablingEffort.members, 'peer')}` : '',
          },
          ...recognitionInputs.map(({ input, percentile }) => ({
            label: INPUT_WORDS[input],
            value: percentile,
            format: (share: number) => `above ${formatShare(share)}`,
            unknownBecause: '',
          })),
          ...(lift
            ? [
                {
                  label: 'Build hours a month after adoption',
                  value: lift.hoursPerMonth,
                  format: formatDecimal,
                  unknownBecause: '',
                  note: `${formatDecimal(lift.interval.low)} to ${formatDecimal(lift.interval.high)} with 95 % confidence${lift.parallelTrends ? '' : '; the groups differed before'}`,
                },
              ]
            : []),
          ...(fade
            ? [
                {
                  label: 'Change of enabling a quarter',
                  value: fade.slopePerQuarter,
                  format: (hours: number) => `${hours > 0 ? '+' : ''}${formatDecimal(hours)} h`,
                  unknownBecause: '',
                  note: fadeWords(fade),
                },
              ]
            : []),
        ]}
      />
    </section>
  )
}

const CLEAR_P = 0.1

function fadeWords({ slopePerQuarter, mannKendallP }: NonNullable<Leverage['fade']>): string {
  if (mannKendallP >= CLEAR_P) return 'no clear trend over the last quarters'
  return slopePerQuarter < 0 ? 'enabling work is fading' : 'enabling work is growing'
}

function Pair({ label, share, because, tone }: { label: string; share: number | null; because: string; tone: 'leverage' | 'recognition' }) {
  return (
    <div className={styles.pair}>
      <span>{label}</span>
      <span className={styles.track} aria-hidden="true">
        {share !== null && <span className={styles[tone]} style={{ inlineSize: `${share * 100}%` }} />}
      </span>
      <b>{share === null ? <Unknown because={because} /> : formatShare(share)}</b>
    </div>
  )
}
