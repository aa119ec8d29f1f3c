/// Up to 256 log entries in one file, each after its length in two bytes (C2SP tlog-tiles).
public enum EntryBundle {
    /// The longest entry that two bytes of length can announce.
    public static let longestEntry = Int(UInt16.max)

    /// Why a bundle cannot be written or read.
    public enum Failure: Error, Hashable, Sendable {
        /// A bundle has at most 256 entries.
        case tooManyEntries(Int)
        /// The entry at this place of the bundle is longer than 65535 bytes.
        case entryTooLong(place: Int, bytes: Int)
        /// The bundle ends inside the entry that begins at this byte.
        case truncated(offset: Int)
    }

    /// The bytes of a bundle holding the entries.
    public static func encode(_ entries: [[UInt8]]) throws(Failure) -> [UInt8] {
        guard entries.count <= Tile.fullWidth else { throw .tooManyEntries(entries.count) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(entries.reduce(0) { $0 + 2 + $1.count })
        for (place, entry) in entries.enumerated() {
            guard entry.count <= longestEntry else {
                throw .entryTooLong(place: place, bytes: entry.count)
            }
            bytes.append(UInt8(entry.count >> 8))
            bytes.append(UInt8(entry.count & 0xFF))
            bytes += entry
        }
        return bytes
    }

    /// The entries of a bundle.
    public static func decode(_ bytes: [UInt8]) throws(Failure) -> [[UInt8]] {
        var entries: [[UInt8]] = []
        var offset = 0
        while offset < bytes.count {
            guard offset + 2 <= bytes.count else { throw .truncated(offset: offset) }
            let end = offset + 2 + Int(bytes[offset]) << 8 + Int(bytes[offset + 1])
            guard end <= bytes.count else { throw .truncated(offset: offset) }
            guard entries.count < Tile.fullWidth else { throw .tooManyEntries(entries.count + 1) }
            entries.append(Array(bytes[(offset + 2)..<end]))
            offset = end
        }
        return entries
    }
}
