// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/tour/tour.h"

#include "session/founding.h"
#include "ui/incident/sheets.h"
#include "ui/rooms/roomspane.h"
#include "ui/welcome/welcomepage.h"

#include <QLineEdit>
#include <QPlainTextEdit>

//! From the first start to the incident room.
namespace wardroom::app {
using namespace Qt::StringLiterals;

namespace {

constexpr auto kAttacker = "203.0.113.7"_L1;
constexpr auto kTraveller = "198.51.100.23"_L1;
constexpr auto kUnanswered = "192.0.2.44"_L1;

template <class T> T *childNamed(QWidget *within, const QString &accessibleName)
{
    const QList<T *> all = within ? within->findChildren<T *>() : QList<T *>();
    for (T *each : all)
        if (each->accessibleName() == accessibleName)
            return each;
    return nullptr;
}

} // namespace

QCoro::Task<bool> Tour::firstStart()
{
    QElapsedTimer started;
    started.start();
    if (const Result<void> made = makePlayer(m_priya, u"Priya N."_s); !made)
        co_return no(made.error().message);
    m_priya.desktop->show({});
    m_priya.window().repaint();
    const qint64 firstWindow = started.elapsed();
    note(u"first_window_ms"_s, firstWindow);
    co_await pause(100);
    if (m_priya.window().page() != ui::Page::welcome || m_priya.hand->dialog())
        co_return no(u"the first start does not show the welcome, or shows a dialog"_s);
    picture(m_priya, u"welcome"_s);
    auto *name = childNamed<QLineEdit>(m_priya.window().welcome(), u"Your name"_s);
    if (!name)
        co_return no(u"the welcome does not ask for a name"_s);
    m_priya.hand->type(name, m_priya.name);
    if (!m_priya.hand->press(m_priya.window().welcome(), u"Start the drill"_s))
        co_return no(u"the welcome offers no drill"_s);
    const bool opened = co_await until([&] { return m_priya.desktop->workspace() != nullptr; }, 60);
    if (!opened)
        co_return no(u"the drill's workspace did not open"_s);
    const bool listed = co_await until(
        [this] { return m_priya.engine().book().workspace().inventory().find(u"practice-01"_s) != nullptr; }, 30);
    note(u"host"_s, u"practice-01"_s);
    if (m_priya.engine().tools().isEmpty())
        co_return no(u"no CrowdSec is unpacked: start the tour by packaging/start --tour DIR"_s);
    co_return listed || no(u"the practice host is not in the inventory"_s);
}

QCoro::Task<bool> Tour::inviteColleague()
{
    const Result<QString> invitation = session::invitationFor(m_priya.engine());
    if (!invitation)
        co_return no(invitation.error().message);
    if (const Result<void> made = makePlayer(m_mei, u"Mei Lin"_s); !made)
        co_return no(made.error().message);
    m_mei.desktop->show({});
    ui::WelcomePage *welcome = m_mei.window().welcome();
    auto *name = childNamed<QLineEdit>(welcome, u"Your name"_s);
    auto *field = childNamed<QLineEdit>(welcome, u"Invitation"_s);
    if (!name || !field)
        co_return no(u"the welcome has no place for an invitation"_s);
    m_mei.hand->type(name, m_mei.name);
    field->setText(*invitation);
    m_mei.hand->press(welcome, u"Join"_s);
    if (!co_await until([&] { return m_mei.desktop->workspace() != nullptr; }, 30))
        co_return no(u"the second desktop did not join"_s);
    const domain::PersonId mei = m_mei.engine().me();
    if (!co_await until([&] { return m_priya.engine().book().workspace().people.contains(mei); }, 10))
        co_return no(u"the first desktop does not know the second"_s);
    const QStringList rooms{u"it"_s, u"ids-alerts"_s, u"security-ops"_s, u"it-handover"_s};
    for (const QString &room : rooms) {
        const Result<void> invited =
            co_await m_priya.engine().platform().invite(m_priya.workspace().roomNamed(room), mei);
        if (!invited)
            co_return no(invited.error().message);
    }
    // A team that practises answers fast: the second person is called when nobody acknowledges within a few seconds.
    domain::Policy policy = *m_priya.engine().book().workspace().policy();
    policy.rota = {mei, m_priya.engine().me()};
    policy.acknowledgeWithin = 20;
    const Result<domain::FactId> published = co_await session::publishPolicy(m_priya.engine(), policy);
    if (!published)
        co_return no(published.error().message);
    note(u"policy"_s, published->text());
    note(u"people"_s, QJsonArray{m_priya.engine().me().text(), mei.text()});
    const auto there = [this] {
        return !m_mei.workspace().roomNamed(u"ids-alerts"_s).isEmpty() &&
               m_mei.engine().book().workspace().policies.size() == 2;
    };
    co_return (co_await until(there, 15)) || no(u"the second desktop does not see the rooms"_s);
}

QCoro::Task<bool> Tour::alertArrives()
{
    if (!co_await goTo(m_mei, u"security-ops"_s) || !co_await goTo(m_priya, u"ids-alerts"_s))
        co_return false;
    const qsizetype told = m_mei.attentions.size();
    if (!co_await attack(kAttacker, 12))
        co_return false;
    if (!co_await until([&] { return alertRow(m_priya, kAttacker) >= 0; }, 45))
        co_return no(u"CrowdSec's alert did not become a card"_s);
    const domain::RoomId room = m_priya.workspace().roomNamed(u"ids-alerts"_s);
    const auto badge = [this, room] {
        const QList<session::RoomLine> lines = m_mei.workspace().rooms();
        return std::any_of(lines.begin(), lines.end(), [&](const auto &l) { return l.id == room && l.unread > 0; });
    };
    if (!co_await until(badge, 15))
        co_return no(u"no unread badge for somebody who is looking elsewhere"_s);
    if (!co_await until([&] { return m_mei.attentions.size() > told; }, 5))
        co_return no(u"no notification for somebody who is looking elsewhere"_s);
    picture(m_priya, u"first-alert"_s);
    picture(m_mei, u"unread-badge"_s);
    const auto card = std::get<session::AlertCard>(m_priya.hand->row(alertRow(m_priya, kAttacker))->content);
    m_alert = card.alert;
    note(u"count_before"_s, card.count);
    note(u"notification"_s, m_mei.attentions.last().text);
    const qsizetype cards = m_priya.engine().book().state(room).alerts.size();
    co_await pause(1500);
    if (!co_await attack(kAttacker, 500))
        co_return false;
    const auto countNow = [this] {
        const session::ConversationRow *row = m_priya.hand->row(alertRow(m_priya, kAttacker));
        return row ? std::get<session::AlertCard>(row->content).count : 0;
    };
    if (!co_await until([&] { return countNow() > card.count; }, 60))
        co_return no(u"500 more lines did not count up on the card"_s);
    co_await pause(3000);
    note(u"count_after"_s, countNow());
    note(u"cards"_s, m_priya.engine().book().state(room).alerts.size());
    note(u"alert"_s, m_alert.text());
    const QString check = u"check"_s;
    const QJsonObject args{{u"address"_s, kAttacker}};
    const Result<QJsonObject> ban = co_await m_priya.engine().tools().first()->perform(check, args);
    note(u"crowdsec_decision"_s, ban ? QJsonValue(*ban) : QJsonValue(ban.error().message));
    co_return m_priya.engine().book().state(room).alerts.size() == cards || no(u"the same attack made another card"_s);
}

QCoro::Task<bool> Tour::thatWasMe()
{
    if (!co_await goTo(m_mei, u"ids-alerts"_s) || !co_await attack(kTraveller, 12))
        co_return false;
    if (!co_await until([&] { return alertRow(m_mei, kTraveller) >= 0; }, 45))
        co_return no(u"no card for the second address"_s);
    if (!m_mei.hand->pressInRow(alertRow(m_mei, kTraveller), ui::RowAction::thatWasMe))
        co_return no(u"the card has no “That was me…”"_s);
    if (!co_await until([&] { return m_mei.hand->dialog() != nullptr; }, 5))
        co_return no(u"no sheet asks for the words"_s);
    auto *words = m_mei.hand->dialog()->findChild<QPlainTextEdit *>();
    m_mei.hand->type(words, u"I'm travelling, wrong password on my phone"_s);
    picture(m_mei, u"that-was-me-sheet"_s);
    m_mei.hand->press(m_mei.hand->dialog(), u"Say it"_s);
    const auto said = [this] {
        const session::ConversationRow *row = m_priya.hand->row(alertRow(m_priya, kTraveller));
        return row && std::get<session::AlertCard>(row->content).standing.contains(u"travelling"_s);
    };
    if (!co_await until(said, 10))
        co_return no(u"the other desktop does not see who it was"_s);
    note(u"standing"_s,
         std::get<session::AlertCard>(m_priya.hand->row(alertRow(m_priya, kTraveller))->content).standing);
    co_return true;
}

QCoro::Task<bool> Tour::nobodyAnswers()
{
    // The first attack has been waiting on purpose: nobody acknowledged it.
    if (!co_await goTo(m_mei, u"security-ops"_s) || !co_await attack(kUnanswered, 12))
        co_return false;
    const domain::RoomId room = m_priya.workspace().roomNamed(u"ids-alerts"_s);
    const auto called = [this, room] {
        for (const domain::AlertState &alert : m_mei.engine().book().state(room).alerts)
            if (alert.called.contains(m_mei.engine().me()))
                return true;
        return false;
    };
    if (!co_await until(called, 60))
        co_return no(u"nobody was called"_s);
    const auto told = [this] {
        return std::any_of(m_mei.attentions.begin(), m_mei.attentions.end(),
                           [](const auto &a) { return a.title.contains(u"called"_s); });
    };
    if (!co_await until(told, 5))
        co_return no(u"who was called got no notification"_s);
    note(u"called"_s, m_mei.name);
    note(u"notification"_s, m_mei.attentions.last().title + u" · "_s + m_mei.attentions.last().text);
    co_return true;
}

QCoro::Task<bool> Tour::openIncident()
{
    if (!co_await goTo(m_priya, u"ids-alerts"_s))
        co_return false;
    if (!m_priya.hand->pressInRow(alertRow(m_priya, kAttacker), ui::RowAction::openIncident))
        co_return no(u"the card has no “Open incident room”"_s);
    if (!co_await until([&] { return m_priya.hand->dialog() != nullptr; }, 5))
        co_return no(u"no sheet asks for severity and lead"_s);
    picture(m_priya, u"open-incident-sheet"_s);
    m_priya.hand->press(m_priya.hand->dialog(), u"Open incid"_s);
    const domain::RoomId alerts = m_priya.workspace().roomNamed(u"ids-alerts"_s);
    const auto linked = [this, alerts] {
        return !m_priya.engine().book().state(alerts).alerts.value(m_alert).incident.isEmpty();
    };
    if (!co_await until(linked, 15))
        co_return no(u"the alert does not point at an incident room"_s);
    m_incident = m_priya.engine().book().state(alerts).alerts.value(m_alert).incident;
    const auto back = [this] { return m_priya.engine().book().state(m_incident).incident.alert.has_value(); };
    if (!co_await until(back, 10))
        co_return no(u"the incident room does not point back at the alert"_s);
    const domain::IncidentCore incident = m_priya.engine().book().state(m_incident).incident;
    note(u"room"_s, m_incident.text());
    note(u"title"_s, incident.title);
    note(u"severity"_s, incident.severity);
    note(u"lead"_s, m_priya.workspace().nameOf(incident.lead));
    note(u"linked_back"_s, incident.alert->fact == m_alert);
    const bool there = co_await until([&] { return !m_mei.workspace().roomNamed(m_incident.text()).isEmpty(); }, 10);
    if (!there || incident.alert->fact != m_alert)
        co_return no(u"the link or the colleague is missing"_s);
    co_return co_await labelAndClock();
}

} // namespace wardroom::app
