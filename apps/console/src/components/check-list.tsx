import type { AutomaticCheck } from '@anjuan/contracts';
import { checkRules } from '@anjuan/filing-intake-domain';
import { Flex, Typography } from 'antd';
import { useLanguage } from '../lib/use-language';
import { OutcomeTag } from './status-tags';
import { useSharedTexts } from './texts';

/**
 * Automatic checks, each with its outcome, the rule it applies and where that comes from. What needs a look stands
 * first; what passed is folded.
 */
export function CheckList({ checks }: { readonly checks: readonly AutomaticCheck[] }) {
  const t = useSharedTexts();
  const passed = checks.filter(({ outcome }) => outcome === 'passed');
  return (
    <>
      <Checks checks={checks.filter(({ outcome }) => outcome === 'failed')} />
      <Checks checks={checks.filter(({ outcome }) => outcome === 'not-verifiable')} />
      {passed.length > 0 && (
        <details>
          <summary style={{ cursor: 'pointer', padding: '4px 0' }}>
            <OutcomeTag outcome="passed" /> {t('checksPassed', { count: passed.length })}
          </summary>
          <Checks checks={passed} />
        </details>
      )}
    </>
  );
}

function Checks({ checks }: { readonly checks: readonly AutomaticCheck[] }) {
  const language = useLanguage();
  const rules: Readonly<Record<string, { zh: string; en: string } | undefined>> = checkRules;
  return (
    <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {checks.map(({ code, outcome, rule, source }) => (
        <Flex component="li" key={code} gap={4} align="start" style={{ padding: '4px 0' }}>
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
