import type { RebuildReport } from '@anjuan/event-sourcing';
import type { BackupReport, OperationName, StatusReport, VerifyReport } from '@anjuan/runtime';

/** Prints what an operation found. @returns the exit code */
export function printReport(name: OperationName, report: unknown, json: boolean): number {
  const lines = json ? [JSON.stringify(report, null, 2)] : LINES[name](report as never);
  process.stdout.write(`${lines.join('\n')}\n`);
  return isWell(name, report) ? 0 : 1;
}

const isWell = (name: OperationName, report: unknown): boolean => {
  if (name === 'verify') return (report as VerifyReport).ok;
  if (name === 'backup' || name === 'status') return true;
  return (report as readonly RebuildReport[]).every(({ equal }) => equal !== false);
};

const LINES: { readonly [N in OperationName]: (report: never) => readonly string[] } = {
  status: ({ pid, settings, writer, lastPosition }: StatusReport) => [
    `进程 process: ${pid}   最新位置 last position: ${lastPosition}`,
    `日志写入 log writer: journal_mode=${writer.journalMode} synchronous=${writer.synchronous}`,
    ...Object.entries(settings).map(([setting, value]) => `  ${setting}=${value}`),
  ],
  verify: ({ ok, log, readModels }: VerifyReport) => [
    `事件 events: ${log.eventsRead}   流 streams: ${log.streams}   未签入检查点 not covered by a checkpoint yet: ${log.tailNotCovered}`,
    ...log.findings.map(({ code, zh, en }) => `✗ ${code}: ${zh} / ${en}`),
    ...(log.findingsOmitted > 0 ? [`… ${log.findingsOmitted} more`] : []),
    ...readModels.map(readModelLine),
    ok ? '✓ 完整 intact' : '✗ 不完整 NOT intact',
  ],
  replay: (reports: readonly RebuildReport[]) => reports.map(readModelLine),
  backup: ({ destination, keys, files }: BackupReport) => [
    `已备份 backed up: ${destination} (${files} files)`,
    keys === undefined
      ? '密钥未备份：没有密钥无法再读取个人信息和材料。 / Keys were NOT backed up: without them personal data and evidence cannot be read.'
      : `密钥 keys: ${keys}`,
  ],
};

function readModelLine({ name, version, events, equal, differing }: RebuildReport): string {
  const verdict =
    equal === undefined
      ? '新版本 new version'
      : equal
        ? '✓ 一致 equal'
        : `✗ 不一致 differs: ${differing.join(', ')}`;
  return `${name} v${version}: ${events} events, ${verdict}`;
}
