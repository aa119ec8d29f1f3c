import ArgumentParser
import Foundation

/// How a command learns a new password; never from its arguments, which others on the machine can see.
struct PasswordOptions: ParsableArguments {
    @Flag(help: "Ask for the password, or read it from standard input, instead of making one.")
    var ask = false

    /// What was typed; nil if the password is to be made.
    func typed() throws -> String? {
        guard ask else { return nil }
        guard isatty(0) == 1 else {
            guard let line = readLine() else {
                throw Failure("standard input holds no password")
            }
            return line
        }
        let first = try secret("Password: ")
        guard try secret("Again: ") == first else {
            throw Failure("the two passwords differ")
        }
        return first
    }

    /// Asks on the terminal, which shows nothing of the answer.
    private func secret(_ question: String) throws -> String {
        Output.write(question, to: .standardError)
        var shown = termios()
        guard tcgetattr(0, &shown) == 0 else { throw Failure("the terminal cannot be quieted") }
        var quiet = shown
        quiet.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(0, TCSANOW, &quiet)
        defer {
            tcsetattr(0, TCSANOW, &shown)
            Output.write("\n", to: .standardError)
        }
        guard let line = readLine() else { throw Failure("no password was typed") }
        return line
    }
}
