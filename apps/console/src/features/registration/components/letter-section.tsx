import type { FilingKindPolicy, PolicyItems } from '@anjuan/contracts';
import { missingItems } from '@anjuan/filing-intake-domain';
import { Button, Flex, Segmented, Typography } from 'antd';
import { useState } from 'react';
import { ProblemAlert } from '../../../components/problem-alert';
import { useSignatureWord } from '../../../components/use-field-words';
import { attachEvidence } from '../../../lib/attach-evidence';
import type { FilingDetails } from '../../../lib/filing-details';
import { useBilingual, useLanguage } from '../../../lib/use-language';
import { signLetter } from '../api/sign-letter';
import { useRegistrationTexts } from '../texts';
import { LetterSignature, type Signed } from './letter-signature';
import { Section } from './section';
import { useDraftCommand } from './use-draft-command';

interface LetterSectionProps {
  readonly kind: FilingKindPolicy;
  readonly letter: PolicyItems['letter'];
  readonly filing: FilingDetails;
}

type Way = PolicyItems['letter']['signatures'][number];

/** The commitment letter: what it would stand in for, its text, and the signature in a way that the region accepts. */
export function LetterSection({ kind, letter, filing }: LetterSectionProps) {
  const t = useRegistrationTexts();
  const inLanguage = useBilingual();
  const language = useLanguage();
  const missing = missingItems(filing, kind);
  const replaceable = kind.materials.filter(
    ({ code, letterMayReplace }) => letterMayReplace && missing.includes(code),
  );
  const current = filing.letter?.version === letter.version;
  const [again, setAgain] = useState(false);
  if (!filing.letter && replaceable.length === 0)
    return <Section title={t('section.letter')}>{t('letter.notNeeded')}</Section>;
  return (
    <Section title={t('section.letter')}>
      {replaceable.length > 0 && (
        <Typography.Paragraph>
          {t('letter.about', { items: replaceable.map(({ name }) => inLanguage(name)).join('、') })}
          {letter.proofWorkingDays !== null && ` ${t('letter.proofDays', { days: letter.proofWorkingDays })}`}
        </Typography.Paragraph>
      )}
      <Typography.Paragraph
        tabIndex={0}
        style={{
          maxHeight: 180,
          overflow: 'auto',
          whiteSpace: 'pre-wrap',
          background: '#f4f6f6',
          padding: 12,
        }}
      >
        {letter[language]}
      </Typography.Paragraph>
      {current && !again ? (
        <Signature filing={filing} onAgain={() => setAgain(true)} />
      ) : (
        <Signing letter={letter} onSigned={() => setAgain(false)} />
      )}
    </Section>
  );
}

function Signature({ filing: { letter }, onAgain }: { filing: FilingDetails; onAgain: () => void }) {
  const t = useRegistrationTexts();
  const word = useSignatureWord();
  if (!letter) return null;
  return (
    <Flex gap={12} align="center" wrap>
      <Typography.Text type="success">
        {t('letter.signed', { how: word(letter.signature), date: letter.signedOn, version: letter.version })}
      </Typography.Text>
      <Button size="small" onClick={onAgain}>
        {t('letter.again')}
      </Button>
    </Flex>
  );
}

interface SigningProps {
  readonly letter: PolicyItems['letter'];
  readonly onSigned: () => void;
}

function Signing({ letter, onSigned }: SigningProps) {
  const word = useSignatureWord();
  const [way, setWay] = useState<Way>(letter.signatures[0] ?? 'ticked');
  const sign = useDraftCommand(async ({ filingId, revision }, { image, signedOn }: Signed) => {
    const file = image && (await attachEvidence({ filingId, revision, item: 'LETTER', file: image }));
    const { version } = letter;
    const signature = { version, signature: way, evidenceId: file?.evidenceId, signedOn };
    return signLetter(filingId, file?.revision ?? revision, signature);
  });
  return (
    <Flex vertical gap={12} align="start">
      {letter.signatures.length > 1 && (
        <Segmented<Way>
          value={way}
          onChange={setWay}
          options={letter.signatures.map((value) => ({ value, label: word(value) }))}
        />
      )}
      <LetterSignature
        key={way}
        way={way}
        busy={sign.isPending}
        onSign={(signed) => sign.mutate(signed, { onSuccess: onSigned })}
      />
      <ProblemAlert error={sign.error} />
    </Flex>
  );
}
