package import Engine
package import Law

/// Consultations (征询) and remarks in an office's words.
extension CaseWords {
    /// What a move is called, with the names of those concerned.
    package func move(_ move: ConsultationMove) -> String {
        switch move {
        case .answer(.agree, _): self(.answeredAgree)
        case .answer(.object, _): self(.answeredObject)
        case .add(let id): self(.added, ["person": person(id)])
        case .remove(let id): self(.removed, ["person": person(id)])
        case .pass(_, let to): self(.passedOn, ["person": person(to)])
        case .delegate(_, let to): self(.delegated, ["person": person(to)])
        case .sendBack(_, let stage): self(.sentBack, ["stage": self.stage(stage)])
        case .withdraw: self(.withdrawn)
        case .urge: self(.urgedAnswer)
        case .silence(let id): self(.wasSilent, ["person": person(id)])
        }
    }

    /// A consultation and the move made in it.
    func consulted(_ rule: ConsultationRule.ID, _ move: ConsultationMove) -> String {
        self(.consulted, ["consultation": consultation(rule), "move": self.move(move)])
    }

    package func result(_ result: ConsultationResult) -> String {
        switch result {
        case .agreed: self(.resultAgreed)
        case .objected: self(.resultObjected)
        case .noOpinion: self(.resultNoOpinion)
        case .informed: self(.resultInformed)
        case .sentBack: self(.resultSentBack)
        case .withdrawn: self(.resultWithdrawn)
        }
    }

    package func question(_ question: Consultation.Question) -> String {
        switch question.state {
        case .waiting: self(.questionWaiting)
        case .open:
            question.delegate.map { self(.questionDelegated, ["person": person($0)]) }
                ?? self(.questionOpen)
        case .answered(.agree): self(.questionAgreed)
        case .answered(.object): self(.questionObjected)
        case .silent: self(.questionSilent)
        case .passedOn: self(.questionPassedOn)
        case .removed: self(.questionRemoved)
        case .moot: self(.questionMoot)
        }
    }

    package func join(_ join: Join) -> String {
        switch join {
        case .all: self(.joinAll)
        case .any: self(.joinAny)
        case .sequence: self(.joinSequence)
        case .each: self(.joinEach)
        case .inform: self(.joinInform)
        }
    }

    package func silence(_ silence: Silence) -> String {
        switch silence {
        case .consent: self(.silenceConsent)
        case .objection: self(.silenceObjection)
        case .noOpinion: self(.silenceNoOpinion)
        }
    }

    package func remark(_ kind: Remark.Kind) -> String {
        switch kind {
        case .urge: self(.urged)
        case .challenge: self(.challenged)
        case .supplement: self(.supplemented)
        }
    }

    /// What kind of remark it is, and what it says if anything.
    func remark(_ remark: Remark) -> String {
        let kind = self.remark(remark.kind)
        return remark.text.isEmpty ? kind : self(.remarked, ["kind": kind, "text": remark.text])
    }

    /// What a tag says of a term.
    package func state(_ state: CaseSheet.Term.State) -> String {
        switch state {
        case .running: self(.stateRunning)
        case .paused: self(.statePaused)
        case .overdue: self(.stateOverdue)
        case .passed: self(.statePassed)
        case .met: self(.stateMet)
        case .late: self(.stateLate)
        case .lapsed: self(.stateLapsed)
        case .dropped: self(.stateDropped)
        case .missed: self(.stateMissed)
        }
    }
}
