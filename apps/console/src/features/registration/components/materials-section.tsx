import type { FilingKindPolicy, Material } from '@anjuan/contracts';
import { supplementItems } from '@anjuan/filing-intake-domain';
import { Typography } from 'antd';
import type { FilingDetails } from '../../../lib/filing-details';
import { useRegistrationTexts } from '../texts';
import { MaterialItem } from './material-item';
import { Section } from './section';

interface MaterialsSectionProps {
  readonly kind: FilingKindPolicy;
  readonly filing: FilingDetails | undefined;
}

/** The list of materials that the policy asks for, each with its files. */
export function MaterialsSection({ kind, filing }: MaterialsSectionProps) {
  const t = useRegistrationTexts();
  const byAgent = filing?.data.filedBy === 'agent';
  const asked = filing?.pending?.returned ?? [];
  const shown = [
    ...kind.materials.filter(({ onlyForAgent }) => !onlyForAgent || byAgent),
    ...beyondTheList(kind, asked),
  ];
  return (
    <Section title={t('section.materials')}>
      {shown.length === 0 && t('materials.none')}
      {!filing && <Typography.Paragraph type="secondary">{t('materials.waiting')}</Typography.Paragraph>}
      {shown.map((material) => (
        <MaterialItem
          key={material.code}
          material={material}
          filing={filing}
          asked={asked.includes(material.code)}
        />
      ))}
    </Section>
  );
}

/** The form can be asked for although it is no material of its own. */
const beyondTheList = (kind: FilingKindPolicy, asked: readonly string[]): readonly Material[] =>
  supplementItems(kind)
    .filter(({ code }) => asked.includes(code) && !kind.materials.some((material) => material.code === code))
    .map(({ code, name }) => ({
      code,
      name,
      alternatives: [name],
      required: false,
      letterMayReplace: false,
      onlyForAgent: false,
    }));
