# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window with the eyes of a screen reader and by keyboard alone: welcome, drill, every pane, going round with Tab, a
question and its answer. The real program on a display and a session bus of its own. The steps build on each other."""
import os
import sys
import time
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import desk  # noqa: E402

# What a person works with has to say what it is.
WORKING_ROLES = {"push button", "check box", "toggle button", "radio button", "text", "combo box", "list", "list item", "page tab",
                 "menu item", "check menu item", "dialog", "notification", "progress bar", "spin button"}


def unnamed(window):
    return [f"{node} in {node.description}" for _, node in window.app.walk()
            if node.shown and node.role in WORKING_ROLES and not node.name and node.role != "notification"]


class TstScreenReader(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.bench = desk.Bench()
        cls.heard = []
        kind, _ = desk.atspi()
        cls.listener = kind.EventListener.new(cls.hear)
        cls.listener.register("object:state-changed:showing")
        cls.priya = desk.Window(cls.bench, "priya")

    @classmethod
    def tearDownClass(cls):
        cls.listener.deregister("object:state-changed:showing")
        cls.bench.close()

    @classmethod
    def hear(cls, event):
        try:
            if event.detail1 and event.source.get_role_name() == "notification":
                cls.heard.append((event.source.get_process_id(), event.source.get_name()))
        except Exception:  # the object went meanwhile: nothing was said
            pass

    def announced(self, window, words, seconds=60):
        def there():
            return any(pid == window.process.pid and words.lower() in said.lower() for pid, said in self.heard)
        self.assertTrue(desk.until(there, seconds), f"nobody said “{words}”; heard: {self.heard[-6:]}")

    def must(self, window, role, name, seconds=30):
        found = window.find(role, name, seconds)
        self.assertIsNotNone(found, f"no {role} “{name}”; the keyboard is at {window.focused()}")
        return found

    def press(self, window, role, name, most=60):
        self.assertIsNotNone(window.tab_to(role, name, most), f"Tab does not reach {role} “{name}”; it is at {window.focused()}")
        window.keys("space")

    def say(self, window, words):
        self.assertIsNotNone(window.tab_to("text", "Message", 60), f"Tab does not reach the composer; it is at {window.focused()}")
        window.write(words)
        window.keys("Return")

    def card(self, window, *words, seconds=60):
        """What is read of the last row of the conversation that has all the words."""
        def there():
            rows = window.app.find("list", "Conversation")
            said = [row.name for row in rows.children() if all(word in row.name for word in words)] if rows else []
            return said[-1] if said else None
        said = desk.until(there, seconds)
        self.assertIsNotNone(said, f"the conversation has no row with {words}")
        return said

    def go_to(self, window, room):
        for _ in range(12):
            heading = desk.until(lambda: window.find("label", room, 0.2), 1)
            if heading and any(n.role == "list item" and n.name.startswith(room) and n.has("selected") for _, n in window.app.walk() if n.shown):
                return
            window.keys("alt+Down")
            time.sleep(0.2)
        self.fail(f"Alt+Down does not reach {room}")

    def test_a_the_welcome_begins_with_the_name_and_names_everything(self):
        priya = self.priya
        self.must(priya, "push button", "Start the drill")
        self.assertEqual(unnamed(priya), [])
        priya.raise_it()
        self.assertIn("Your name", str(desk.until(priya.focused, 10)))
        priya.write("Priya N.")
        self.press(priya, "push button", "Start the drill")
        self.must(priya, "list", "Rooms", 120)

    def test_b_the_drill_tells_its_steps_and_can_be_left_by_keyboard(self):
        priya = self.priya
        self.must(priya, "label", "STEP 1 OF 8", 90)
        self.announced(priya, "practice-01")
        self.press(priya, "push button", "Leave the drill", 90)
        self.must(priya, "dialog", "Debrief")
        self.assertIsNotNone(priya.find("label", "missed"))
        priya.keys("Escape")
        self.assertTrue(desk.until(lambda: not priya.app.find("dialog", "Debrief"), 10), "Escape does not close the debrief")

    def test_c_every_pane_and_control_has_a_name(self):
        priya = self.priya
        for role, name in (("list", "Rooms"), ("list", "Conversation"), ("text", "Message"), ("text", "Search everything"),
                           ("check box", "Approvals"), ("check box", "Status board"), ("page tab", "People"),
                           ("push button", "Export the record"), ("push button", "What can be done in this room")):
            self.must(priya, role, name)
        self.assertEqual(unnamed(priya), [])
        for keys in ("ctrl+2", "ctrl+3", "ctrl+4", "ctrl+5", "ctrl+6"):
            priya.keys(keys)
            time.sleep(0.4)
            self.assertEqual(unnamed(priya), [], keys)
        priya.keys("ctrl+1")

    def test_d_tab_goes_round_and_every_stop_has_a_name(self):
        priya = self.priya
        self.go_to(priya, "security-ops")
        priya.keys("F6", "F6")
        stops = []
        for _ in range(60):
            priya.keys("Tab")
            stop = str(priya.focused())
            if stops and stop == stops[0]:
                break
            stops.append(stop)
        self.assertLess(len(stops), 60, f"Tab never comes back to {stops[0]}")
        for wanted in ("Search everything", "Message", "Send", "What can be done in this room", "Export the record", "Timeline"):
            self.assertTrue(any(wanted in stop for stop in stops), f"{wanted} is not among {stops}")
        priya.keys("Tab", "Tab")
        here = str(priya.focused())
        priya.keys("Tab", "shift+Tab")
        self.assertEqual(str(priya.focused()), here)

    def test_e_a_question_is_answered_in_sentences(self):
        priya = self.priya
        self.go_to(priya, "security-ops")
        self.say(priya, "what's going on with practice-01?")
        said = self.card(priya, "Status of practice-01", "read-only", "Exposure: ")
        self.assertIn("Wardroom bot", said)
        self.announced(priya, "Status of practice-01")


if __name__ == "__main__":
    unittest.main(verbosity=2)
