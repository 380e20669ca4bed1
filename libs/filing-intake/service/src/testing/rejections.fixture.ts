import type { TestAnswer } from '@anjuan/runtime';
import { completeForm, type IntakeOffice, PNG, referral } from './intake-office.fixture';
import { policyItems } from './policy.fixture';

type Provocation = (office: IntakeOffice) => Promise<{ readonly json: Readonly<Record<string, unknown>> }>;

/** Submits a complete form that is changed in one point. */
const submitting =
  (changed: object, ...items: string[]): Provocation =>
  async (office) =>
    office.submit(await office.ready(completeForm(changed), ...items));

/** Sends a command about a filing in force. */
const inForce =
  (path: string, body?: object, username = 'clerk', kind = 'OTHER_TEMPORARY'): Provocation =>
  async (office) =>
    office.act(await office.active(completeForm({ kind }), 'RESIDENCE_PROOF'), 'POST', path, body, username);

const admission = { admitted: true, admittedOn: '2026-02-20' };
const applicant = (changed: object) => {
  const form = completeForm();
  return { applicant: { ...form.applicant, ...changed } };
};

/** Imports what the register says of one document holder. */
async function enrolled(office: IntakeOffice, idNumber: string, status: string, insuredRegion = '350200') {
  const csv = `姓名,证件类型,证件号码,参保地,险种,参保状态\n林一一,01,${idNumber},${insuredRegion},310,${status}\n`;
  const answer = await office.upload('persons/import', 'register.csv', Buffer.from(csv), 'editor');
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.json));
}

/** With other policy items for one provocation. */
const under =
  (items: Partial<typeof policyItems>, provoke: Provocation): Provocation =>
  async (office) => {
    await office.policy({ ...policyItems, ...items });
    try {
      return await provoke(office);
    } finally {
      await office.policy(policyItems);
    }
  };

const stay = (changed: object = {}) => {
  const { name, idType, idNumber } = completeForm().applicant;
  return {
    serialNumber: `SN-${idNumber}`,
    eventSerialNumber: 'EV-1',
    emergency: true,
    applicant: { name, idType, idNumber },
    insuredRegion: '350200',
    treatmentRegion: '440100',
    insuranceType: '310',
    institutionCode: 'H44010000001',
    admittedOn: '2026-02-27',
    ...changed,
  };
};

/** Evidence of a draft: uploads a file and answers what the office said. */
const uploading =
  (name: string, content: Buffer, item = 'ID_CREDENTIAL'): Provocation =>
  async (office) => {
    const filingId = await office.draft();
    return office.upload(
      `filings/${filingId}/evidence?item=${item}`,
      name,
      content,
      'clerk',
      await office.match(filingId),
    );
  };

const nowhere = '00000000-0000-4000-8000-000000000404';

async function erasedPerson(office: IntakeOffice): Promise<TestAnswer> {
  const filingId = await office.active();
  await office.act(filingId, 'POST', 'cancellation', { reasonCode: 'RETURNED_HOME' });
  const { personId } = await office.detail(filingId);
  await office.call('administrator', 'POST', `persons/${personId}/erasure`, {
    reasonCode: 'RETENTION_ENDED',
  });
  return office.act(filingId, 'POST', 'revocation', { reasonCode: 'MADE_IN_ERROR' }, 'supervisor');
}

