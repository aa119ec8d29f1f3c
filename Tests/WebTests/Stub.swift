import HummingbirdTesting
enum Stub {}
