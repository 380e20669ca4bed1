export * from './data-folder/control-socket';
export * from './data-folder/data-folder';
export { DataFolderInUse } from './data-folder/folder-lock';
export * from './embedded-evidence-store';
export * from './key-store/embedded-key-store';
export * from './read-models/embedded-read-models';
export * from './session-store';
export * from './sqlite';