/** How each rejection of filings comes about over HTTP. */
export const provocations: Readonly<Record<string, Provocation>> = {
  'filing.not-found': (office) => office.call('clerk', 'GET', `filings/${nowhere}`),
  'filing.not-editable': async (office) =>
    office.act(await office.submitted(), 'PATCH', 'draft', { data: { note: '备注' } }),
  'filing.not-a-draft': async (office) => office.act(await office.submitted(), 'DELETE', 'draft'),
  'filing.item-not-listed': uploading('a.png', PNG, 'INCOME_PROOF'),
  'filing.evidence-unknown': async (office) =>
    office.act(await office.draft(), 'DELETE', `evidence/${nowhere}`),
  'filing.original-not-seen-here': async (office) =>
    office.act(await office.draft(completeForm(), '350200', 'app'), 'POST', 'originals', {
      item: 'ID_CREDENTIAL',
    }),
  'filing.not-under-review': async (office) => office.act(await office.draft(), 'POST', 'withdrawal'),
  'filing.not-returned': async (office) => office.act(await office.submitted(), 'POST', 'resubmission'),
  'filing.not-in-force': async (office) =>
    office.act(await office.submitted(), 'POST', 'cancellation', { reasonCode: 'RETURNED_HOME' }),
  'filing.request-pending': async (office) => {
    const filingId = await office.active();
    await office.act(filingId, 'POST', 'extension-request', {});
    return office.act(filingId, 'POST', 'cancellation', { reasonCode: 'RETURNED_HOME' });
  },
  'filing.nothing-changed': inForce('change-request', { changes: {} }),
  'filing.held-too-short': inForce(
    'cancellation',
    { reasonCode: 'RETURNED_HOME' },
    'clerk',
    'LONG_TERM_RESIDENT',
  ),
  'filing.extension-not-accepted': inForce('extension-request', {}, 'clerk', 'LONG_TERM_RESIDENT'),
  'filing.no-open-letter': inForce('proof'),
  'filing.proof-missing': async (office) => {
    const filingId = await office.ready(completeForm({ kind: 'LONG_TERM_RESIDENT' }));
    await office.act(filingId, 'PUT', 'letter', { version: 'L1', signature: 'ticked' });
    await office.submit(filingId);
    await office.decide(filingId);
    return office.act(filingId, 'POST', 'proof');
  },
  'filing.not-an-emergency': (office) =>
    office.call('officer', 'POST', 'filings/deemed', stay({ emergency: false })),
  'filing.nothing-to-reinstate': inForce('reinstatement', { reasonCode: 'WRONG_DECISION' }, 'supervisor'),
  'filing.place-taken': async (office) => {
    const form = completeForm();
    const filingId = await office.active(form);
    await office.act(filingId, 'POST', 'revocation', { reasonCode: 'MADE_IN_ERROR' }, 'supervisor');
    await office.active(form);
    return office.act(filingId, 'POST', 'reinstatement', { reasonCode: 'WRONG_DECISION' }, 'supervisor');
  },

  'filing.no-policy': async (office) => {
    const filingId = await office.draft();
    office.test.office.clock.standAt('2025-12-31T02:00:00.000Z');
    try {
      return await office.act(filingId, 'PUT', 'notice', { version: 'N1' });
    } finally {
      office.test.office.clock.standAt('2026-03-02T02:00:00.000Z');
    }
  },
  'filing.kind-not-offered': submitting({ kind: 'STUDENT' }),
  'filing.incomplete': submitting({ contact: {} }),
  'filing.id-number-invalid': submitting(applicant({ idNumber: '110105194912310021' })),
  'filing.identity-inconsistent': submitting(applicant({ sex: '1' })),
  'filing.not-enrolled': async (office) => {
    const form = completeForm();
    await enrolled(office, form.applicant.idNumber, '1', '350100');
    return office.submit(await office.ready(form));
  },
  'filing.enrolment-not-normal': async (office) => {
    const form = completeForm();
    await enrolled(office, form.applicant.idNumber, '2');
    return office.submit(await office.ready(form));
  },
  'filing.region-not-pooling': async (office) => {
    const filingId = await office.draft(completeForm());
    const client = 'national';
    await office.call(
      client,
      'PATCH',
      `filings/${filingId}/draft`,
      { insuredRegion: '350000', data: {} },
      await office.match(filingId),
    );
    await office.act(filingId, 'PUT', 'notice', { version: 'N1' }, client);
    await office.act(filingId, 'POST', 'originals', { item: 'ID_CREDENTIAL' }, client);
    return office.act(filingId, 'POST', 'submission', undefined, client);
  },
  'filing.area-unknown': submitting({ treatmentRegion: '999999' }),
  'filing.same-province': submitting({ treatmentRegion: '350100' }),
  'filing.place-level-not-accepted': submitting({ treatmentRegion: '310101' }),
  'filing.filer-not-accepted': submitting({
    kind: 'CHOSEN_RANGE',
    filedBy: 'employer',
    employer: { name: '示例公司' },
    endsOn: '2026-09-02',
  }),
  'filing.channel-not-accepted': async (office) => {
    const filingId = await office.draft(completeForm(), '350200', 'kiosk');
    await office.act(filingId, 'PUT', 'notice', { version: 'N1' });
    return office.submit(filingId);
  },
  'filing.notice-not-read': async (office) => office.submit(await office.draft()),
  'filing.notice-outdated': async (office) =>
    office.act(await office.draft(), 'PUT', 'notice', { version: 'N0' }),
  'filing.letter-not-allowed': async (office) =>
    office.act(await office.draft(), 'PUT', 'letter', { version: 'L1', signature: 'ticked' }),
  'filing.letter-outdated': async (office) =>
    office.act(await office.draft(completeForm({ kind: 'LONG_TERM_RESIDENT' })), 'PUT', 'letter', {
      version: 'L0',
      signature: 'ticked',
    }),
  'filing.signature-not-accepted': async (office) =>
    office.act(await office.draft(completeForm({ kind: 'LONG_TERM_RESIDENT' })), 'PUT', 'letter', {
      version: 'L1',
      signature: 'paper',
    }),
  'filing.signature-missing': async (office) =>
    office.act(await office.draft(completeForm({ kind: 'LONG_TERM_RESIDENT' })), 'PUT', 'letter', {
      version: 'L1',
      signature: 'drawn',
    }),
  'filing.materials-missing': async (office) => {
    const filingId = await office.draft();
    await office.act(filingId, 'PUT', 'notice', { version: 'N1' });
    return office.submit(filingId);
  },
  'filing.dates-reversed': submitting({ endsOn: '2026-01-01' }),
  'filing.end-not-chosen': submitting({ endsOn: '2026-12-31' }),
  'filing.validity-out-of-range': submitting({ kind: 'CHOSEN_RANGE', endsOn: '2026-03-03' }),
  'filing.start-too-early': submitting({
    startsOn: '2025-12-01',
    admission: { admitted: true, admittedOn: '2025-12-01' },
  }),
  'filing.backdating-needs-admission': submitting({ startsOn: '2026-02-27' }),
  'filing.start-after-admission': submitting({ admission }),
  'filing.retroactive-not-accepted': submitting({
    startsOn: '2026-02-20',
    admission: { ...admission, dischargedOn: '2026-02-25', selfPaid: true },
  }),
  'filing.duplicate': async (office) => {
    const form = completeForm();
    await office.submitted(form);
    return office.submit(await office.ready(form));
  },
  'filing.long-term-exists': under(
    { overlap: { newLongTermEndsOld: false, temporaryBesideLongTerm: true } },
    async (office) => {
      const form = completeForm({ kind: 'LONG_TERM_RESIDENT' });
      await office.active(form, 'RESIDENCE_PROOF');
      return office.submit(await office.ready({ ...form, treatmentRegion: '440300' }, 'RESIDENCE_PROOF'));
    },
  ),
  'filing.long-term-pending': async (office) => {
    const form = completeForm({ kind: 'LONG_TERM_RESIDENT' });
    await office.submitted(form, 'RESIDENCE_PROOF');
    return office.submit(await office.ready({ ...form, treatmentRegion: '440300' }, 'RESIDENCE_PROOF'));
  },
  'filing.overlap-not-accepted': under(
    { overlap: { newLongTermEndsOld: true, temporaryBesideLongTerm: false } },
    async (office) => {
      const form = completeForm({ kind: 'LONG_TERM_RESIDENT' });
      await office.active(form, 'RESIDENCE_PROOF');
      return office.submit(
        await office.ready({ ...form, kind: 'OTHER_TEMPORARY', treatmentRegion: '440300' }),
      );
    },
  ),
  'filing.institution-may-not-refer': submitting(
    { kind: 'REFERRED', referral: { ...referral, sendingInstitutionCode: 'H35020000009' } },
    'REFERRAL_DOCUMENT',
  ),
  'filing.hospital-disagrees': submitting(
    { kind: 'REFERRED', referral: { ...referral, hospitalAgrees: false } },
    'REFERRAL_DOCUMENT',
  ),
  'filing.reason-not-listed': inForce('cancellation', { reasonCode: 'WHIM' }),

  'person.erased': erasedPerson,
  'filing.nothing-to-upload': async (office) => office.act(await office.active(), 'POST', 'upload-retry'),
  'evidence.empty': uploading('a.png', Buffer.alloc(0)),
  'evidence.unsupported-type': uploading('a.png', Buffer.from('no picture')),
  'evidence.type-mismatch': uploading('a.pdf', PNG),
};
