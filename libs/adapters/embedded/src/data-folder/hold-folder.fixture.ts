import { openDataFolder } from './data-folder';

/** A process that holds a folder until it is killed, and says so. It keeps no reference to what it opened. */
openDataFolder(process.argv[2] ?? '');
globalThis.gc?.();
setTimeout(() => {
  globalThis.gc?.();
  process.stdout.write('holds the folder\n');
}, 20);
setInterval(() => undefined, 60_000);
