import Ledger
import Testing

@Suite struct ProofTests {
    static let log = MemoryLog(size: 100)
    static let roots = (0...100).map { naiveRoot(log.leaves[..<$0]) }

    @Test(arguments: 1...100)
    func `every inclusion proof of every size holds and no tampered one does`(size: Int) throws {
        let (log, root) = (ProofTests.log, ProofTests.roots[size])
        for index in 0..<size {
            let path = try Proof.inclusion(of: index, inTreeOf: size, readTile: log.read)
            #expect(path == naivePath(index, log.leaves[..<size]))
            func holds(
                _ path: [Digest], at index: Int = index, in size: Int = size,
                leaf: Digest = log.leaves[index], root: Digest = root
            ) -> Bool {
                (try? Proof.verifyInclusion(
                    of: leaf, at: index, inTreeOf: size, root: root, path: path)) != nil
            }
            #expect(holds(path))
            #expect(!tamperings(of: path).contains { holds($0) })
            #expect(!holds(path, leaf: flip(log.leaves[index])))
            #expect(!holds(path, root: flip(root)))
            #expect(!(-1...size).contains { $0 != index && holds(path, at: $0) })
            #expect(!holds(path, in: index))
            for other in [index, size - 1, size + 1, 2 * size, 100 - size]
            where other != size && 0...100 ~= other {
                #expect(!holds(path, in: other, root: ProofTests.roots[other]))
            }
        }
    }

    @Test(arguments: 0...100)
    func `every consistency proof of every size holds and no tampered one does`(new: Int) throws {
        let (log, roots) = (ProofTests.log, ProofTests.roots)
        for old in 0...new {
            let path = try Proof.consistency(from: old, to: new, readTile: log.read)
            let naive = old == 0 ? [] : naiveSubproof(old, log.leaves[..<new], true)
            #expect(path == naive)
            func holds(
                _ path: [Digest], from old: Int = old, to new: Int = new, _ oldRoot: Digest,
                _ newRoot: Digest
            ) -> Bool {
                (try? Proof.verifyConsistency(
                    from: old, oldRoot: oldRoot, to: new, newRoot: newRoot, path: path)) != nil
            }
            #expect(holds(path, roots[old], roots[new]))
            #expect(!tamperings(of: path).contains { holds($0, roots[old], roots[new]) })
            #expect(!holds(path, flip(roots[old]), roots[new]))
            if old > 0 || new == 0 { #expect(!holds(path, roots[old], flip(roots[new]))) }
            if old > 0 {
                let others = (-1...new).filter { $0 != old }
                #expect(!others.contains { holds(path, from: $0, roots[old], roots[new]) })
            }
            #expect(!holds(path, from: new + 1, roots[old], roots[new]))
        }
    }

    @Test(arguments: [255, 256, 257, 511, 512, 513, 65_535, 65_536, 65_537, 66_000])
    func `proofs hold across the borders of tiles`(size: Int) throws {
        let log = MemoryLog.large
        let root = naiveRoot(log.leaves[..<size])
        for index in Set([0, 1, 127, 128, 254, 255, 256, 257, 512, 65_535, size - 2, size - 1])
        where index < size {
            let path = try Proof.inclusion(of: index, inTreeOf: size, readTile: log.read)
            try Proof.verifyInclusion(
                of: log.leaves[index], at: index, inTreeOf: size, root: root, path: path)
        }
        for old in Set([1, 100, 254, 255, 256, 257, 511, 512, 65_535, 65_536, size - 1])
        where old <= size {
            let path = try Proof.consistency(from: old, to: size, readTile: log.read)
            let oldRoot = try Proof.root(ofTreeOf: old, readTile: log.read)
            try Proof.verifyConsistency(
                from: old, oldRoot: oldRoot, to: size, newRoot: root, path: path)
        }
    }

    @Test func `proofs of the reference tree come out`() throws {
        var log = MemoryLog()
        for (entry, _) in TreeTests.reference {
            log.tree.append(.leaf(try #require(Hex.decode(entry))))
        }
        log.store()
        #expect(
            try Proof.consistency(from: 6, to: 8, readTile: log.read).map(\.hex) == [
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ])
        #expect(
            try Proof.consistency(from: 2, to: 5, readTile: log.read).map(\.hex) == [
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            ])
        #expect(
            try Proof.inclusion(of: 2, inTreeOf: 3, readTile: log.read).map(\.hex) == [
                "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"
            ])
    }

    @Test func `what cannot be proved is refused with its reason`() throws {
        let log = ProofTests.log
        #expect(throws: TreeError.noSuchLeaf(index: 5, size: 5)) {
            try Proof.inclusion(of: 5, inTreeOf: 5, readTile: log.read)
        }
        #expect(throws: TreeError.noSuchLeaf(index: 0, size: -1)) {
            try Proof.inclusion(of: 0, inTreeOf: -1, readTile: log.read)
        }
        #expect(throws: TreeError.sizesOutOfOrder(old: 6, new: 5)) {
            try Proof.consistency(from: 6, to: 5, readTile: log.read)
        }
        let address = Tile.Address(level: 0, index: 0)
        #expect(throws: TreeError.tileTooNarrow(address, has: 100, needs: 101)) {
            try Proof.inclusion(of: 0, inTreeOf: 101, readTile: log.read)
        }
    }

    @Test func `what does not hold says why`() throws {
        let (log, roots) = (ProofTests.log, ProofTests.roots)
        let path = try Proof.inclusion(of: 3, inTreeOf: 8, readTile: log.read)
        func error(_ path: [Digest], size: Int = 8, root: Digest = roots[8]) -> ProofError? {
            #expect(throws: ProofError.self) {
                try Proof.verifyInclusion(
                    of: log.leaves[3], at: 3, inTreeOf: size, root: root, path: path)
            }
        }
        #expect(error(Array(path.dropLast())) == .pathTooShort)
        #expect(error(path + path) == .pathTooLong)
        #expect(error(path, root: roots[7]) == .rootDiffers)
        #expect(error(path, size: 3) == .noSuchLeaf(index: 3, size: 3))
        let growth = try Proof.consistency(from: 3, to: 8, readTile: log.read)
        func failure(_ path: [Digest], old: Int = 3, _ roots: (Digest, Digest)) -> ProofError? {
            #expect(throws: ProofError.self) {
                try Proof.verifyConsistency(
                    from: old, oldRoot: roots.0, to: 8, newRoot: roots.1, path: path)
            }
        }
        #expect(failure([], (roots[3], roots[8])) == .pathTooShort)
        #expect(failure(growth + growth, (roots[3], roots[8])) == .pathTooLong)
        #expect(failure(growth, (roots[4], roots[8])) == .oldRootDiffers)
        #expect(failure(growth, (roots[3], roots[7])) == .rootDiffers)
        #expect(failure([], old: 0, (roots[3], roots[8])) == .oldRootDiffers)
        #expect(failure(growth, old: 9, (roots[3], roots[8])) == .sizesOutOfOrder(old: 9, new: 8))
    }
}
