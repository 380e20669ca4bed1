import { typedFilingShape } from '@anjuan/filing-intake-domain';
import { Button, Descriptions, type DescriptionsProps, Typography } from 'antd';
import { useState } from 'react';
import { AreaName } from '../../../components/area-name';
import { ChannelName } from '../../../components/channel-name';
import { KindName } from '../../../components/kind-name';
import { useFieldWords } from '../../../components/use-field-words';
import { showInstant } from '../../../lib/dates';
import { useBilingual } from '../../../lib/use-language';
import { useCaseTexts } from '../texts';
import { CaseCard } from './case-card';
import { useCase } from './case-context';

const SECTIONS = ['contact', 'agent', 'employer', 'referral', 'admission'] as const;
const HIDDEN: ReadonlySet<string> = new Set(['applicant.idNumber', 'agent.idNumber']);

/** Enough of a number to compare it with the paper's ends. */
const masked = (number: string): string =>
  number.length < 8 ? number : `${number.slice(0, 4)}${'*'.repeat(number.length - 8)}${number.slice(-4)}`;

type Item = NonNullable<DescriptionsProps['items']>[number];

/** What was filled in, section by section; identity numbers whole only on demand. */
export function CaseData() {
  const t = useCaseTexts();
  const [whole, setWhole] = useState(false);
  const items = useItems(whole);
  return (
    <CaseCard
      title={t('section.data')}
      extra={
        <Button size="small" type="text" aria-pressed={whole} onClick={() => setWhole(!whole)}>
          {t(whole ? 'hideAll' : 'showAll')}
        </Button>
      }
    >
      <Part title={t('section.person')} items={items('applicant')} />
      <Filed />
      {SECTIONS.map((section) => (
        <Part key={section} title={t(`section.${section}`)} items={items(section)} />
      ))}
    </CaseCard>
  );
}

type Section = 'applicant' | (typeof SECTIONS)[number];

function useItems(whole: boolean): (section: Section) => Item[] {
  const { label, show } = useFieldWords();
  const { details, policy } = useCase();
  const inLanguage = useBilingual();
  const shown = (path: string, value: unknown): string => {
    const text = show(path, value);
    if (HIDDEN.has(path) && !whole) return masked(text);
    if (path !== 'referral.reason') return text;
    const reason = policy?.referralReasons.find(({ code }) => code === text);
    return reason ? inLanguage(reason.name) : text;
  };
  return (section) => {
    const fields = new Map<string, unknown>(Object.entries(details.data[section] ?? {}));
    return Object.keys(typedFilingShape[section].shape)
      .filter((name) => fields.get(name) !== undefined && fields.get(name) !== '')
      .map((name) => {
        const path = `${section}.${name}`;
        return { key: path, label: label(path), children: shown(path, fields.get(name)) };
      });
  };
}

function Part({ title, items }: { readonly title: string; readonly items: Item[] }) {
  if (items.length === 0) return null;
  return (
    <Descriptions
      title={<Typography.Text strong>{title}</Typography.Text>}
      className="even-columns"
      size="small"
      column={{ xs: 1, sm: 2 }}
      items={items}
      styles={{
        header: { marginBottom: 4 },
        root: { marginBottom: 12 },
        content: { overflowWrap: 'anywhere', minWidth: 0 },
        label: { color: '#5a6666' },
      }}
    />
  );
}

/** Kind, places and period. */
function Filed() {
  const t = useCaseTexts();
  const { label, show } = useFieldWords();
  const { details } = useCase();
  const { data, summary, insuredRegion, channel, submittedAt } = details;
  const {
    startsOn = data.startsOn,
    endsOn = data.endsOn,
    treatmentRegion = data.treatmentRegion,
  } = summary ?? {};
  const items: (Item | false)[] = [
    { key: 'kind', label: label('kind'), children: <KindName region={insuredRegion} kind={data.kind} /> },
    {
      key: 'insuranceType',
      label: label('insuranceType'),
      children: show('insuranceType', summary?.insuranceType ?? data.insuranceType),
    },
    { key: 'insuredRegion', label: label('insuredRegion'), children: <AreaName code={insuredRegion} /> },
    treatmentRegion !== undefined && {
      key: 'treatmentRegion',
      label: label('treatmentRegion'),
      children: <AreaName code={treatmentRegion} />,
    },
    startsOn !== undefined && {
      key: 'period',
      label: t('period'),
      children: <span className="num">{`${startsOn} – ${endsOn ?? t('openEnded')}`}</span>,
    },
    { key: 'channel', label: t('channel'), children: <ChannelName channel={channel} /> },
    data.filedBy !== undefined && {
      key: 'filedBy',
      label: label('filedBy'),
      children: show('filedBy', data.filedBy),
    },
    data.identityChecked !== undefined && {
      key: 'identityChecked',
      label: label('identityChecked'),
      children: show('identityChecked', data.identityChecked),
    },
    submittedAt !== undefined && {
      key: 'submitted',
      label: t('submitted'),
      children: <span className="num">{showInstant(submittedAt)}</span>,
    },
    data.note !== undefined && { key: 'note', label: label('note'), children: data.note },
  ];
  return <Part title={t('section.filing')} items={items.filter((item) => item !== false)} />;
}
