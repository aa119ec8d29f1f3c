import Sheets

extension Home {
    /// The words of the command line, which speaks simplified Chinese.
    func words() throws -> Words {
        try Catalogues(folder: path("catalogues"), areas: SheetAreas.all).words(.zhHans)
    }
}
