import Engine
import Foundation
import Law
import Packs
import Testing

/// Who is competent in a district, and with which marks its organs number.
@Suite struct CompetenceTests {
    static let organs = """
        district: town
        title: {zh-Hans: 某区, en: A district}
        authority: test-district
        organs:
          - {organ: government, title: {zh-Hans: 某区人民政府, en: The government}, kind: government}
          - {organ: bureau, title: {zh-Hans: 某局, en: A bureau}, kind: department}
          - {organ: office, title: {zh-Hans: 某街道办事处, en: A subdistrict}, kind: subdistrict}

        """

    static let people = """
        surnames: [张]
        given-names: [丽]
        officers:
          - {officer: bureau-01, name: 李三, organ: bureau, roles: [handler]}

        """

    static let sound = """
        outside:
          - {organ: province, title: {zh-Hans: 某市人民政府, en: The province}}
        marks:
          - {organ: government, as: {signboard: 某政招字, appeal: 某政复字}}
          - {organ: bureau, as: {signboard: 某局招字, quick: 某局快字}}
        reviews:
          - {matter: appeal, organ: government}
          - {matter: appeal, organ: province, over: [government, province]}
          - {matter: complaint, organ: bureau, over: office}

        """

    /// The district that says this of competence; nil for one that has no such file.
    static func district(_ competence: String? = sound) throws -> District {
        let files = [
            "organs.yaml": organs, "people.yaml": people, "competence.yaml": competence,
        ]
        return try DistrictReader(shownAs: "town") { name in
            try #require(files[name] ?? nil)
        }
        .district()
    }

    // MARK: - Reading

    /// What is replaced, by what, and the reason of the refusal; `‹` stands where the reason is told.
    static let unsound = [
        // Organs that nobody knows.
        ("organ: bureau, as", "organ: ‹buro, as", "there is no organ 'buro'"),
        ("appeal, organ: government}", "appeal, organ: ‹state}", "there is no organ 'state'"),
        ("[government, province]", "[government, ‹state]", "there is no organ 'state'"),
        ("over: office", "over: ‹state", "there is no organ 'state'"),
        // Marks that are none, or somebody else's.
        ("某局招字", "‹某政招字", "mark '某政招字' is 'government''s already"),
        ("某局快字", "‹某局快字2", "'某局快字2' is not a mark: write words without numbers"),
        ("某局快字", "‹'某局〔快〕字'", "'某局〔快〕字' is not a mark: write words without numbers"),
        ("某局快字", "‹'{year}'", "'{year}' is not a mark: write words without numbers"),
        ("某局快字", "‹''", "'' is not a mark: write words without numbers"),
        ("某局快字", "‹[某局快字]", "'quick' must be a single value"),
        // Keys: twice, unknown, missing.
        ("{signboard: 某局招字, quick", "{‹signboard: 某局招字, signboard", "duplicate key 'signboard'"),
        ("marks:", "‹marks: []\nmarks:", "duplicate key 'marks'"),
        ("reviews:", "‹revues:", "unknown key 'revues'; known here: marks, outside, reviews"),
        (
            "quick: 某局快字}}", "quick: 某局快字}, ‹since: 2023-01-01}",
            "unknown key 'since'; known here: as, organ"
        ),
        ("over: office", "‹of: office", "unknown key 'of'; known here: matter, organ, over"),
        (
            "en: The province}}", "en: The province}, ‹kind: government}",
            "unknown key 'kind'; known here: organ, title"
        ),
        ("{organ: bureau, as", "‹{as", "missing 'organ'"),
        ("{matter: complaint, ", "‹{", "missing 'matter'"),
        (sound, "‹- no competence\n", "expected keys and values, found something else"),
    ]

