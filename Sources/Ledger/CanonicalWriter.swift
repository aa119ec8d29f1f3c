/// Writes canonical JSON (RFC 8785) straight into bytes, for code that names its keys in order.
///
/// It checks the order as it goes and reports the first mistake when it ends.
public struct CanonicalWriter: Sendable {
    /// What the calling code got wrong.
    public enum Mistake: Error, Hashable, Sendable {
        /// The key does not come after the one before it, or is not plain ASCII.
        case key(String)
        /// The value has no canonical form.
        case value(JSON.FormError)
        /// A field was written into a list, or an element into an object.
        case misplaced
    }

    private var buffer: [UInt8] = []
    private var lastKey: StaticString = ""
    private var isFirst = true
    private var isList = false
    private var depth = 0
    private var mistake: Mistake?

    /// The canonical form of an object of the fields that `fields` writes.
    public static func object(
        reserving count: Int = 512, _ fields: (inout CanonicalWriter) -> Void
    ) throws(Mistake) -> [UInt8] {
        var writer = CanonicalWriter()
        writer.buffer.reserveCapacity(count)
        writer.nest(inList: false, fields)
        if let mistake = writer.mistake { throw mistake }
        return writer.buffer
    }

    /// A field holding a string.
    public mutating func field(_ key: StaticString, _ value: String) {
        begin(key)
        CanonicalForm.append(quoting: value, to: &buffer)
    }

    /// A field holding an integer.
    public mutating func field(_ key: StaticString, _ value: Int) {
        begin(key)
        append(value)
    }

    /// A field holding a truth value.
    public mutating func field(_ key: StaticString, _ value: Bool) {
        begin(key)
        CanonicalForm.append(value ? "true" : "false", to: &buffer)
    }

    /// A field holding any value.
    public mutating func field(_ key: StaticString, _ value: JSON) {
        begin(key)
        append(value)
    }

    /// A field holding an object of the fields that `fields` writes.
    public mutating func field(
        _ key: StaticString, object fields: (inout CanonicalWriter) -> Void
    ) {
        begin(key)
        nest(inList: false, fields)
    }

    /// A field holding a list of the elements that `elements` writes.
    public mutating func field(
        _ key: StaticString, array elements: (inout CanonicalWriter) -> Void
    ) {
        begin(key)
        nest(inList: true, elements)
    }

    /// An element of a list holding a string.
    public mutating func element(_ value: String) {
        separate()
        CanonicalForm.append(quoting: value, to: &buffer)
    }

    /// An element of a list holding an integer.
    public mutating func element(_ value: Int) {
        separate()
        append(value)
    }

    /// An element of a list holding any value.
    public mutating func element(_ value: JSON) {
        separate()
        append(value)
    }

    /// An element of a list holding an object of the fields that `fields` writes.
    public mutating func element(object fields: (inout CanonicalWriter) -> Void) {
        separate()
        nest(inList: false, fields)
    }
}

extension CanonicalWriter {
    private mutating func begin(_ key: StaticString) {
        separate(inList: false)
        if !CanonicalWriter.follows(key, after: lastKey) { note(.key(key.description)) }
        lastKey = key
        buffer.append(UInt8(ascii: "\""))
        CanonicalForm.append(key, to: &buffer)
        buffer.append(UInt8(ascii: "\""))
        buffer.append(UInt8(ascii: ":"))
    }

    private mutating func separate(inList: Bool = true) {
        if isList != inList { note(.misplaced) }
        if !isFirst { buffer.append(UInt8(ascii: ",")) }
        isFirst = false
    }

    private mutating func append(_ integer: Int) {
        if !(JSON.safeIntegers ~= integer) { note(.value(.unsafeInteger(integer))) }
        CanonicalForm.append(integer, to: &buffer)
    }

    private mutating func append(_ value: JSON) {
        do { try value.append(to: &buffer, depth: depth) } catch { note(.value(error)) }
    }

    private mutating func nest(inList: Bool, _ body: (inout CanonicalWriter) -> Void) {
        let outer = (key: lastKey, isList: isList)
        depth += 1
        if depth > JSON.deepest { note(.value(.tooDeep)) }
        (lastKey, isFirst, isList) = ("", true, inList)
        buffer.append(inList ? UInt8(ascii: "[") : UInt8(ascii: "{"))
        body(&self)
        buffer.append(inList ? UInt8(ascii: "]") : UInt8(ascii: "}"))
        (lastKey, isFirst, isList) = (outer.key, false, outer.isList)
        depth -= 1
    }

    private mutating func note(_ mistake: Mistake) {
        if self.mistake == nil { self.mistake = mistake }
    }

    private static func follows(_ key: StaticString, after last: StaticString) -> Bool {
        guard key.hasPointerRepresentation, key.isASCII else { return false }
        let key = UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount)
        guard PlainRun.end(in: key) == key.count else { return false }
        let last = UnsafeBufferPointer(start: last.utf8Start, count: last.utf8CodeUnitCount)
        return KeyOrder.precedes(UnsafeRawBufferPointer(last), UnsafeRawBufferPointer(key))
    }
}
