/** The same by DuckDB: into a table of a database file, on the disk, and rolled up. */
import { DuckDBInstance } from '@duckdb/node-api'
import { cpuSeconds } from './child.mjs'

const [file, database] = process.argv.slice(2)
const instance = await DuckDBInstance.create(database, { threads: '1' })
const connection = await instance.connect()
await connection.run(`CREATE TABLE contributions AS SELECT * FROM read_csv('${file.replaceAll("'", "''")}', header = true)`)
await connection.run('CHECKPOINT')
const started = performance.now()
const groups = await connection.runAndReadAll(`
  SELECT person, kind, date_trunc('month', occurred_at) AS month, count(*) AS row_count, sum(size) AS summed_size
  FROM contributions GROUP BY person, kind, month`)
const rollupSeconds = (performance.now() - started) / 1000
const cpu = cpuSeconds()
const total = column => groups.getColumnsJS()[column].reduce((sum, value) => sum + Number(value), 0)
process.send({ rollup: { groups: groups.currentRowCount, rows: total(3), size: total(4) }, rollupSeconds, cpuSeconds: cpu })
