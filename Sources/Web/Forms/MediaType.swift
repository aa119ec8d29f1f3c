/// What a document is, told from its first bytes: neither its name nor what a browser says of it is trusted.
enum DocumentMediaType: String, Sendable, CaseIterable {
    case pdf = "application/pdf"
    case png = "image/png"
    case jpeg = "image/jpeg"
    /// Word, Excel and OFD files are archives of this form.
    case archive = "application/zip"
    case text = "text/plain"

    /// The largest document: twenty mebibytes.
    static let mostBytes = 20 << 20

    /// Nil for anything that is not taken.
    init?(sniffing bytes: [UInt8]) {
        if bytes.starts(with: "%PDF-".utf8) {
            self = .pdf
        } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            self = .archive
        } else if Self.isPlainText(bytes) {
            self = .text
        } else {
            return nil
        }
    }

    var fileExtension: String {
        switch self {
        case .pdf: "pdf"
        case .png: "png"
        case .jpeg: "jpg"
        case .archive: "zip"
        case .text: "txt"
        }
    }

    /// UTF-8 without control characters and without the beginning of markup or a script.
    private static func isPlainText(_ bytes: [UInt8]) -> Bool {
        guard !bytes.isEmpty, let text = String(validating: bytes, as: UTF8.self) else {
            return false
        }
        let isClean = text.unicodeScalars.allSatisfy {
            $0.value >= 0x20 || $0 == "\n" || $0 == "\r" || $0 == "\t"
        }
        return isClean && text.trimmed.first != "<" && !text.hasPrefix("#!")
    }
}
