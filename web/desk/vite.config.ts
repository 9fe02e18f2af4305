import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The coach desk: one page below /desk/, without inline scripts, so that a strict content security policy holds. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/desk/',
  plugins: [react()],
  build: {
    outDir: '../../dist/web/desk',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
});
