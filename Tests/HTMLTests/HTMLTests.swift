import HTML
import Testing

@Suite struct HTMLTests {
    @Test func whatPeopleWriteIsNeverMarkup() {
        let name = "<script>alert('1')</script> & \"co\""
        let html = p(.title(name)) { name }
        let escaped =
            "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;co&quot;"
        #expect(html.markup == "<p title=\"\(escaped)\">\(escaped)</p>")
    }

    @Test func charactersOfSeveralScalarsStayWhole() {
        let family = "👨‍👩‍👧 é<"
        #expect(HTML(family).markup == "👨‍👩‍👧 é&lt;")
    }

    @Test func contentIsBuiltFromPiecesConditionsAndLoops() {
        let isShown = true
        let html = ul(.class("a")) {
            for number in 1...3 { li { "\(number)" } }
            if isShown { li { strong { "!" } } }
            if !isShown { li { "?" } } else { li(.id("end")) }
        }
        #expect(
            html.markup
                == "<ul class=\"a\"><li>1</li><li>2</li><li>3</li><li><strong>!</strong></li><li id=\"end\"></li></ul>"
        )
    }

    @Test func attributesThatAreNotPresentAreNotWritten() {
        let html = input(.type("checkbox"), .checked(true), .required(false), .current(false))
        #expect(html.markup == "<input type=\"checkbox\" checked>")
    }

    @Test func drawingsUseShortNumbers() {
        let html = SVG.rect(x: 1.25, y: -0.5, width: 10, height: 1.0 / 3)
        #expect(
            html.markup == "<rect x=\"1.3\" y=\"-0.5\" width=\"10\" height=\"0.3\"></rect>")
    }

    @Test func aDocumentSaysItsLanguage() {
        let page = document(language: "zh-Hans") {
            title { "依法" }
        } body: {
            body { "&" }
        }
        #expect(
            page.markup
                == "<!DOCTYPE html>\n<html lang=\"zh-Hans\"><head><title>依法</title></head><body>&amp;</body></html>"
        )
    }
}

/// What a page shows many times is written once.
@Suite struct TemplateTests {
    private let row = Template(places: 3) { place in
        tr {
            td(.data("name", "‹\(place[0].text)›")) { place[1].piece }
            place[2].piece
            td { place[0].piece }
        }
    }

    @Test func aFilledTemplateIsWhatTheSamePieceWouldBe() {
        let filled = row.filled(HTML("甲"), strong { "乙" }, td { "丙" })
        let plain = tr {
            td(.data("name", "‹甲›")) { strong { "乙" } }
            td { "丙" }
            td { "甲" }
        }
        #expect(filled.markup == plain.markup)
    }

    @Test func aValueIsTextAndNeverMarkup() {
        let filled = row.filled(HTML("\"><script>"), HTML("a & b"), HTML())
        #expect(
            filled.markup
                == "<tr><td data-name=\"‹&quot;&gt;&lt;script&gt;›\">a &amp; b</td><td>&quot;&gt;&lt;script&gt;</td></tr>"
        )
    }

    @Test func aTemplateWithoutPlacesIsItself() {
        #expect(Template(places: 0) { _ in p { "一" } }.filled().markup == "<p>一</p>")
    }
}
