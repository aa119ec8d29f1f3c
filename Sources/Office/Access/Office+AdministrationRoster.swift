import Engine
package import Law
package import Packs

/// An officer as a form wrote them down.
package struct OfficerForm: Sendable, Equatable {
    package var name = ""
    package var organ = ""
    package var roles: [String] = []
    package var certificate = ""
    package var certificateFrom = ""
    package var certificateUntil = ""

    package init() {}

    package init(_ officer: District.Officer) {
        name = officer.name
        organ = officer.organ.text
        roles = officer.roles.map(\.text).sorted()
        certificate = officer.certificate?.number ?? ""
        certificateFrom = officer.certificate?.valid.from.description ?? ""
        certificateUntil = officer.certificate?.valid.until?.description ?? ""
    }
}

extension Office {
    /// Writes an officer down, a new one if `id` is nil; it counts for acts from then on, and records keep what they had.
    package nonisolated func keep(
        _ form: OfficerForm, as id: Person.ID?, telling: Telling<Person.ID>? = nil,
        by viewer: Viewer
    ) async throws -> Person.ID {
        try viewer.mustHold(.systemAdministrator)
        let district = try await district()
        let before = id.flatMap { district?.officer($0) }
        if let id, before == nil {
            throw Refusal(.unknownPerson, field: "officer", "名册中没有“\(id.text.prefix(64))”")
        }
        guard district?.organ(Organ.ID(form.organ)) != nil else {
            throw Refusal("unknown-organ", field: "organ", "应当选定所属机关")
        }
        let known = Set(try await posts().map(\.role)).union(before?.roles ?? [])
        let roles = Set(form.roles.map { Role.ID($0) })
        guard roles.isSubset(of: known) else {
            throw Refusal(.badField, field: "roles", "没有这一岗位")
        }
        guard (1...40).contains(form.name.count) else {
            throw Refusal(.badField, field: "name", "应当填写姓名，不超过40字")
        }
        let certificate = try form.held()
        let entry = TrailEntry(
            at: now, account: viewer.trailName,
            act: id == nil ? "officer-added" : "officer-changed", detail: "")
        let written = try await journal.write { writer in
            let number = try id ?? writer.nextNumber(in: form.organ, of: district)
            let officer = District.Officer(
                id: number, name: form.name, organ: Organ.ID(form.organ), roles: roles,
                certificate: certificate)
            try writer.keep(OfficerPaper(officer))
            try writer.add(entry.about(officer.change(from: before)))
            try writer.keep(told: number, telling)
            return number
        }
        roster.district = nil
        return written
    }
}

extension JournalReader {
    /// The number of a new officer: the organ's name and the next figure.
    fileprivate func nextNumber(in organ: String, of district: District?) throws -> Person.ID {
        let kept = try kept(all: OfficerPaper.self).map(\.id)
        let all = kept + (district?.officers.map(\.id.text) ?? [])
        let last =
            all.filter { $0.hasPrefix(organ + "-") }
            .compactMap { Int($0.dropFirst(organ.count + 1)) }.max() ?? 0
        return Person.ID("\(organ)-\(last < 9 ? "0" : "")\(last + 1)")
    }
}

extension OfficerForm {
    /// The certificate; nil if the form names none.
    fileprivate func held() throws(Refusal) -> Participant.Certificate? {
        if certificate.isEmpty, certificateFrom.isEmpty, certificateUntil.isEmpty { return nil }
        let isNumber =
            (4...32).contains(certificate.count)
            && certificate.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        guard isNumber else {
            throw Refusal(.badField, field: "certificate", "行政执法证件号应当由4至32个字母、数字或者连字符组成")
        }
        guard let from = Day(iso: certificateFrom) else {
            throw Refusal(.badField, field: "certificate-from", "应当填写行政执法证件有效期的第一日")
        }
        let until = Day(iso: certificateUntil)
        guard until != nil || certificateUntil.isEmpty else {
            throw Refusal(.badField, field: "certificate-until", "行政执法证件有效期的最后一日不是日期")
        }
        if let until, until < from {
            throw Refusal(.badField, field: "certificate-until", "最后一日不能早于第一日")
        }
        return Participant.Certificate(
            number: certificate, valid: Validity(from: from, until: until))
    }
}

extension District.Officer {
    /// What became of an officer, for the trail: posts given and taken, and what else is new.
    fileprivate func change(from before: District.Officer?) -> String {
        var words = [id.text]
        if let before {
            if before.name != name { words.append("name") }
            if before.organ != organ { words.append("\(before.organ)>\(organ)") }
            if before.certificate != certificate { words.append("certificate") }
        } else {
            words.append(organ.text)
        }
        words += roles.subtracting(before?.roles ?? []).map { "+\($0)" }.sorted()
        words += (before?.roles ?? []).subtracting(roles).map { "-\($0)" }.sorted()
        return words.joined(separator: " ")
    }
}

extension TrailEntry {
    /// The same with what it is about.
    func about(_ detail: String) -> TrailEntry {
        TrailEntry(at: at, account: account, act: act, subject: subject, detail: detail)
    }
}
