import { Office } from '@anjuan/runtime';
import { Module } from '@nestjs/common';
import { EvidenceController } from './evidence/evidence.controller';
import { EvidenceVault } from './evidence/evidence-vault';
import { FilingController } from './filing/filing.controller';
import { FilingChecks } from './filing/filing-checks';
import { FilingLifeController } from './filing/filing-life.controller';
import { PartnerController } from './filing/partner.controller';
import { NATIONAL_PLATFORM } from './national-platform/national-platform.port';
import { PlatformController } from './national-platform/platform.controller';
import { PlatformRegistrar } from './national-platform/platform-registrar';
import { Spool, spoolPlatform } from './national-platform/spool';
import { FilingPapers } from './papers/filing-papers';
import { PapersController } from './papers/papers.controller';
import { PersonImport } from './persons/import/person-import';
import { PersonController } from './persons/person.controller';
import { KindsController } from './policy/kinds.controller';

/** The routes of filing-intake; buses, access and the office come from the runtime. */
@Module({
  controllers: [
    PartnerController,
    FilingController,
    FilingLifeController,
    EvidenceController,
    PapersController,
    PersonController,
    KindsController,
    PlatformController,
  ],
  providers: [
    EvidenceVault,
    FilingChecks,
    FilingPapers,
    PersonImport,
    Spool,
    PlatformRegistrar,
    { provide: NATIONAL_PLATFORM, inject: [Office], useFactory: spoolPlatform },
  ],
})
export class FilingIntakeModule {}
