// How the staff app is built: static files under /app/, served by the server.
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** React Aria carries its words in 34 languages; we bring Vietnamese ourselves and keep English. */
function dropForeignWords(): Plugin {
  const foreign = /react-(?:aria|stately|aria-components)[/\\].*[/\\]intl[/\\].*(?<!en-US)\.m?js$/
  return {
    name: 'drop-foreign-words',
    enforce: 'pre',
    load: (id) =>
      foreign.test(id.split('?')[0] ?? '') && /[a-z]{2}-[A-Z]{2}\.m?js/.test(id)
        ? 'export default undefined'
        : undefined,
  }
}

export default defineConfig({
  root: import.meta.dirname,
  base: '/app/',
  plugins: [dropForeignWords(), react(), tailwindcss()],
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022' },
  server: { port: 5173, proxy: { '/api': 'http://127.0.0.1:3000' } },
})
