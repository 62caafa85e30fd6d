/** Figures that are missing or weaker than they could be. */
import { ShareBar } from '../components/ShareBar.tsx'
import table from '../components/Table.module.css'
import { formatList } from '../format.ts'
import type { Quality } from './answers.ts'
import styles from './QualityPanel.module.css'
import { figureName } from './quality-words.ts'

export function FigureTable({ figures, isAnalysed }: { figures: Quality['figures']; isAnalysed: boolean }) {
  return (
    <section>
      <h2>Figures that rest on less than could be there</h2>
      {figures.length === 0 ? (
        <p className={styles.none}>{isAnalysed ? 'None: every figure has all of its inputs.' : 'Not known before the first analysis.'}</p>
      ) : (
        <div className={styles.panel}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">Figure</th>
                <th scope="col">Inputs that are there</th>
                <th scope="col">Missing</th>
                <th scope="col">What that does to it</th>
              </tr>
            </thead>
            <tbody>
              {figures
                .toSorted((a, b) => a.coverage - b.coverage)
                .map(({ figure, coverage, missing, cost }) => (
                  <tr key={`${figure} ${cost}`}>
                    <th scope="row" className={styles.name}>
                      {figureName(figure)}
                    </th>
                    <td className={table.tight}>
                      <ShareBar share={coverage} unknownBecause="" />
                    </td>
                    <td className={styles.missing}>{missing.length === 0 ? 'no column' : formatList(missing)}</td>
                    <td className={styles.words}>{cost}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
