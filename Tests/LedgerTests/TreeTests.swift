import Ledger
import Testing

@Suite struct TreeTests {
    /// The test tree of certificate-transparency (merkle_tree_test.cc): entries and roots.
    static let reference: [(entry: String, root: String)] = [
        ("", "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"),
        ("00", "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"),
        ("10", "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"),
        ("2021", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"),
        ("3031", "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4"),
        ("40414243", "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef"),
        ("5051525354555657", "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c"),
        (
            "606162636465666768696a6b6c6d6e6f",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
        ),
    ]

    @Test func `the roots of the reference tree come out`() throws {
        var tree = Tree()
        #expect(tree.root == .emptyRoot)
        for (entry, root) in TreeTests.reference {
            tree.append(.leaf(try #require(Hex.decode(entry))))
            #expect(tree.root.hex == root)
        }
    }

    @Test func `the root of every size is that of RFC 6962`() throws {
        var log = MemoryLog()
        for size in 0...600 {
            #expect(log.tree.size == size)
            #expect(log.tree.root == naiveRoot(log.leaves[...]))
            log.add(size)
        }
    }

    @Test func `a tree resumed from its tiles at every size is the one that grew`() throws {
        let whole = MemoryLog(size: 600)
        var grown = Tree()
        for size in 0...600 {
            var resumed = try Tree(size: size, readTile: whole.read)
            #expect(resumed.root == grown.root)
            #expect(resumed.takeChanges().isEmpty)
            var other = grown
            _ = other.takeChanges()
            for place in size..<min(size + 3, 600) {
                resumed.append(whole.leaves[place])
                other.append(whole.leaves[place])
            }
            #expect(resumed.root == other.root)
            #expect(resumed.takeChanges() == other.takeChanges())
            if size < 600 { grown.append(whole.leaves[size]) }
        }
    }

    @Test func `the large log has the root of RFC 6962`() {
        #expect(MemoryLog.large.tree.root == naiveRoot(MemoryLog.large.leaves[...]))
    }

    @Test(arguments: [1, 2, 7, 255, 256, 257, 1000])
    func `stored tiles are the same however often they are taken`(step: Int) {
        let often = MemoryLog(size: 1800, storingEvery: step)
        let once = MemoryLog(size: 1800, storingEvery: 1800)
        #expect(often.tiles == once.tiles)
        #expect(often.tree.root == once.tree.root)
    }

    @Test func `level k tiles hold the roots of full subtrees`() throws {
        let log = MemoryLog.large
        let level1 = try log.read(.init(level: 1, index: 0))
        #expect(level1.count == 256)
        #expect(level1[3] == naiveRoot(log.leaves[768..<1024]))
        #expect(try log.read(.init(level: 1, index: 1)).count == 1)
        #expect(try log.read(.init(level: 2, index: 0)) == [naiveRoot(log.leaves[..<65_536])])
        #expect(try log.read(.init(level: 0, index: 257)).count == 66_000 % 256)
    }

    @Test func `changes name only the tiles that changed`() {
        var log = MemoryLog(size: 254)
        log.add(254)
        #expect(log.tree.takeChanges().map(\.path.text) == ["tile/0/000.p/255"])
        #expect(log.tree.takeChanges().isEmpty)
        log.add(255)
        #expect(log.tree.takeChanges().map(\.path.text) == ["tile/0/000", "tile/1/000.p/1"])
        for place in 256..<769 { log.add(place) }
        #expect(
            log.tree.takeChanges().map(\.path.text) == [
                "tile/0/001", "tile/0/002", "tile/0/003.p/1", "tile/1/000.p/3",
            ])
    }

    @Test func `an aborted copy leaves the tree as it was`() {
        var log = MemoryLog(size: 300)
        var copy = log.tree
        copy.append(.leaf([1]))
        _ = copy.takeChanges()
        #expect(log.tree.size == 300)
        #expect(log.tree.root == naiveRoot(log.leaves[...]))
        log.add(300)
        #expect(log.tree.root == naiveRoot(log.leaves[...]))
    }

    @Test(arguments: [65_534, 65_535, 65_536, 65_537, 66_000])
    func `roots hold across the borders of tiles`(size: Int) throws {
        let log = MemoryLog.large
        let root = naiveRoot(log.leaves[..<size])
        #expect(try Tree(size: size, readTile: log.read).root == root)
        #expect(try Proof.root(ofTreeOf: size, readTile: log.read) == root)
        var resumed = try Tree(size: size - 300, readTile: log.read)
        for leaf in log.leaves[(size - 300)..<size] { resumed.append(leaf) }
        #expect(resumed.root == root)
    }

    @Test func `a tree does not resume from tiles that are too narrow`() {
        let log = MemoryLog(size: 300)
        let address = Tile.Address(level: 0, index: 1)
        #expect(throws: TreeError.tileTooNarrow(address, has: 44, needs: 45)) {
            try Tree(size: 301, readTile: log.read)
        }
        #expect(throws: TreeError.negativeSize(-1)) { try Tree(size: -1, readTile: log.read) }
        #expect(throws: TreeError.negativeSize(-1)) {
            try Proof.root(ofTreeOf: -1, readTile: log.read)
        }
    }
}
