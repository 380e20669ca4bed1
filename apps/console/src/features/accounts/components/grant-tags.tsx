import { Flex, Tag } from 'antd';
import { useAreaName } from '../../../lib/areas';
import type { Grant } from '../api/account';
import { useRoleName } from './role-name';

const SHOWN = 3;

/** Roles and areas; the rest of a long list as a number. */
export function GrantTags({ grants }: { readonly grants: readonly Grant[] }) {
  const roleName = useRoleName();
  const areaName = useAreaName();
  const words = grants.map(({ role, area }) => `${roleName(role)} · ${areaName(area)}`);
  return (
    <Flex gap={4} wrap>
      {words.slice(0, SHOWN).map((text) => (
        <Tag key={text} style={{ whiteSpace: 'normal', overflowWrap: 'anywhere', margin: 0 }}>
          {text}
        </Tag>
      ))}
      {words.length > SHOWN && <Tag title={words.slice(SHOWN).join('\n')}>+{words.length - SHOWN}</Tag>}
    </Flex>
  );
}
