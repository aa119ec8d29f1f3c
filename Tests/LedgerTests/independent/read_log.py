"""Judge an exported log with software that is not ours.

    read_log.py EXPORT_DIR [PROOF_FILE ENTRY_FILE]

EXPORT_DIR is a static C2SP tlog-tiles export: checkpoint, tile/..., tile/entries/...,
and verifier-key.txt. pymerkle computes roots and proofs from the raw entries, cryptography
checks Ed25519, tlog-scales reads tiles and checks proofs made from them. Exit 1 and the first
bad thing on stderr, or 0 and one line.
"""

import base64
import hashlib
import sys
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from pymerkle import InmemoryTree, InvalidProof
from pymerkle import verify_consistency, verify_inclusion
from tlog_scales.backend import LocalBackend
from tlog_scales.reader import TilesReader
from tlog_scales.signing import Vkey
from tlog_scales.tiles import level_tiles, tile_path
from tlog_scales.tlog import Checkpoint, InclusionProof, InclusionProofInvalid

ENTRIES = -1  # the level by which tlog-scales names bundles of entries
SAMPLES = 64


class Bad(Exception):
    pass


def need(condition, what):
    if not condition:
        raise Bad(what)


def read(path):
    try:
        return path.read_bytes()
    except OSError as error:
        raise Bad(f"{path}: {error.strerror}") from error


def text(path):
    try:
        return read(path).decode("utf-8")
    except UnicodeDecodeError as error:
        raise Bad(f"{path}: not UTF-8") from error


def strict_base64(line, what):
    try:
        data = base64.b64decode(line, validate=True)
    except ValueError as error:
        raise Bad(f"{what}: not base64") from error
    need(base64.b64encode(data).decode() == line, f"{what}: base64 is not canonical")
    return data


def open_note(note, vkey_line, what):
    """The text of a signed note (C2SP signed-note), checked with `cryptography` alone."""
    name, hash_hex, material = vkey_line.split("+", 2)
    key = strict_base64(material, "verifier key")
    need(key[0] == 1 and len(key) == 33, "verifier key: not Ed25519")
    key_id = hashlib.sha256(name.encode() + b"\n" + key).digest()[:4]
    need(key_id.hex() == hash_hex, "verifier key: its hash is not that of its name and key")
    head, separator, tail = note.rpartition("\n\n")
    need(separator and tail.endswith("\n"), f"{what}: not a signed note")
    body = head + "\n"
    for line in tail[:-1].split("\n"):
        dash, signer, blob = (line.split(" ") + ["", ""])[:3]
        need(dash == "\u2014" and line.count(" ") == 2, f"{what}: bad signature line")
        signature = strict_base64(blob, f"{what}: signature")
        if signer == name and signature[:4] == key_id:
            try:
                Ed25519PublicKey.from_public_bytes(key[1:]).verify(signature[4:], body.encode())
            except InvalidSignature as error:
                raise Bad(f"{what}: wrong signature by {name}") from error
            return body
    raise Bad(f"{what}: no signature by {name}")


def open_checkpoint(note, vkey_line, what):
    """Origin, size and root of a checkpoint, read here and again by tlog-scales."""
    lines = open_note(note, vkey_line, what).split("\n")[:-1]
    need(len(lines) >= 3 and all(lines), f"{what}: not origin, size and root")
    origin, size, root = lines[0], lines[1], strict_base64(lines[2], f"{what}: root")
    need(origin == vkey_line.split("+")[0], f"{what}: origin {origin} is not the name of the key")
    need(size.isascii() and size.isdigit() and str(int(size)) == size, f"{what}: bad size")
    need(len(root) == 32, f"{what}: root is not 32 bytes")
    if len(lines) == 3:  # tlog-scales does not read extension lines
        other = Checkpoint.from_text(note)
        other.verify(Vkey.from_string(vkey_line))
        need((other.origin, other.size, other.root_hash) == (origin, int(size), root),
             f"{what}: tlog-scales reads another checkpoint")
    return int(size), root


def read_entries(directory, size):
    entries = []
    full, partial = level_tiles(size, 0)
    for index, width in [(n, 256) for n in range(full)] + [(full, partial)] * (partial > 0):
        path = directory.joinpath(*tile_path(ENTRIES, index, width % 256))
        data = read(path)
        for place in range(width):
            need(len(data) >= 2, f"{path}: ends before entry {place}")
            length = int.from_bytes(data[:2], "big")
            need(len(data) >= 2 + length, f"{path}: ends inside entry {place}")
            entries.append(data[2:2 + length])
            data = data[2 + length:]
        need(not data, f"{path}: bytes after the last entry")
    return entries


def build_tree(entries):
    """A pymerkle tree of the raw entries; it hashes as RFC 6962 says."""
    tree = InmemoryTree(algorithm="sha256")
    tree.append_entries(entries)
    return tree


