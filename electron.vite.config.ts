import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import path from 'node:path'

// Three bundles from three top folders. `main` has one entry per host and one per thread; they
// share chunks, so the backend is compiled once. Nothing is external: the app carries no node_modules.
export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          electron: 'main/electron/main.ts',
          loopback: 'main/loopback/main.ts',
          cli: 'main/cli/main.ts',
          engine: 'main/engine/engine-thread.ts',
          job: 'main/engine/job-thread.ts',
        },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: 'main/electron/preload.ts' },
        // A sandboxed preload is a plain script: it must be CommonJS, whatever package.json says.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    build: { rolldownOptions: { input: path.resolve('renderer/index.html') }, minify: true },
    plugins: [react()],
  },
})
