/** Overview: what changed since the last quarter, open risks, how good the data is, and what to do next. Each figure leads to its list. */
import { ChevronRight } from 'lucide-react'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { Button } from '../components/Button.tsx'
import { Link } from '../components/Link.tsx'
import { ScreenHeader } from '../components/ScreenHeader.tsx'
import { VerdictMark } from '../components/VerdictMark.tsx'
import { Waiting } from '../components/Waiting.tsx'
import { formatCount, formatDate, formatPlural } from '../format.ts'
import { EVERY_SYSTEM, QUALITY, VERDICT_FILTERS } from '../navigation/address.ts'
import { FlagMark } from '../people/FlagMark.tsx'
import { EVERYBODY } from '../people/people-query.ts'
import { bandWords, flagsOf } from '../settings/count-words.ts'
import { NothingYet } from '../shell/NothingYet.tsx'
import { ScreenFailure } from '../shell/ScreenFailure.tsx'
import type { Workspace } from '../shell/workspace-store.ts'
import { useStores } from '../stores.tsx'
import { SinceQuarter } from './SinceQuarter.tsx'
import styles from './OverviewScreen.module.css'
import type { Counts, Quality, Summary } from './overview-store.ts'
import { nextActions, qualityLine } from './overview-words.ts'

export function OverviewScreen() {
  const { overview: store, workspace } = useStores()
  const { summary, counts, quality, since, failure, load, compute } = useStore(store)
  const { dataVersion, workspace: open, job } = useStore(workspace)
  const asOf = open?.analysis.asOf ?? null
  const isAnalysed = open !== null && open !== undefined && open.analysis.status !== 'none'
  const showsPeople = open?.scope.shows === 'people'
  const reload = () => {
    if (isAnalysed && asOf !== null) void load(asOf, showsPeople)
  }
  useEffect(() => {
    if (isAnalysed && asOf !== null) void load(asOf, showsPeople)
  }, [isAnalysed, asOf, showsPeople, load, dataVersion])
  return (
    <>
      <ScreenHeader title="Overview" hint={asOf === null ? undefined : `As of ${formatDate(asOf)}`} />
      {open && !isAnalysed ? (
        <NothingYet workspace={open} title="Bring in files to see where work hangs on one person">
          <p>Contributions are enough to begin with. A people file says who is still here; a components file says what matters.</p>
        </NothingYet>
      ) : (
        <div className={styles.scroll} data-scroll="overview">
          <ScreenFailure failure={failure} onRetry={reload} />
          {!summary && !failure && <Waiting>Reading the overview</Waiting>}
          {open && summary && quality && (
            <div className={styles.page}>
              <div className={styles.column}>
                <Systems summary={summary} />
                {counts && <Flags counts={counts} />}
              </div>
              <div className={styles.column}>
                {showsPeople && <SinceQuarter since={since} isBusy={job !== null} onCompute={days => void compute(days)} />}
                <QualityPart quality={quality} />
                <Next open={open} summary={summary} counts={counts} quality={quality} />
              </div>
            </div>
          )}
        </div>
      )}
    </>
  )
}

function Systems({ summary: { verdicts, keyPersonRisks } }: { summary: Summary }) {
  return (
    <section className={styles.part} aria-labelledby="overview-systems">
      <h2 id="overview-systems">Open risks: systems</h2>
      <p className={styles.figure}>
        <Link to={{ screen: 'systems', query: { ...EVERY_SYSTEM, verdict: 'one', mattersOnly: true } }}>{formatCount(keyPersonRisks)}</Link>
        <span>{keyPersonRisks === 1 ? 'system that matters, or may, hangs' : 'systems that matter, or may, hang'} on one person</span>
      </p>
      <ul className={styles.rows}>
        {VERDICT_FILTERS.map(verdict => (
          <li key={verdict}>
            <Link to={{ screen: 'systems', query: { ...EVERY_SYSTEM, verdict } }} focusName={`verdict:${verdict}`}>
              <VerdictMark verdict={verdict} />
              <b>{formatCount(verdicts[verdict])}</b>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Flags({ counts }: { counts: Counts }) {
  return (
    <section className={styles.part} aria-labelledby="overview-flags">
      <h2 id="overview-flags">Open risks: how work is routed</h2>
      <p className={styles.lead}>Flags describe work and systems. Each is a question to ask, never a grade.</p>
      <ul className={styles.rows}>
        {counts.patterns.map(one => (
          <li key={one.pattern}>
            <Link to={{ screen: 'people', query: { ...EVERYBODY, flags: [one.pattern] } }} focusName={`flag:${one.pattern}`}>
              <FlagMark pattern={one.pattern} />
              <span className={styles.bands}>{bandWords(one.inResult)}</span>
              <b>{formatCount(flagsOf(one.inResult))}</b>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function QualityPart({ quality }: { quality: Quality }) {
  return (
    <section className={styles.part} aria-labelledby="overview-quality">
      <h2 id="overview-quality">Data quality</h2>
      <p>{qualityLine(quality)}</p>
      <Link to={QUALITY} className={styles.more}>
        What every figure rests on <ChevronRight size={12} aria-hidden="true" />
      </Link>
    </section>
  )
}

interface NextProps {
  open: Workspace
  summary: Summary
  counts: Counts | null
  quality: Quality
}

function Next({ open, summary, counts, quality }: NextProps) {
  const { workspace } = useStores()
  const isStale = open.analysis.status === 'stale'
  const { analyse, job } = useStore(workspace)
  const actions = nextActions({ summary, counts, quality })
  return (
    <section className={styles.part} aria-labelledby="overview-next">
      <h2 id="overview-next">Next</h2>
      <ol className={styles.actions}>
        {isStale && (
          <li>
            <Button onPress={() => void analyse()} disabledReason={job ? 'Something is being computed now.' : null}>
              Recalculate
            </Button>
            <span>Results are from before the last change of data or rules.</span>
          </li>
        )}
        {actions.map(({ label, why, to }) => (
          <li key={label}>
            <Link to={to} focusName={`next:${label}`}>
              {label}
            </Link>
            <span>{why}</span>
          </li>
        ))}
      </ol>
      <p className={styles.lead}>
        {formatPlural(open.counts.liveImports, 'import counts', 'imports count')}, {formatPlural(open.counts.contributions, 'contribution')}{' '}
        in all.
      </p>
    </section>
  )
}
