import { FilingIntakeModule, filingIntake } from '@anjuan/filing-intake-service';
import { InstitutionRegistryModule, institutionRegistry } from '@anjuan/institution-registry-service';
import { ReviewerApprovalModule, reviewerApproval } from '@anjuan/reviewer-approval-service';
import type { ContextDefinition, ServiceModule } from '@anjuan/runtime';

/** The contexts of this office, all in one process. */
export const contexts: readonly ContextDefinition[] = [institutionRegistry, filingIntake, reviewerApproval];

/** Their routes. */
export const modules: readonly ServiceModule[] = [
  InstitutionRegistryModule,
  FilingIntakeModule,
  ReviewerApprovalModule,
];
