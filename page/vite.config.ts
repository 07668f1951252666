import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';

import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';

const digest = (code: string) => `'sha256-${createHash('sha256').update(code, 'utf8').digest('base64')}'`;

const digests = (html: string, tag: RegExp) => [...html.matchAll(tag)].map((match) => digest(match[1] ?? '')).join(' ') || "'none'";

/** Lets run what this build put into the file, and nothing else: no other script or style, and no request. */
function sealed(): Plugin {
  return {
    name: 'sealed',
    // After the inlining, which has the same place and comes before in the list.
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'asset' || !file.fileName.endsWith('.html')) continue;
          const html = String(file.source);
          const policy = [
            "default-src 'none'",
            `script-src ${digests(html, /<script type="module"[^>]*>([^]*?)<\/script>/g)}`,
            `style-src ${digests(html, /<style[^>]*>([^]*?)<\/style>/g)}`,
            'img-src data:',
            "base-uri 'none'",
            "form-action 'none'",
            // Markup comes from the templates of the page alone, which go through Svelte's own policy.
            "require-trusted-types-for 'script'",
            'trusted-types svelte-trusted-html',
          ].join('; ');
          file.source = html.replace(
            '<meta charset="utf-8" />',
            (meta) => `${meta}\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
          );
        }
      },
    },
  };
}

export default defineConfig({
  plugins: [svelte(), viteSingleFile({ removeViteModuleLoader: true }), sealed()],
  build: {
    outDir: fileURLToPath(new URL('../src/dateline/page', import.meta.url)),
    // The folder holds a Python module as well.
    emptyOutDir: false,
    target: 'es2022',
    reportCompressedSize: false,
  },
});
