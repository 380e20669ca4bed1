import { Module } from '@nestjs/common';
import { ReviewController } from './review.controller';
import { SupervisionController } from './supervision.controller';

/** The routes of reviewer-approval; buses, access and the office come from the runtime. */
@Module({ controllers: [SupervisionController, ReviewController] })
export class ReviewerApprovalModule {}
