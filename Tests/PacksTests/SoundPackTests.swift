import Packs
import Testing

@Suite struct SoundPackTests {
    @Test func theSoundPackHasNothingWrong() {
        #expect(diagnostics(of: SoundPack.files).isEmpty)
    }
}
