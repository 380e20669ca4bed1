import { NATION } from '@anjuan/contracts';
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Select, Typography } from 'antd';
import { AreaPicker } from '../../../components/area-picker';
import { type Grant, ROLES } from '../api/account';
import { useAccountsTexts } from '../texts';

/** A line of the editor; not complete until both are chosen. */
export type GrantLine = Partial<Grant>;

interface GrantsEditorProps {
  readonly value?: readonly GrantLine[];
  readonly onChange?: (lines: readonly GrantLine[]) => void;
  readonly disabled?: boolean;
}

/** Roles over areas, line by line. */
export function GrantsEditor({ value = [], onChange, disabled = false }: GrantsEditorProps) {
  const t = useAccountsTexts();
  const set = (at: number, changes: GrantLine) =>
    onChange?.(value.map((line, index) => (index === at ? { ...line, ...changes } : line)));
  return (
    <Flex vertical gap={8}>
      {value.length === 0 && <Typography.Text type="secondary">{t('grantsNone')}</Typography.Text>}
      {value.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are told apart by where they stand
        <Flex key={at} gap={8} wrap align="center">
          <Select
            aria-label={t('chooseRole')}
            style={{ flex: '1 1 140px' }}
            placeholder={t('chooseRole')}
            value={line.role}
            disabled={disabled}
            onChange={(role) => set(at, { role })}
            options={ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))}
          />
          <Flex gap={8} align="center" style={{ flex: '2 1 220px' }}>
            {line.area === NATION ? (
              <Typography.Text style={{ flex: 1 }}>{t('nation')}</Typography.Text>
            ) : (
              <AreaPicker
                value={line.area}
                disabled={disabled}
                placeholder={t('chooseArea')}
                onChange={(area) => set(at, { area })}
              />
            )}
            <Button
              size="small"
              type={line.area === NATION ? 'primary' : 'default'}
              aria-pressed={line.area === NATION}
              disabled={disabled}
              onClick={() => set(at, { area: line.area === NATION ? undefined : NATION })}
            >
              {t('nation')}
            </Button>
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={t('removeGrant')}
              title={t('removeGrant')}
              disabled={disabled}
              onClick={() => onChange?.(value.filter((_, index) => index !== at))}
            />
          </Flex>
        </Flex>
      ))}
      <div>
        <Button icon={<PlusOutlined />} disabled={disabled} onClick={() => onChange?.([...value, {}])}>
          {t('addGrant')}
        </Button>
      </div>
    </Flex>
  );
}

/** The grants of lines that are all complete; otherwise what is wrong with them. */
export function grantsOf(lines: readonly GrantLine[]): readonly Grant[] | 'incomplete' | 'twice' {
  const grants = lines.flatMap(({ role, area }) =>
    role === undefined || area === undefined ? [] : [{ role, area }],
  );
  if (grants.length < lines.length) return 'incomplete';
  const distinct = new Set(grants.map(({ role, area }) => `${role}@${area}`));
  return distinct.size < grants.length ? 'twice' : grants;
}
