/// An organ of government (机关).
public enum Organ {
    /// The stable name of an organ.
    public typealias ID = Identifier<Organ>
}

/// A person as the record knows them: an officer's number or a pseudonym of a party.
public enum Person {
    /// The stable name of a person.
    public typealias ID = Identifier<Person>
}
