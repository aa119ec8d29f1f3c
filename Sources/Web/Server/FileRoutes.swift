import HTTPTypes
import Hummingbird

/// The style sheet, the script and the mark.
enum FileRoutes {
    static func add(to routes: Routes) {
        routes.get("/assets/:tag/:name") { asked in
            guard let file = asked.site.assets.files[asked.part("name")],
                file.tag == asked.part("tag")
            else { throw HTTPError(.notFound) }
            let headers: HTTPFields = [
                .contentType: file.mediaType, .cacheControl: "public, max-age=31536000, immutable",
            ]
            return Response(
                status: .ok, headers: headers, body: ResponseBody(byteBuffer: file.body))
        }
    }
}
