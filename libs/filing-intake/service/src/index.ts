export * from './filing/partner.controller';
export * from './filing-intake.context';
export * from './filing-intake.module';
export * from './national-platform/platform-registrar';