def check_root(tree, size, root):
    computed = tree.get_root(size) if size else hashlib.sha256(b"").digest()
    need(computed == root, "checkpoint: its root is not that of the entries")


def check_tiles(directory, tree, size):
    """Each tile file against pymerkle: leaves at level 0, roots of full subtrees above."""
    row = [tree.get_leaf(place) for place in range(1, size + 1)]
    level, files = 0, 0
    while row:
        full, partial = level_tiles(size, level)
        for index, width in [(n, 256) for n in range(full)] + [(full, partial)] * (partial > 0):
            path = directory.joinpath(*tile_path(level, index, width % 256))
            data = read(path)
            need(len(data) == 32 * width, f"{path}: {len(data)} bytes, not {32 * width}")
            for place, digest in enumerate(row[256 * index:256 * index + width]):
                need(data[32 * place:32 * place + 32] == digest, f"{path}: digest {place} is wrong")
            files += 1
        row = [perfect_root(row[start:start + 256]) for start in range(0, full * 256, 256)]
        level += 1
    return files


def perfect_root(digests):
    while len(digests) > 1:
        digests = [hashlib.sha256(b"\x01" + left + right).digest()
                   for left, right in zip(digests[::2], digests[1::2])]
    return digests[0]


def samples(size):
    step = max(1, size // SAMPLES)
    return sorted({*range(0, size, step), *range(max(0, size - 3), size)})


def check_proofs(directory, tree, entries, size, root):
    """Proofs by tlog-scales from the tiles, and by pymerkle from the entries."""
    reader = TilesReader(LocalBackend(directory))
    reader.set_size(size)
    need(reader.calculate_root_hash() == root, "tile: tlog-scales computes another root")
    for index in samples(size):
        need(reader.get_entry(index) == entries[index], f"entry {index}: tlog-scales reads another")
        proof = reader.get_inclusion_proof(index, size)
        proof.check(hashlib.sha256(b"\x00" + entries[index]).digest(), root)
        other = tree.prove_inclusion(index + 1, size)
        verify_inclusion(tree.get_leaf(index + 1), root, other, size=size)
        need(other.path[1:] == proof.node_hashes, f"entry {index}: pymerkle has another path")
        if index:
            old_root = tree.get_root(index)
            verify_consistency(old_root, root, tree.prove_consistency(index, size))
            reader.get_consistency_proof(index, size).check(old_root, root)


def check_proof_file(proof_path, entry_path, vkey_line, tree, log_size):
    """A c2sp.org/tlog-proof@v1 file, checked by tlog-scales and against the log."""
    note = text(proof_path)
    head, separator, checkpoint = note.partition("\n\n")
    lines = head.split("\n")
    need(separator and lines.pop(0) == "c2sp.org/tlog-proof@v1", f"{proof_path}: unknown format")
    if lines and lines[0].startswith("extra "):
        strict_base64(lines.pop(0)[6:], f"{proof_path}: extra")
    need(lines and lines[0].startswith("index "), f"{proof_path}: no index")
    digits = lines.pop(0)[6:]
    need(digits.isascii() and digits.isdigit() and str(int(digits)) == digits,
         f"{proof_path}: bad index")
    path = [strict_base64(line, f"{proof_path}: path") for line in lines]
    size, root = open_checkpoint(checkpoint, vkey_line, str(proof_path))
    leaf = hashlib.sha256(b"\x00" + read(entry_path)).digest()
    try:
        InclusionProof(int(digits), size, path).check(leaf, root)
    except InclusionProofInvalid as error:
        raise Bad(f"{proof_path}: does not prove {entry_path}: {error}") from error
    need(size <= log_size, f"{proof_path}: its checkpoint is newer than the export")
    need(tree.get_root(size) == root, f"{proof_path}: its checkpoint is of another history")


def judge(arguments):
    need(len(arguments) in (1, 3), "usage: read_log.py EXPORT_DIR [PROOF_FILE ENTRY_FILE]")
    directory = Path(arguments[0])
    vkey_line = text(directory / "verifier-key.txt").removesuffix("\n")
    size, root = open_checkpoint(text(directory / "checkpoint"), vkey_line, "checkpoint")
    entries = read_entries(directory, size)
    tree = build_tree(entries)
    check_root(tree, size, root)
    files = check_tiles(directory, tree, size)
    if size:
        check_proofs(directory, tree, entries, size, root)
    if len(arguments) == 3:
        check_proof_file(Path(arguments[1]), Path(arguments[2]), vkey_line, tree, size)
    return f"{vkey_line.split('+')[0]}: {size} entries, {files} tiles, root {root.hex()}: good"


def main():
    try:
        print(judge(sys.argv[1:]))
    except (Bad, InvalidProof) as error:
        print(f"bad: {error}", file=sys.stderr)
        return 1
    except Exception as error:  # whatever a library refuses is a bad log
        print(f"bad: {type(error).__name__}: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
