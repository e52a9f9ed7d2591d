"""Opens the pages that SampleReport writes, or a report.html, in headless Chromium and uses them as a reader would.

Usage: report_test.py CHROMIUM PAGES_DIR [REPORT_HTML]
"""

import sys
import unittest
from pathlib import Path

from playwright.sync_api import sync_playwright

CHROMIUM, PAGES = sys.argv[1], Path(sys.argv[2])
REPORT = Path(sys.argv[3]) if len(sys.argv) > 3 else None
# Chromium's own calls home are no request of the page; off, so that a closed network stays quiet.
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
OWNED = "document.title !== 'Newstide: weekly report' || document.querySelector('main img, main b.x, [onerror]') !== null"


class ReportTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.playwright = sync_playwright().start()
        cls.browser = cls.playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.playwright.stop()

    def open(self, page_file, width=1240, scheme="light"):
        context = self.browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
        self.addCleanup(context.close)
        page = context.new_page()
        self.noise = []
        page.on("console", lambda message: self.noise.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.noise.append(f"error: {error}"))
        page.on("request", lambda request: self.noise.append(f"request: {request.url[:80]}")
                if request.url.startswith(("http", "ws")) else None)
        page.goto(page_file.resolve().as_uri())
        page.wait_for_selector("html[data-ready=true]")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")  # draws every chart at once
        return page

    def pages(self):
        return sorted(PAGES.glob("*.html")) + ([REPORT] if REPORT else [])

    def test_renders_every_page_without_a_console_message_or_a_request(self):
        self.assertGreaterEqual(len(self.pages()), 4)
        for page_file in self.pages():
            with self.subTest(page_file.name):
                page = self.open(page_file)
                self.assertEqual(self.noise, [])
                self.assertGreaterEqual(page.locator("section.panel").count(), 8)
                self.assertEqual(page.locator(".chart").count(), page.locator(".chart canvas").count())
                self.assertEqual(page.locator(".chart:not([aria-label])").count(), 0)

    def test_stays_under_three_megabytes(self):
        for page_file in self.pages():
            self.assertLess(page_file.stat().st_size, 3_000_000, page_file.name)

    def test_hostile_texts_stay_texts(self):
        page = self.open(PAGES / "hostile.html")
        self.assertIn("</script><img src=x onerror=", page.locator("#evidence").inner_text())
        self.assertIn("{{script}} {{charts}}", page.locator("#spikes").inner_text())
        page.locator("#pairs details summary").click()
        page.locator("#pairs details button").first.click()
        self.assertIn("</script><img src=x onerror=", page.locator("#pairs .told").inner_text())
        self.assertFalse(page.evaluate(OWNED))

    def test_hostile_tooltips_stay_texts(self):
        page = self.open(PAGES / "hostile.html")
        chart = page.locator("#share .chart")
        chart.scroll_into_view_if_needed()
        box = chart.bounding_box()
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.wait_for_selector(".tip")
        self.assertIn("</script><img src=x", page.locator(".tip").first.inner_text())
        self.assertFalse(page.evaluate(OWNED))

    def test_links_lead_to_the_web_only_and_tell_it_nothing(self):
        page = self.open(PAGES / "hostile.html")
        links = page.locator("main a").evaluate_all("all => all.map(a => [a.protocol, a.rel])")
        self.assertIn(["https:", "noopener noreferrer"], links)
        self.assertEqual([link for link in links if link[0] not in ("http:", "https:")], [])

    def test_switches_change_what_is_shown(self):
        page = self.open(PAGES / "large.html")
        page.locator("#share details summary").click()
        seen = set()

        def shown():
            return page.locator("#share tbody tr").first.inner_text()

        for choice in ("Articles", "Source-balanced", "13 weeks", "Offerings", "AI partners"):
            before = shown()
            page.locator("#share").get_by_label(choice, exact=True).check()
            seen.add(shown())
            if choice != "AI partners":  # the made-up organisations count alike in both categories
                self.assertNotEqual(before, shown(), choice)
        self.assertIn("Source-balanced", page.locator("#share input:checked + span").all_inner_texts())
        self.assertTrue(page.locator("#tone").get_by_label("13 weeks", exact=True).is_checked(), "the tone follows the share's window")
        self.assertEqual(self.noise, [])

    def test_the_keyboard_reaches_and_turns_the_switches(self):
        page = self.open(PAGES / "large.html")
        page.keyboard.press("Tab")
        self.assertEqual(page.evaluate("document.activeElement.className"), "skip")
        page.locator("#share input[value=stories]").focus()
        page.keyboard.press("ArrowRight")
        self.assertTrue(page.locator("#share input[value=articles]").is_checked())
        key = page.locator("#share .legend button").first
        key.focus()
        page.keyboard.press("Space")
        self.assertEqual(page.locator("#share .legend button").first.get_attribute("aria-pressed"), "false")
        self.assertTrue(page.evaluate("document.activeElement.closest('.legend') !== null"), "the focus stays")

    def test_shares_sum_to_one_on_every_basis(self):
        page = self.open(PAGES / "large.html")
        page.locator("#share details summary").click()
        for basis in ("stories", "articles", "mentions", "balanced"):
            page.locator(f"#share input[value={basis}]").check()
            cells = page.locator("#share tbody tr").first.locator("td").all_inner_texts()
            self.assertAlmostEqual(sum(float(cell.rstrip("%")) for cell in cells), 100, delta=0.6)

    def test_a_newcomers_weeks_of_nothing_count_and_weeks_that_name_nobody_do_not(self):
        page = self.open(PAGES / "newcomer.html")
        page.locator("#share details summary").click()
        page.locator("#share input[value=balanced]").check()
        page.locator("#share").get_by_label("4 weeks", exact=True).check()
        cells = page.locator("#share tbody tr").first.locator("td").all_inner_texts()
        self.assertEqual(cells, ["86.7%", "13.3%"])  # of three weeks: 1, 1, 0.6 and 0, 0, 0.4

    def test_a_point_over_many_weeks_has_them_all(self):
        page = self.open(PAGES / "large.html")
        for section in ("share", "tone"):
            page.locator(f"#{section} details summary").click()
            page.locator(f"#{section}").get_by_label("13 weeks", exact=True).check()
            missing = "–" if section == "share" else "too few weeks"
            rows = page.locator(f"#{section} tbody tr").all_inner_texts()[::-1]
            self.assertEqual([missing in row for row in rows], [True] * 12 + [False] * 40, section)
            self.assertIn("The first point is that of 2024-W13", page.locator(f"#{section} > .note").first.inner_text())

    def test_a_report_of_fewer_weeks_than_a_point_shows_one_and_says_so(self):
        page = self.open(PAGES / "newcomer.html")
        page.locator("#share details summary").click()
        page.locator("#share").get_by_label("13 weeks", exact=True).check()
        rows = page.locator("#share tbody tr").all_inner_texts()
        self.assertNotIn("–", rows[0])
        self.assertTrue(all("–" in row for row in rows[1:]))
        self.assertIn("all 4 weeks up to the last, as no earlier ones are published", page.locator("#share > .note").first.inner_text())
        self.assertEqual(self.noise, [])

    def test_a_point_reaches_back_to_the_weeks_before_the_report(self):
        page = self.open(PAGES / "late.html")
        page.locator("#share details summary").click()
        cells = page.locator("#share tbody tr").last.locator("td").all_inner_texts
        for window, basis, shares in (("13 weeks", "stories", ["52.0%", "48.0%"]), ("13 weeks", "balanced", ["53.8%", "46.2%"]),
                                      ("4 weeks", "stories", ["57.1%", "42.9%"]), ("1 week", "stories", ["100.0%"])):
            page.locator("#share").get_by_label(window, exact=True).check()
            page.locator(f"#share input[value={basis}]").check()
            self.assertEqual(cells(), shares, (window, basis))
        page.locator("#share").get_by_label("13 weeks", exact=True).check()
        self.assertEqual(page.locator("#share tbody tr").count(), 4, "the earlier weeks themselves are not shown")
        self.assertNotIn("The first point", page.locator("#share > .note").first.inner_text())
        page.locator("#tone details summary").click()
        self.assertIn("n 13", page.locator("#tone tbody tr").last.inner_text())
        self.assertIn("name one of 1 organisation.", page.locator("#lede").inner_text())
        self.assertNotIn("OpenAI", "\n".join(page.locator("#tone .legend, #organisations").all_inner_texts()))
        self.assertEqual(self.noise, [])

    def test_hatches_the_provisional_weeks_and_no_settled_ones_between_them(self):
        page = self.open(PAGES / "large.html")
        for section in ("share", "tone"):
            hatched = page.locator(f"#{section} .chart").evaluate("""box => {
                const drawn = echarts.getInstanceByDom(box);
                const week = x => drawn.convertFromPixel({ xAxisIndex: 0 }, x);
                return drawn.getZr().storage.getDisplayList(true)
                    .filter(shape => shape.type === 'rect' && shape.style.fill && shape.style.fill.image)
                    .map(({ shape }) => [week(shape.x + 1), week(shape.x + shape.width - 1)]);
            }""")
            self.assertEqual(hatched, [[0, 0], [10, 10], [50, 51]], section)
        self.assertEqual(self.noise, [])

    def test_follows_the_system_theme_and_its_own_switch(self):
        page = self.open(PAGES / "large.html", scheme="dark")
        background = "getComputedStyle(document.body).backgroundColor"
        dark = page.evaluate(background)
        page.locator("#theme").click()
        self.assertNotEqual(dark, page.evaluate(background))
        self.assertEqual(page.locator("#theme").inner_text(), "Dark")
        self.assertEqual(self.noise, [])

    def test_a_phone_needs_no_scrolling_aside(self):
        for page_file in self.pages():
            with self.subTest(page_file.name):
                page = self.open(page_file, width=360)
                self.assertLessEqual(page.evaluate("document.documentElement.scrollWidth"), 360)

    def test_evidence_can_be_searched_and_turned(self):
        page = self.open(PAGES / "large.html")
        first = page.locator("#evidence tbody tr").first.inner_text()
        page.get_by_role("button", name="Next").click()
        self.assertNotEqual(first, page.locator("#evidence tbody tr").first.inner_text())
        page.locator("#evidence input[type=search]").fill("no such words")
        self.assertIn("Nothing matches.", page.locator("#evidence").inner_text())

    def test_says_against_how_many_weeks_a_spike_stands_out(self):
        page = self.open(PAGES / "large.html")
        self.assertIn("from the 6 weeks before: a robust z-score of 3 or more", page.locator("#spikes .says").inner_text())

    def test_says_what_is_missing_where_nobody_is_named(self):
        page = self.open(PAGES / "nobody.html")
        text = page.locator("main").inner_text()
        for missing in ("No organisation is named", "No story of these weeks states a tie", "states a market share", "hold no evidence"):
            self.assertIn(missing, text)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0]], verbosity=2)
