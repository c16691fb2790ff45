// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/tour/tour.h"

#include "session/drillplay.h"
#include "ui/drill/drillband.h"
#include "ui/rooms/roomspane.h"
#include "ui/welcome/welcomepage.h"

#include <QComboBox>
#include <QLineEdit>

//! A third person, new here, practises alone: chooses a drill, plays it to its end, and reads the debrief.
namespace wardroom::app {
using namespace Qt::StringLiterals;

namespace {

//! What the goal of each step asks to be said, as a person would say it.
const QList<std::pair<QString, QString>> &sentences()
{
    static const QList<std::pair<QString, QString>> said{
        {u"host.status"_s, u"what's going on with practice-01?"_s},
        {u"host.logins"_s, u"who logged in to practice-01 since yesterday?"_s},
        {u"alert.list"_s, u"what came in since yesterday?"_s},
        {u"log.search"_s, u"failed sign-ins on practice-01 in the last hour"_s},
        {u"ip.lookup"_s, u"/ip lookup 203.0.113.7 on practice-01"_s},
        {u"fix.list"_s, u"what's unpatched on practice-01?"_s},
        {u"alert.resolve"_s, u"/alert resolve benign our own scanner"_s}};
    return said;
}

} // namespace

QCoro::Task<bool> Tour::chooseDrill()
{
    if (const Result<void> made = makePlayer(m_ana, u"Ana P."_s, true); !made)
        co_return no(made.error().message);
    m_ana.desktop->show({});
    ui::WelcomePage *welcome = m_ana.window().welcome();
    auto *drills = welcome->findChild<QComboBox *>();
    if (!drills || drills->count() < 3)
        co_return no(u"the welcome offers no three drills"_s);
    m_ana.hand->type(welcome->findChild<QLineEdit *>(), m_ana.name);
    drills->setFocus();
    m_ana.hand->key(drills, Qt::Key_Down);
    co_await pause(150);
    picture(m_ana, u"offered"_s);
    m_ana.hand->key(drills, Qt::Key_Up);
    if (!m_ana.hand->press(welcome, u"Start the drill"_s))
        co_return no(u"the drill cannot be started"_s);
    const auto begun = [this] {
        return m_ana.desktop->drill() && m_ana.desktop->drill()->current() == 0 && m_ana.window().drill()->isVisible();
    };
    co_return (co_await until(begun, 90)) || no(u"the drill did not begin"_s);
}

QCoro::Task<bool> Tour::playDrill()
{
    if (!m_ana.desktop || !m_ana.desktop->drill() || !co_await goTo(m_ana, u"ids-alerts"_s))
        co_return no(u"there is no drill to play"_s);
    session::DrillPlay *play = m_ana.desktop->drill();
    int step = 0;
    for (const auto &[command, words] : sentences()) {
        const int at = step++;
        const auto isUp = [play, at] { return play->lines().value(at).standing == session::DrillStanding::now; };
        if (!co_await until(isUp, 30))
            co_return no(u"step %1 of the drill did not begin"_s.arg(at + 1));
        if (command == u"alert.list" || command == u"alert.resolve")
            co_await until(
                [this] {
                    return !m_ana.engine().book().state(m_ana.workspace().roomNamed(u"ids-alerts"_s)).alerts.isEmpty();
                },
                20);
        co_await pause(200);
        m_ana.hand->say(words);
        const auto isDone = [play, at] { return play->lines().value(at).standing == session::DrillStanding::done; };
        if (!co_await until(isDone, 60))
            co_return no(u"\"%1\" did not count as done"_s.arg(words));
        co_await pause(200);
        picture(m_ana, command);
    }
    note(u"debrief"_s, play->debrief());
    co_return play->isOver() || no(u"the drill is not over"_s);
}

QCoro::Task<bool> Tour::debriefed()
{
    const auto shown = [this] { return m_ana.hand && m_ana.hand->dialog() != nullptr; };
    if (!co_await until(shown, 5))
        co_return no(u"no debrief is shown"_s);
    co_await pause(200);
    picture(m_ana, u"debrief"_s);
    if (!m_ana.hand->press(m_ana.hand->dialog(), u"Put it on the record"_s))
        co_return no(u"the debrief cannot be kept"_s);
    const domain::RoomId room = m_ana.window().rooms()->currentRoom();
    const auto kept = [this, room] { return !m_ana.engine().book().state(room).notes.isEmpty(); };
    const bool isKept = co_await until(kept, 10);
    m_ana.hand->press(m_ana.hand->dialog(), u"Close"_s);
    co_await pause(300);
    picture(m_ana, u"record"_s);
    // Nothing of the drill is left but its workspace; the two who go on are not disturbed by a third desktop.
    m_ana.hand.reset();
    m_ana.desktop.reset();
    co_return isKept || no(u"the debrief is not on the record"_s);
}

} // namespace wardroom::app
