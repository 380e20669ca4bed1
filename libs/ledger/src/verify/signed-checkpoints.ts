import {
  type Checkpoint,
  checkpointDigest,
  isSignedBy,
  NO_PREVIOUS_CHECKPOINT,
  parseCheckpoint,
} from '../checkpoints/checkpoint';
import { checkpointFiles, readIfThere } from '../checkpoints/checkpoint-folder';
import { readLines, sizeOf } from '../checkpoints/line-file';
import type { Findings } from './finding';

/** The checkpoints of a folder that are what this office signed, oldest first; whatever else is there is a finding. */
export async function signedCheckpoints(
  folder: string,
  publicKey: string,
  findings: Findings,
): Promise<Checkpoint[]> {
  const files = checkpointFiles(folder);
  const signed: Checkpoint[] = [];
  let before: Checkpoint | undefined;
  let number = 0;
  for await (const line of readLines(files.checkpoints)) {
    number += 1;
    const checkpoint = parseCheckpoint(line.toString('utf8'));
    if (!checkpoint) {
      findings.add('checkpoint-malformed', {}, number);
      continue;
    }
    const valid = isSignedBy(checkpoint, publicKey);
    if (!valid) findings.add('checkpoint-signature', {}, number);
    if (!follows(checkpoint, before)) findings.add('checkpoint-chain', {}, number);
    else if (valid) signed.push(checkpoint);
    before = checkpoint;
  }
  if (number > 0) await checkPublishedKey(files.publicKey, publicKey, findings);
  else if ((await sizeOf(files.publicKey)) > 0) findings.add('checkpoints-missing', {}, files.checkpoints);
  return signed;
}

function follows(checkpoint: Checkpoint, before: Checkpoint | undefined): boolean {
  if (!before) return checkpoint.previous === NO_PREVIOUS_CHECKPOINT;
  return (
    checkpoint.previous === checkpointDigest(before) &&
    checkpoint.hashAlgorithm === before.hashAlgorithm &&
    checkpoint.treeSize > before.treeSize &&
    checkpoint.leavesBytes > before.leavesBytes &&
    BigInt(checkpoint.position) > BigInt(before.position)
  );
}

async function checkPublishedKey(path: string, publicKey: string, findings: Findings): Promise<void> {
  const published = await readIfThere(path);
  if (published !== publicKey)
    findings.add('public-key-differs', {}, published === undefined ? `${path} (0)` : path);
}
