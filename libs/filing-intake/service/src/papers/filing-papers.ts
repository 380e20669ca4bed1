import { areaPath, type FilingKindPolicy } from '@anjuan/contracts';
import { chinaDateOf } from '@anjuan/event-sourcing';
import {
  type FilingDetailsRow,
  type PolicyInForce,
  personRejections,
  submissionRejections,
} from '@anjuan/filing-intake-domain';
import { Office } from '@anjuan/runtime';
import { Injectable } from '@nestjs/common';
import { policyInForce } from '../policy/policy-directory';
import { printReceipt } from '../printing/receipt';
import { printRegistrationForm } from '../printing/registration-form';
import { nextStep, sectionsOf } from './paper-fields';

/** The papers of a filing: the registration form to be signed, the receipt to be taken home. */
@Injectable()
export class FilingPapers {
  constructor(private readonly office: Office) {}

  /** The registration form in the title of the region and kind, as a PDF. */
  async form({ filing, insuredRegion, ...row }: FilingDetailsRow): Promise<Buffer> {
    this.refuseErased(filing.filingId);
    const { policy, kind } = await this.policyOf({ filing, insuredRegion, ...row });
    const { notice, letter } = policy.items;
    return printRegistrationForm({
      title: kind?.formTitle ?? '跨省异地就医登记备案表',
      filingNumber: filing.summary?.filingNumber,
      sections: sectionsOf(filing, kind, (code) => this.areaName(code)),
      declarations: [
        { title: '备案告知书', version: notice.version, text: notice.zh },
        ...(filing.letter ? [{ title: '个人承诺书', version: letter.version, text: letter.zh }] : []),
      ],
      printedOn: this.today(),
      agency: this.areaName(insuredRegion),
    });
  }

  /** The receipt with number, state, next step and the region's advice, as a PDF. */
  async receipt(row: FilingDetailsRow): Promise<Buffer> {
    const { filing, insuredRegion } = row;
    this.refuseErased(filing.filingId);
    const { policy, kind } = await this.policyOf(row);
    return printReceipt({
      filingNumber: filing.summary?.filingNumber ?? '（未提交）',
      sections: sectionsOf(filing, kind, (code) => this.areaName(code)).slice(0, 2),
      next: nextStep(filing),
      advice: policy.items.advice.map(({ zh }) => zh),
      agency: this.areaName(insuredRegion),
      printedOn: this.today(),
    });
  }

  private refuseErased(filingId: string): void {
    if (this.office.engines.keys.isDestroyed(filingId)) personRejections.reject('person.erased');
  }

  private async policyOf({ filing, insuredRegion }: FilingDetailsRow): Promise<{
    policy: PolicyInForce;
    kind: FilingKindPolicy | undefined;
  }> {
    const policy = await policyInForce(this.office.toolsOf(), insuredRegion, this.today());
    if (!policy) return submissionRejections.reject('filing.no-policy');
    const code = filing.summary?.kind ?? filing.data.kind;
    return { policy, kind: code === undefined ? undefined : policy.items.kinds[code] };
  }

  /** `福建省厦门市`: the names from the province down. */
  private areaName(code: string): string {
    const tree = this.office.directory.areas;
    const names = areaPath(tree, code)
      .slice(1)
      .map((at) => tree.get(at)?.name ?? '');
    return names.join('') || code;
  }

  private today(): string {
    return chinaDateOf(this.office.clock.now());
  }
}
