import Law

/// Reads `provisions.yaml`: instruments, and the articles relied on.
struct ProvisionReader {
    let block: Block
    let references: References

    func read() -> (Catalogue<Instrument>, Catalogue<Provision>) {
        let instruments = Catalogue(block.blocks("instruments").compactMap(instrument))
        let provisions = block.blocks("provisions").compactMap { provision($0, of: instruments) }
        return (instruments, Catalogue(provisions))
    }

    private func instrument(_ block: Block) -> Instrument? {
        defer { block.finish() }
        guard let id = block.text("instrument"), let title = block.text("title"),
            let inForce = block.validity("in-force")
        else { return nil }
        return Instrument(id: Instrument.ID(id), title: title, inForce: inForce)
    }

    private func provision(
        _ block: Block, of instruments: Catalogue<Instrument>
    ) -> Provision? {
        defer { block.finish() }
        guard let id: Provision.ID = block.declaration("provision", .provision, references),
            let digest = block.title("digest"),
            let status = block.choice("status", of: Provision.Status.self)
        else { return nil }
        guard let instrument = instruments[Basis(id.text).instrument] else {
            block.report(
                "provision", "'\(Basis(id.text).instrument)' is not among the instruments")
            return nil
        }
        let inForce = block.has("in-force") ? block.validity("in-force") : instrument.inForce
        guard let inForce else { return nil }
        if !instrument.inForce.covers(inForce) {
            block.report(
                "in-force", "reaches beyond the instrument, in force \(instrument.inForce)")
        }
        return Provision(id: id, digest: digest, status: status, inForce: inForce)
    }
}
