export * from './institution-registry.context';
export * from './institution-registry.module';
export * from './seed/divisions.importer';
export * from './seed/holidays.importer';
export * from './seed/seed-registry';
