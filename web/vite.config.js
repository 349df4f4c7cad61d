import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { defineConfig } from 'vite';

const outDir = join(import.meta.dirname, '../dist/web');

/** Compresses every text once, so that the server never does it while it answers. */
const precompressed = {
  name: 'precompressed',
  closeBundle() {
    for (const entry of readdirSync(outDir, { recursive: true })) {
      if (!/\.(js|mjs|css|svg)$/.test(entry)) continue;
      const path = join(outDir, entry);
      const bytes = readFileSync(path);
      writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
      writeFileSync(`${path}.br`, brotliCompressSync(bytes));
    }
  },
};

export default defineConfig({
  root: import.meta.dirname,
  plugins: [precompressed],
  build: {
    outDir,
    emptyOutDir: true,
    // A data: URL in place of a small file would need a wider content security policy.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      // Packages mark their files for server components, which do not exist here.
      onwarn(warning, warn) {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
    },
  },
});
