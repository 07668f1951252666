import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

export default {
  preprocess: vitePreprocess(),
  compilerOptions: {
    runes: true,
    // By name and content, not by path: the same build in any folder.
    cssHash: ({ hash, name, css }) => `d-${hash(name + css)}`,
  },
};
