import type { AutomaticCheck } from '@anjuan/contracts';
import { checkRules } from '@anjuan/filing-intake-domain';
import { Flex, Typography } from 'antd';
import { useLanguage } from '../lib/use-language';
import { OutcomeTag } from './status-tags';

const ORDER = ['failed', 'not-verifiable', 'passed'] as const;

/** Automatic checks, each with its outcome, the rule it applies and where that comes from; what needs a look first. */
export function CheckList({ checks }: { readonly checks: readonly AutomaticCheck[] }) {
  const language = useLanguage();
  const rules: Readonly<Record<string, { zh: string; en: string } | undefined>> = checkRules;
  const sorted = [...checks].sort((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome));
  return (
    <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {sorted.map(({ code, outcome, rule, source }) => (
        <Flex component="li" key={code} gap={4} align="start" style={{ padding: '5px 0' }}>
          <OutcomeTag outcome={outcome} />
          <div style={{ minWidth: 0 }}>
            <div>{rules[code]?.[language] ?? rule}</div>
            <Typography.Text type="secondary" style={{ fontSize: 12, overflowWrap: 'anywhere' }}>
              {source}
            </Typography.Text>
          </div>
        </Flex>
      ))}
    </ul>
  );
}
