import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlatformRegistrar } from '@anjuan/filing-intake-service';
import { z } from 'zod';
import { enrol } from '../enrolment.fixture';
import { type FilingCase, file, must, register, type Wish } from '../filing-case.fixture';
import { type HttpOffice, succeeded } from '../http-office.fixture';
import { anybody, type Insured } from '../insured.fixture';
import { GUANGZHOU } from '../people.fixture';
import type { LastRequest } from '../refusals/refusal.fixture';

export const opinion = '材料齐全，符合规定。';

/** How far a route reaches: into one case, over a list, into what every colleague may know, into the caller's own. */
export type Reach = 'case' | 'list' | 'common' | 'own' | 'public';

export interface Entry {
  readonly reach: Reach;
  /** A request about Guangzhou that is right in every way, and who may send it. */
  readonly request: (stage: Stage) => Promise<LastRequest>;
}

/** Requests by `METHOD /api/path/{parameter}`. */
export type Entries = Readonly<Record<string, Entry>>;

export const entry = (reach: Reach, request: Entry['request']): Entry => ({ reach, request });

const ids = z.looseObject({ personId: z.string(), summary: z.looseObject({ filingNumber: z.string() }) });

/** Guangzhou's cases, and everything that nobody else may read of them. */
export class Stage {
  readonly secrets: string[] = [];

  private constructor(
    readonly office: HttpOffice,
    readonly person: Insured,
    readonly standing: FilingCase,
    readonly personId: string,
    readonly evidenceId: string,
  ) {}

  /** With a filing in force that has evidence and was handed over to the national platform. */
  static async open(office: HttpOffice): Promise<Stage> {
    const person = anybody();
    await enrol(office, person, { insuredRegion: GUANGZHOU });
    const standing = await register(office, { bureau: 'gz', kind: 'OTHER_TEMPORARY', person });
    await must(standing.attach('SIGNED_FORM'));
    await must(standing.submit());
    await standing.complete();
    await office.test.app.get(PlatformRegistrar).run();
    await office.settle();
    const { evidence } = await standing.detail();
    const { personId, summary } = succeeded(await office.get('clerk.gz', standing.path), ids);
    const stage = new Stage(office, person, standing, personId, evidence[0]?.evidenceId ?? '');
    const { name, idNumber, phone } = person;
    const colleagues = (['clerk.gz', 'reviewer.gz', 'supervisor.gz'] as const).map((who) => office.idOf(who));
    stage.secrets.push(
      name,
      idNumber,
      phone,
      standing.filingId,
      personId,
      summary.filingNumber,
      ...colleagues,
    );
    return stage;
  }

  /** Another filing of Guangzhou's, as far as `come` brings it. */
  async filing(
    come: (office: HttpOffice, wish: Wish) => Promise<FilingCase>,
    more: Partial<Wish> = {},
  ): Promise<FilingCase> {
    const person = anybody();
    const filing = await come(this.office, { bureau: 'gz', kind: 'OTHER_TEMPORARY', person, ...more });
    this.secrets.push(filing.filingId, filing.person.idNumber);
    return filing;
  }

  /** One that waits for a reviewer. */
  waiting(more: Partial<Wish> = {}): Promise<FilingCase> {
    return this.filing(file, { channel: 'website', ...more });
  }

  async inForce(): Promise<FilingCase> {
    const filing = await this.filing(file);
    await filing.complete();
    return filing;
  }

  /** In force, with a letter in the place of a proof. */
  async promised(): Promise<FilingCase> {
    const filing = await this.filing(file, { kind: 'LONG_TERM_RESIDENT', byLetter: true });
    await must(filing.decide('approval', { opinion }));
    return filing;
  }

  /** In force, and refused by the national platform, as the transfer reports it. */
  async refusedUpload(): Promise<FilingCase> {
    const filing = await this.inForce();
    const registrar = this.office.test.app.get(PlatformRegistrar);
    await registrar.run();
    writeFileSync(join(this.office.test.folder, 'spool', `${filing.filingId}-1.nak`), 'refused');
    await registrar.run();
    await this.office.settle();
    return filing;
  }
}
