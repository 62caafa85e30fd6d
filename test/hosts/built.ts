/** The built app, for tests that look at what is shipped rather than at what is written. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

/** SWITCHYARD_OUT points the tests at another build. */
const out = path.resolve(process.env['SWITCHYARD_OUT'] ?? path.join(import.meta.dirname, '../../out'))

/** The path of a built file, such as `main/engine.js`. Throws when it has not been built. */
export function builtFile(name: string): string {
  const file = path.join(out, name)
  if (!existsSync(file)) throw new Error(`${path.join('out', name)} is missing. Build the app first: npm run build`)
  return file
}

export const builtUrl = (name: string): URL => pathToFileURL(builtFile(name))
export const builtText = (name: string): string => readFileSync(builtFile(name), 'utf8')

const STATIC_IMPORT = /^(?:import|export)\b(?:[^;"'`]*?\bfrom)?\s*["']([^"'\s]+)["']/gm
const DYNAMIC_IMPORT = /\b(?:import|require)\(\s*["'`]([^"'`\s]+)["'`]/g

/** What a built module names in its imports, static and dynamic, and in `require`. */
const importsOf = (text: string): string[] =>
  [...text.matchAll(STATIC_IMPORT), ...text.matchAll(DYNAMIC_IMPORT)].map(match => match[1] ?? '')

/** Everything an entry of `out/main` loads, chunks included: the bare names it imports. */
export function bareImports(entry: string): Set<string> {
  const seen = new Set<string>()
  const bare = new Set<string>()
  const visit = (name: string) => {
    if (seen.has(name)) return
    seen.add(name)
    for (const specifier of importsOf(builtText(name))) {
      if (!specifier.startsWith('.')) bare.add(specifier)
      else if (specifier.endsWith('.js')) visit(path.posix.join(path.posix.dirname(name), specifier))
    }
  }
  visit(entry)
  return bare
}
