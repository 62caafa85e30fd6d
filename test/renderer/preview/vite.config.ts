import os from 'node:os'
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The policy both hosts send, so that `vite preview` shows what it breaks. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; require-trusted-types-for 'script'"

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: { outDir: path.join(os.tmpdir(), 'switchyard-preview'), emptyOutDir: true },
  preview: { headers: { 'Content-Security-Policy': POLICY } },
})
