/**
 * dependency-cruiser 17 parses TypeScript with swc, but never as TSX. This tells swc so for .tsx files; it is loaded before
 * the checker (`npm run boundaries`). TypeScript 7 has no API that the checker could use instead.
 */
const swc = require('@swc/core');

const { parseFileSync } = swc;
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') });
