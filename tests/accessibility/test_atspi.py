# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The story with the eyes of a screen reader and by keyboard alone: welcome, drill, every pane, ask, invite, join, request,
approve in the second window, verified. Two real programs on a display, a session bus and a notification server of their
own. The steps build on each other."""
import os
import sys
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import desk  # noqa: E402
import notifications  # noqa: E402

# What a person works with has to say what it is.
WORKING_ROLES = {"push button", "check box", "toggle button", "radio button", "text", "combo box", "list", "list item", "page tab",
                 "menu item", "check menu item", "dialog", "notification", "progress bar", "spin button"}
COMMAND = "apt-get"


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
        cls.items = []
        cls.menus = kind.EventListener.new(cls.pointed)
        cls.menus.register("object:state-changed:focused")
        cls.server = notifications.NotificationServer()
        cls.priya = desk.Window(cls.bench, "priya")
        cls.mei = None

    @classmethod
    def tearDownClass(cls):
        cls.listener.deregister("object:state-changed:showing")
        cls.menus.deregister("object:state-changed:focused")
        cls.bench.close()

    @classmethod
    def hear(cls, event):
        try:
            if event.detail1 and event.source.get_role_name() == "notification":
                cls.heard.append((event.source.get_process_id(), event.source.get_name()))
        except Exception:  # the object went meanwhile: nothing was said
            pass

    @classmethod
    def pointed(cls, event):
        """The items of an open menu: Qt 6.4 hangs a menu below no window, a reader hears each item as it is reached."""
        try:
            if event.detail1 and event.source.get_role_name() in ("menu item", "check menu item"):
                cls.items.append(event.source.get_name())
        except Exception:  # the menu closed meanwhile
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
        def there():
            return any(node.role == "list item" and node.name.startswith(room) and node.has("selected")
                       for _, node in window.app.walk() if node.shown) and window.app.find("label", room)
        for _ in range(12):
            if desk.until(there, 1):
                return
            window.keys("alt+Down")
        self.fail(f"Alt+Down does not reach {room}")

    def choose(self, window, words):
        """Down in the combo box that has the keyboard, until it says those words."""
        for _ in range(8):
            if window.app.find("combo box", words):
                return
            before = [node.name for _, node in window.app.walk() if node.role == "combo box"]
            window.keys("Down")
            desk.until(lambda: [node.name for _, node in window.app.walk() if node.role == "combo box"] != before, 2)
        self.fail(f"no choice says {words}")

    def gone(self, window, role, name, why):
        self.assertTrue(desk.until(lambda: not window.app.find(role, name), 20), why)

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
        self.must(priya, "label", "STEP 1 OF 7", 90)
        self.announced(priya, "practice-01")
        self.press(priya, "push button", "Leave the drill", 90)
        self.must(priya, "dialog", "Debrief")
        self.assertIsNotNone(priya.find("label", "missed"))
        priya.keys("Escape")
        self.gone(priya, "dialog", "Debrief", "Escape does not close the debrief")

    def test_c_every_pane_and_control_has_a_name(self):
        priya = self.priya
        for role, name in (("list", "Rooms"), ("list", "Conversation"), ("text", "Message"), ("text", "Search everything"),
                           ("check box", "Approvals"), ("check box", "Status board"), ("page tab", "People"),
                           ("push button", "Export the record"), ("push button", "What can be done in this room")):
            self.must(priya, role, name)
        self.assertEqual(unnamed(priya), [])
        for number, page in enumerate(("Status board", "Approvals", "Commands", "Reports", "Settings"), 2):
            priya.keys(f"ctrl+{number}")
            self.assertTrue(desk.until(lambda name=page: priya.app.find("check box", name).has("checked"), 10), page)
            self.assertEqual(unnamed(priya), [], page)
        priya.keys("ctrl+1")
        self.must(priya, "list", "Conversation")

    def test_d_tab_goes_round_and_every_stop_has_a_name(self):
        priya = self.priya
        self.go_to(priya, "security-ops")
        priya.keys("F6", "F6")
        stops = []
        for _ in range(60):
            stop = str(priya.step())
            if stops and stop == stops[0]:
                break
            stops.append(stop)
        self.assertLess(len(stops), 60, f"Tab never comes back to {stops[0]}")
        for wanted in ("Search everything", "Message", "Send", "What can be done in this room", "Export the record", "Timeline"):
            self.assertTrue(any(wanted in stop for stop in stops), f"{wanted} is not among {stops}")
        here = str(priya.step())
        self.assertNotEqual(str(priya.step()), here)
        self.assertEqual(str(priya.step("shift+Tab")), here)

    def test_e_a_question_is_answered_in_sentences(self):
        priya = self.priya
        self.go_to(priya, "security-ops")
        self.say(priya, "what's going on with practice-01?")
        said = self.card(priya, "Status of practice-01", "read-only", "Exposure: ")
        self.assertIn("Wardroom bot", said)
        self.announced(priya, "Status of practice-01")

    def test_f_a_colleague_is_invited_and_joins(self):
        priya = self.priya
        self.assertIsNotNone(priya.tab_to("page tab", ""), f"Tab does not reach the tabs; it is at {priya.focused()}")
        self.assertIsNotNone(priya.tab_to("page tab", "People", 6, "Right"), f"Right stops at {priya.focused()}")
        self.press(priya, "push button", "Invite a colleague")
        dialog = self.must(priya, "dialog", "Invite a colleague")
        line = dialog.find("text", "Invitation")
        self.assertIsNotNone(line)
        self.press(priya, "push button", "Copy")
        type(self).mei = desk.Window(self.bench, "mei")
        mei = self.mei
        mei.raise_it()
        mei.write("Lina Berg")
        self.assertIsNotNone(mei.tab_to("text", "Invitation"))
        mei.keys("ctrl+v", "Return")
        self.must(mei, "list", "Rooms", 120)
        priya.keys("Escape")
        self.gone(priya, "dialog", "Invite", "Escape does not close the invitation")

    def test_g_the_colleague_is_added_to_the_group_that_approves(self):
        priya = self.priya
        self.press(priya, "push button", "Add to a room")
        self.must(priya, "dialog", "Add somebody")
        self.assertTrue(desk.until(lambda: priya.focused().role == "combo box", 10), f"the sheet begins at {priya.focused()}")
        self.choose(priya, "Lina Berg")
        self.assertEqual(priya.step().role, "combo box")
        self.choose(priya, "Group it")
        priya.keys("Return")
        self.gone(priya, "dialog", "Add somebody", "the sheet does not close")

    def test_h_the_approval_reads_its_exact_command_and_is_given_by_keyboard(self):
        priya, mei = self.priya, self.mei
        self.go_to(priya, "security-ops")
        self.say(priya, "/patch apply practice-01 shop-tls")
        self.card(priya, "Patch shop-tls on practice-01")
        self.announced(mei, "waits for your decision")
        self.must(mei, "check box", "Approvals, 1 waiting")
        mei.keys("ctrl+3")
        self.press(mei, "push button", "Review: Patch shop-tls")
        dialog = self.must(mei, "dialog", "Patch shop-tls on practice-01?")
        command = dialog.find("label", "What will run: ")
        self.assertIsNotNone(command)
        self.assertIn(COMMAND, command.name)
        self.assertIn("shop-tls=1.4.3-1", command.name)
        for label in ("Where: ", "Rehearsal: ", "Then verify: ", "Undo: ", "Danger: "):
            self.assertIsNotNone(dialog.find("label", label), label)
        self.assertIn("Reason", str(mei.focused()))
        self.press(mei, "push button", "Accept and apply")
        self.announced(priya, "Patch shop-tls on practice-01: Verified", 90)
        self.assertIn("accepted by Lina Berg", self.card(priya, "Patch shop-tls", "Verified"))

    def test_i_who_looks_elsewhere_was_notified_by_the_desktop(self):
        calls = [each for each in self.server.shown if "shop-tls" in each["title"] + each["body"]]
        self.assertTrue(calls, self.server.shown)
        self.assertEqual(calls[0]["hints"]["desktop-entry"], "wardroom")
        self.assertEqual(calls[0]["actions"][0], "default")
        self.assertNotIn("<", calls[0]["body"])

    def test_j_menus_and_sheets_are_not_traps(self):
        priya = self.priya
        self.press(priya, "push button", "What can be done in this room")
        for _ in range(4):
            priya.keys("Down")
            if desk.until(lambda: self.items and "Add a note" in self.items[-1], 3):
                break
        self.assertIn("Add a note", (self.items or ["nothing of the menu"])[-1])
        priya.keys("Return")
        self.must(priya, "dialog", "Add a note")
        self.assertEqual(unnamed(priya), [])
        self.assertIn("Note", str(desk.until(priya.focused, 10)))
        priya.keys("Escape")
        self.gone(priya, "dialog", "Add a note", "Escape does not close the sheet")
        priya.keys("ctrl+k")
        self.assertTrue(desk.until(lambda: "Search everything" in str(priya.focused()), 10), priya.focused())
        priya.keys("Escape")

    def test_k_a_second_start_raises_the_window_that_is_there(self):
        priya, mei = self.priya, self.mei
        mei.raise_it()
        self.assertTrue(desk.until(mei.is_on_top, 10), "the other window does not cover it")
        second = self.bench.start([os.path.join(desk.BIN, "wardroom"), "--profile", priya.profile])
        self.assertEqual(second.wait(30), 0)
        self.assertTrue(desk.until(priya.is_on_top, 10), "its window did not come up")
        self.assertIsNone(priya.process.poll())

    def test_l_asked_to_end_the_window_takes_its_practice_host_with_it(self):
        priya = self.priya
        self.assertTrue(priya.helpers(), "no practice host runs")
        priya.process.terminate()
        self.assertEqual(priya.process.wait(30), 0)
        self.assertTrue(desk.until(lambda: not priya.helpers(), 10), priya.helpers())


if __name__ == "__main__":
    unittest.main(verbosity=2)