    @Test(arguments: unsound)
    func `unsound competence is refused with its reason`(
        old: String, new: String, reason: String
    ) throws {
        #expect(Self.sound.components(of: old) == 2, "‘\(old)’ must stand once")
        let marked = Self.sound.replacingOnce(old, by: new)
        let error = try #require(throws: UnsoundData.self) {
            try Self.district(marked.replacingOnce("‹", by: ""))
        }
        let place = try #require(marked.place(of: "‹"))
        #expect(error.description == "town/competence.yaml:\(place): error: \(reason)")
    }

    @Test func `two marks of one organ may be the same`() throws {
        let district = try Self.district(Self.sound.replacingOnce("某局快字", by: "某局招字"))
        #expect(try district.competence.mark(of: "bureau", under: Self.procedure()) == "某局招字")
    }

    @Test func `a district that says nothing has no marks and knows no reviews`() throws {
        let competence = try Self.district(nil).competence
        #expect(try competence.mark(of: "bureau", under: Self.procedure()) == nil)
        #expect(competence.organs(for: "appeal", against: "bureau") == [])
        #expect(competence.outsiders.isEmpty)
    }

    @Test func `an organ from outside has a title and is none of the district's`() throws {
        let district = try Self.district()
        #expect(district.title(of: "province")?.chinese == "某市人民政府")
        #expect(district.organ("province") == nil)
        #expect(district.title(of: "bureau")?.english == "A bureau")
        #expect(district.title(of: "nobody") == nil)
        // Who changes officers does not change competence.
        let changed = district.with([])
        #expect(changed.title(of: "province")?.chinese == "某市人民政府")
        #expect(changed.competence.organs(for: "appeal", against: "bureau") == ["government"])
    }

    // MARK: - Marks

    /// The sound pack with this said of its numbers.
    static func procedure(_ number: String = "as: '{mark}〔{year}〕{n}号'") throws -> Procedure {
        var files = SoundPack.files
        files["procedure.yaml"] = files["procedure.yaml"]?
            .replacingOnce("as: '招〔{year}〕{n}号'", by: number)
        let source = PackSource(name: "signboard", folder: "packs/signboard", files: files)
        return try #require(PackReading.admitted(source).pack).procedure
    }

    @Test func `an organ's mark goes by the matter, or by the key that the pack names`() throws {
        let competence = try Self.district().competence
        let plain = try Self.procedure()
        let quick = try Self.procedure("as: '{mark}〔{year}〕{n}号', mark: quick")
        #expect(competence.mark(of: "government", under: plain) == "某政招字")
        #expect(competence.mark(of: "bureau", under: plain) == "某局招字")
        #expect(competence.mark(of: "bureau", under: quick) == "某局快字")
        #expect(competence.mark(of: "government", under: quick) == nil)
        #expect(competence.mark(of: "office", under: plain) == nil)
        #expect(competence.mark(of: "province", under: plain) == nil)
    }

    static let numberings = [
        (
            "'招{mark}〔{year}〕{n}号'", "‹'招{mark}〔{year}〕{n}号'",
            "a number begins with {mark}〔, or has no mark"
        ),
        ("'{mark}〔{year}〕号'", "‹'{mark}〔{year}〕号'", "a number holds {year} and {n}"),
        (
            "'{mark}〔{year}〕{n}号', mark: Quick", "'{mark}〔{year}〕{n}号', mark: ‹Quick",
            "'Quick' is not a name: write lower-case words joined by hyphens"
        ),
    ]

    @Test(arguments: numberings)
    func `a numbering says its mark rightly`(_: String, new: String, message: String) throws {
        try expectRefusal(of: Breaking("procedure.yaml", "'招〔{year}〕{n}号'", new, message)) {
            $0.contains("/scenarios/")
        }
    }

    // MARK: - Reviews

    static let reviews: [(matter: Procedure.Matter.ID, against: Organ.ID, organ: Organ.ID?)] = [
        ("appeal", "bureau", "government"), ("appeal", "office", "government"),
        ("appeal", "nobody", "government"), ("appeal", "government", "province"),
        ("appeal", "province", "province"), ("complaint", "office", "bureau"),
        ("complaint", "bureau", nil), ("signboard", "bureau", nil),
    ]

    @Test(arguments: reviews)
    func `a matter goes to the organ over the one that acted, else to the organ over all others`(
        matter: Procedure.Matter.ID, against: Organ.ID, organ: Organ.ID?
    ) throws {
        #expect(
            try Self.district().competence.organs(for: matter, against: against)
                == [organ].compactMap { $0 })
    }

    @Test func `the order of the rows does not matter`() throws {
        let rows = Self.sound.split(separator: "\n", omittingEmptySubsequences: false)
        let turned = (rows[..<6] + [rows[7], rows[6], rows[8]]).joined(separator: "\n")
        let competence = try Self.district(turned).competence
        #expect(competence.organs(for: "appeal", against: "government") == ["province"])
        #expect(competence.organs(for: "appeal", against: "bureau") == ["government"])
    }
}

/// What the demonstration district says of competence.
@Suite struct HaidianCompetenceTests {
    private static var reader: DistrictReader {
        DistrictReader(
            folder: Repository.root.appending(path: "districts/haidian-2023"),
            shownAs: "haidian-2023")
    }

    @Test func `every organ that numbers in the year has a mark of its own`() throws {
        let district = try Self.reader.district()
        let packs = try PackLibrary.admitted(
            folder: Repository.root.appending(path: "packs"), shownAs: "packs"
        )
        .compactMap(\.pack)
        let marked = packs.filter { $0.procedure.numbering?.isMarked ?? false }
        for entry in try Self.reader.year().entries {
            guard let pack = marked.first(where: { $0.procedure.id == entry.pack }) else {
                continue
            }
            let own = pack.scenarios.first { $0.name == entry.scenario }?.organ
            for organ in entry.organs.isEmpty ? [own].compactMap(\.self) : entry.organs {
                let mark = district.competence.mark(of: organ, under: pack.procedure)
                #expect(mark != nil, "\(organ) under \(entry.pack)")
            }
        }
    }

    static let reviews: [(against: Organ.ID, organs: [Organ.ID])] = [
        ("market-supervision", ["haidian-government"]), ("police", ["haidian-government"]),
        ("wanshoulu-street", ["haidian-government"]), ("sijiqing-town", ["haidian-government"]),
        ("haidian-government", ["beijing-government"]),
        ("beijing-government", ["beijing-government"]),
        ("justice", ["haidian-government", "municipal-justice"]),
    ]

    @Test(arguments: reviews)
    func `reconsideration goes where the law says`(against: Organ.ID, organs: [Organ.ID]) throws {
        let district = try Self.reader.district()
        #expect(district.competence.organs(for: "reconsideration", against: against) == organs)
        #expect(organs.allSatisfy { district.title(of: $0) != nil })
    }
}
