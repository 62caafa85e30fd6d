/** The method in plain words: each pattern with its thresholds as they are set, then each figure with its formula and source. */
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { Link } from '../components/Link.tsx'
import { Waiting } from '../components/Waiting.tsx'
import { formatPlural } from '../format.ts'
import { SETTINGS } from '../navigation/address.ts'
import { FlagShape } from '../people/FlagMark.tsx'
import { BAND_MEANING, BANDS, PATTERN_WORDS } from '../people/patterns.ts'
import { ScreenFailure } from '../shell/ScreenFailure.tsx'
import { useStores } from '../stores.tsx'
import type { Explanation } from './answers.ts'
import { figureTitle, type PatternMethod, patternMethods, setWords, sourcesOf } from './method-words.ts'
import styles from './MethodView.module.css'
import { isDefault, settingsOf, valueText } from './setting-drafts.ts'

export function MethodView() {
  const { method, settings: store } = useStores()
  const { explanations, failure, load } = useStore(method)
  const settings = useStore(store, state => state.settings)
  useEffect(() => void load(), [load])
  if (!explanations || !settings)
    return failure ? <ScreenFailure failure={failure} onRetry={() => void load()} /> : <Waiting>Reading the method</Waiting>
  return (
    <div className={styles.page}>
      <p className={styles.lead}>
        Method {settings.methodVersion}. Every figure opens to the rows behind it, what is not known stays blank, and a flag is a question
        about work and systems, never a grade of anybody. The thresholds stand here as they are set now;{' '}
        <Link to={SETTINGS}>change them under Thresholds</Link>.
      </p>
      <section aria-labelledby="method-patterns">
        <h2 id="method-patterns">The eight patterns</h2>
        <dl className={styles.bands}>
          {BANDS.map(band => (
            <div key={band}>
              <dt>{band}</dt>
              <dd>{BAND_MEANING[band]}</dd>
            </div>
          ))}
        </dl>
        <div className={styles.cards}>
          {patternMethods(settingsOf(settings), explanations).map(each => (
            <PatternCard key={each.pattern} method={each} />
          ))}
        </div>
      </section>
      <section aria-labelledby="method-figures">
        <h2 id="method-figures">Every figure</h2>
        <div className={styles.figures}>
          {explanations.map(explanation => (
            <Figure key={explanation.figure} explanation={explanation} />
          ))}
        </div>
      </section>
      <section aria-labelledby="method-sources">
        <h2 id="method-sources">Sources</h2>
        <ul className={styles.sources}>
          {sourcesOf(explanations).map(source => (
            <li key={source}>{source}</li>
          ))}
        </ul>
      </section>
    </div>
  )
}

function PatternCard({ method: { pattern, thresholds, figures } }: { method: PatternMethod }) {
  const { label, meaning, readFrom } = PATTERN_WORDS[pattern]
  return (
    <article className={styles.card} aria-labelledby={`method-${pattern}`}>
      <h3 id={`method-${pattern}`}>
        <FlagShape pattern={pattern} /> {label}
      </h3>
      <p>{meaning}</p>
      <p className={styles.quiet}>Read from {readFrom}.</p>
      <details>
        <summary>
          {formatPlural(thresholds.length, 'threshold')}
          {figures.length > 0 && `, and ${formatPlural(figures.length, 'figure')} it stands on`}
        </summary>
        <dl className={styles.thresholds}>
          {thresholds.map(setting => (
            <div key={setting.setting}>
              <dt>{setting.label}</dt>
              <dd>
                {setWords(setting)}
                {!isDefault(setting, setting.value) && <span className={styles.quiet}> default {valueText(setting.default)}</span>}
              </dd>
            </div>
          ))}
        </dl>
        {figures.map(({ figure, formula }) => (
          <p key={figure} className={styles.figure}>
            <b>{figureTitle(figure)}.</b> {formula}
          </p>
        ))}
      </details>
    </article>
  )
}

function Figure({ explanation: { figure, formula, source, inputs } }: { explanation: Explanation }) {
  return (
    <article className={styles.explained}>
      <h3>{figureTitle(figure)}</h3>
      <p>{formula}</p>
      <p className={styles.quiet}>
        From {inputs.join(', ')}. {source === null ? 'Own measure.' : `Source: ${source}.`}
      </p>
    </article>
  )
}
