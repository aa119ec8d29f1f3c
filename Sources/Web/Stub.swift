import Hummingbird
import CryptoExtras
import Logging
import Metrics
import ServiceLifecycle
enum Stub {}
