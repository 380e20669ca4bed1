import fc from 'fast-check';
import { digest, type HashAlgorithm } from '../crypto/hash-algorithm';
import { CompactRange } from './compact-range';
import { verifyConsistency, verifyInclusion } from './merkle-proof';
import { MerkleTree } from './merkle-tree';

/** The eight leaves of Certificate Transparency's reference tests and the roots of their first n. */
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((hex) => Buffer.from(hex, 'hex'));
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

/** RFC 6962, 2.1, word by word. */
function naiveRoot(algorithm: HashAlgorithm, leaves: readonly string[]): Buffer {
  const [only] = leaves;
  if (only === undefined) return digest(algorithm);
  if (leaves.length === 1) return digest(algorithm, Buffer.of(0), only);
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return digest(
    algorithm,
    Buffer.of(1),
    naiveRoot(algorithm, leaves.slice(0, k)),
    naiveRoot(algorithm, leaves.slice(k)),
  );
}

const treeOf = (leaves: readonly (string | Uint8Array)[], algorithm: HashAlgorithm = 'sha256') => {
  const tree = new MerkleTree(algorithm);
  for (const leaf of leaves) tree.append(leaf);
  return tree;
};

const list = fc.array(fc.string({ maxLength: 4 }), { maxLength: 70 });
const algorithms = fc.constantFrom<HashAlgorithm>('sha256', 'sm3');

describe('Merkle tree', () => {
  it('has the roots of the Certificate Transparency test vectors', () => {
    const tree = treeOf(LEAVES);
    expect(ROOTS.map((_, size) => tree.root(size))).toEqual(ROOTS);
    const range = CompactRange.empty('sha256');
    const roots = [range.root()];
    for (const leaf of LEAVES) {
      range.append(leaf);
      roots.push(range.root());
    }
    expect(roots).toEqual(ROOTS);
  });

  it('gives the audit path of the reference tests', () => {
    expect(treeOf(LEAVES).inclusionProof(5, 8)).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });

  it('has the root that the definition gives, for every length and both algorithms', () => {
    fc.assert(
      fc.property(list, algorithms, (leaves, algorithm) => {
        const expected = naiveRoot(algorithm, leaves).toString('hex');
        const range = CompactRange.empty(algorithm);
        for (const leaf of leaves) range.append(leaf);
        expect(treeOf(leaves, algorithm).root()).toBe(expected);
        expect(range.root()).toBe(expected);
        expect(CompactRange.restore(algorithm, range.size, range.toPeaks())?.root()).toBe(expected);
      }),
    );
  });

  it('proves every leaf of every size, and proves no other leaf, place or root', () => {
    const leaves = Array.from({ length: 33 }, (_, index) => `leaf ${index}`);
    const tree = treeOf(leaves);
    for (let size = 1; size <= leaves.length; size++) {
      for (const [index, leaf] of leaves.slice(0, size).entries()) {
        const claim = { leaf, index, size, proof: tree.inclusionProof(index, size), root: tree.root(size) };
        expect(verifyInclusion('sha256', claim)).toBe(true);
        expect(verifyInclusion('sha256', { ...claim, leaf: 'another' })).toBe(false);
        expect(verifyInclusion('sha256', { ...claim, index: index + 1 })).toBe(false);
        expect(verifyInclusion('sha256', { ...claim, root: tree.root(size - 1) })).toBe(false);
        expect(verifyInclusion('sha256', { ...claim, proof: [...claim.proof, tree.root()] })).toBe(false);
      }
    }
  });

  it('proves that every size grew out of every smaller one, and nothing else', () => {
    const tree = treeOf(Array.from({ length: 33 }, (_, index) => `leaf ${index}`));
    const other = treeOf(Array.from({ length: 33 }, (_, index) => `other ${index}`));
    for (let second = 1; second <= 33; second++) {
      for (let first = 1; first <= second; first++) {
        const claim = {
          first,
          second,
          firstRoot: tree.root(first),
          secondRoot: tree.root(second),
          proof: tree.consistencyProof(first, second),
        };
        expect(verifyConsistency('sha256', claim)).toBe(true);
        expect(verifyConsistency('sha256', { ...claim, firstRoot: other.root(first) })).toBe(false);
        expect(verifyConsistency('sha256', { ...claim, secondRoot: other.root(second) })).toBe(false);
        expect(verifyConsistency('sha256', { ...claim, proof: [...claim.proof, tree.root()] })).toBe(false);
      }
    }
  });

  it('refuses proofs for what the tree does not hold', () => {
    const tree = treeOf(['a', 'b']);
    expect(() => tree.inclusionProof(2)).toThrow('no leaf 2 of 2');
    expect(() => tree.root(3)).toThrow('the tree has 2 leaves, not 3');
    expect(() => tree.consistencyProof(0)).toThrow('no consistency from 0 to 2');
    expect(CompactRange.restore('sha256', 3, [])).toBeUndefined();
  });
});
