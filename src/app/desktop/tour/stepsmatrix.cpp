// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/tour/tour.h"

#include "session/founding.h"
#include "session/team.h"
#include "session/tools.h"
#include "ui/rooms/roomspane.h"
#include "ui/welcome/signinpage.h"
#include "ui/welcome/welcomepage.h"

#include <QLineEdit>

//! The same story on a chat server: signing in, a node that never sleeps, somebody with a phone, and the server gone.
namespace wardroom::app {
using namespace Qt::StringLiterals;

namespace {

const QString kPhone = u"@cy:localhost"_s;
const QString kNight = u"@night:localhost"_s;

QLineEdit *fieldOf(QWidget *within, const QString &accessibleName)
{
    const QList<QLineEdit *> fields = within->findChildren<QLineEdit *>();
    for (QLineEdit *field : fields)
        if (field->accessibleName() == accessibleName)
            return field;
    return nullptr;
}

QByteArray firstLineOf(const QString &file)
{
    QFile secret(file);
    return secret.open(QFile::ReadOnly) ? secret.readLine(4096).trimmed() : QByteArray();
}

//! What `private-crowdsec start` answers: the secrets are in files that it names.
session::CrowdSecAccount accountFrom(const QJsonObject &started)
{
    return {QUrl(started.value(u"url"_s).toString()), started.value(u"machine"_s).toString(),
            firstLineOf(started.value(u"password_file"_s).toString()),
            firstLineOf(started.value(u"bouncer_key_file"_s).toString())};
}

} // namespace

//! From the welcome through the sign-in page to the open workspace, as a person fills it in.
QCoro::Task<bool> Tour::signIn(Player &player, QString name, QString invitation)
{
    ui::WelcomePage *welcome = player.window().welcome();
    player.hand->type(fieldOf(welcome, u"Your name"_s), player.name);
    if (invitation.isEmpty()) {
        player.hand->press(welcome, u"Sign in"_s);
    } else {
        fieldOf(welcome, u"Invitation"_s)->setText(invitation);
        player.hand->press(welcome, u"Join"_s);
    }
    ui::SignInPage *page = player.window().signIn();
    if (!co_await until([&player] { return player.window().page() == ui::Page::signIn; }, 5))
        co_return no(u"the welcome does not lead to signing in"_s);
    if (invitation.isEmpty()) {
        player.hand->type(fieldOf(page, u"Server"_s), m_server->homeserver());
        player.hand->press(page, u"Find the server"_s);
    }
    QLineEdit *account = fieldOf(page, u"Account"_s);
    if (!co_await until([account, page] { return account->isVisible() && !page->isBusy(); }, 20))
        co_return no(u"the server was not found"_s);
    player.hand->type(account, m_server->account(name).user);
    player.hand->type(fieldOf(page, u"Password"_s), m_server->account(name).password);
    if (invitation.isEmpty())
        player.hand->type(fieldOf(page, u"Workspace"_s), u"Shop team"_s);
    picture(player, u"sign-in"_s);
    player.hand->press(page, u"Sign in and"_s);
    if (!co_await until([&player] { return player.desktop->workspace() != nullptr; }, 60))
        co_return no(u"%1's workspace did not open"_s.arg(player.name));
    co_return true;
}

//! A practice host and its intrusion detection on this machine, for Priya's desktop.
QCoro::Task<bool> Tour::prepareHost()
{
    m_practice = std::make_unique<session::Practice>(m_resources);
    const QString name = u"practice-01"_s;
    const Result<domain::Host> host = co_await m_practice->makeHost(name);
    if (!host)
        co_return no(host.error().message);
    m_host = *host;
    if (m_crowdSec.isEmpty())
        co_return no(u"no CrowdSec is unpacked: start the tour by packaging/start --tour DIR --matrix"_s);
    const Result<QJsonObject> started = co_await m_practice->startCrowdSec(m_crowdSec);
    if (!started)
        co_return no(started.error().message);
    const session::CrowdSecAccount account = accountFrom(*started);
    const Result<void> kept = co_await session::Tools::keep(*m_priya.profile, *m_priya.secrets, account);
    co_return kept ? true : no(kept.error().message);
}

QCoro::Task<bool> Tour::foundTeam()
{
    QElapsedTimer started;
    started.start();
    if (const Result<void> made = makePlayer(m_priya, u"Priya N."_s); !made)
        co_return no(made.error().message);
    m_priya.desktop->show({});
    m_priya.window().repaint();
    note(u"first_window_ms"_s, started.elapsed());
    co_await pause(100);
    picture(m_priya, u"welcome"_s);
    if (!co_await prepareHost() || !co_await signIn(m_priya, u"priya"_s, {}))
        co_return false;
    const auto furnished = [this] {
        return m_priya.engine().book().workspace().policy() &&
               !m_priya.workspace().roomNamed(u"security-ops"_s).isEmpty();
    };
    if (!co_await until(furnished, 30))
        co_return no(u"the new workspace has no rooms, or no policy"_s);
    const auto listed = [this] { return m_priya.engine().book().workspace().inventory().version > 0; };
    if (!co_await until(listed, 30))
        co_return no(u"the new workspace has no inventory"_s);
    domain::Inventory inventory = m_priya.engine().book().workspace().inventory();
    inventory.hosts.prepend(m_host);
    const Result<domain::FactId> published = co_await session::publishInventory(m_priya.engine(), inventory);
    note(u"host"_s, m_host.name);
    note(u"homeserver"_s, m_server->homeserver());
    note(u"account"_s, m_priya.engine().me().text());
    co_return published ? true : no(published.error().message);
}

QCoro::Task<bool> Tour::joinTeam()
{
    const Result<QString> invitation = session::invitationFor(m_priya.engine());
    if (!invitation)
        co_return no(invitation.error().message);
    if (const Result<void> made = makePlayer(m_mei, u"Mei Lin"_s); !made)
        co_return no(made.error().message);
    m_mei.desktop->show({});
    const QString line = *invitation;
    if (!co_await signIn(m_mei, u"mei"_s, line))
        co_return false;
    const domain::PersonId mei = m_mei.engine().me();
    if (!co_await until([&] { return m_priya.engine().book().workspace().people.contains(mei); }, 20))
        co_return no(u"the first desktop does not know the second"_s);
    const auto there = [this] {
        return !m_mei.workspace().roomNamed(u"ids-alerts"_s).isEmpty() &&
               !m_mei.workspace().roomNamed(u"security-ops"_s).isEmpty();
    };
    note(u"people"_s, QJsonArray{m_priya.engine().me().text(), mei.text()});
    co_return (co_await until(there, 20)) || no(u"the second desktop does not see the rooms"_s);
}

QCoro::Task<bool> Tour::nightAndPhone()
{
    const Result<QString> invitation = session::invitationFor(m_priya.engine());
    if (!invitation)
        co_return no(invitation.error().message);
    const QString line = *invitation;
    const QString folder = m_profiles.filePath(u"night"_s);
    if (const Result<void> up = co_await m_server->startNight(folder, line); !up)
        co_return no(up.error().message);
    const domain::PersonId night(kNight), phone(kPhone);
    domain::NodeId runner;
    const auto enrolled = [&] {
        for (const domain::Node &node : m_priya.engine().book().workspace().nodes)
            if (node.person == night)
                runner = node.id;
        return !runner.isEmpty();
    };
    if (!co_await until(enrolled, 20))
        co_return no(u"the node that never sleeps is not in"_s);
    const Result<void> invited =
        co_await m_priya.engine().platform().invite(m_priya.workspace().roomNamed(u"security-ops"_s), phone);
    if (!invited)
        co_return no(invited.error().message);
    const QJsonObject accept{{u"do"_s, u"accept"_s}};
    const Result<QJsonObject> joined = co_await m_server->phone(accept);
    if (!joined)
        co_return no(joined.error().message);
    // Who answers fast is called fast: first Mei, then the phone, then everybody.
    domain::Policy policy = *m_priya.engine().book().workspace().policy();
    policy.rota = {m_mei.engine().me(), phone};
    policy.acknowledgeWithin = 20;
    policy.runner = runner;
    policy.bots = {night};
    policy.reactionsFor = {u"change"_s};
    const Result<domain::FactId> published = co_await session::publishPolicy(m_priya.engine(), policy);
    if (!published)
        co_return no(published.error().message);
    const auto seen = [this] { return m_mei.engine().book().workspace().policies.size() == 2; };
    note(u"runner"_s, runner.text());
    note(u"phone_joined"_s, joined->value("joined"_L1));
    co_return (co_await until(seen, 20)) || no(u"the second desktop does not see the policy"_s);
}

//! Waits until the phone shows a message with all of \a words; m_shown is it then.
QCoro::Task<bool> Tour::phoneSees(QString room, QStringList words, int seconds)
{
    const QJsonObject read{{u"do"_s, u"read"_s}, {u"room"_s, room}};
    QElapsedTimer since;
    since.start();
    while (since.elapsed() < seconds * 1000LL) {
        const Result<QJsonObject> shown = co_await m_server->phone(read);
        const QJsonArray messages = shown ? shown->value("messages"_L1).toArray() : QJsonArray();
        for (qsizetype i = messages.size() - 1; i >= 0; --i) {
            m_shown = messages.at(i).toObject();
            const QString text = m_shown.value("text"_L1).toString();
            if (std::all_of(words.begin(), words.end(), [&text](const QString &word) { return text.contains(word); }))
                co_return true;
        }
        co_await pause(400);
    }
    co_return no(u"the phone never showed: %1"_s.arg(words.join(u", "_s)));
}

QCoro::Task<bool> Tour::phoneSays(QString room, QString text)
{
    const QJsonObject say{{u"do"_s, u"say"_s}, {u"room"_s, room}, {u"text"_s, text}};
    const Result<QJsonObject> said = co_await m_server->phone(say);
    co_return said ? true : no(said.error().message);
}

//! The second of the rota has only a phone: it is mentioned in the room and gets a message of its own.
QCoro::Task<bool> Tour::nobodyHears()
{
    const QString alerts = m_priya.workspace().roomNamed(u"ids-alerts"_s).text();
    const QStringList called{kPhone, u"was called"_s};
    if (!co_await phoneSees(alerts, called, 60))
        co_return false;
    note(u"in_room"_s, m_shown);
    const QJsonObject accept{{u"do"_s, u"accept"_s}};
    QElapsedTimer since;
    since.start();
    QString direct;
    while (direct.isEmpty() && since.elapsed() < 30'000) {
        const Result<QJsonObject> joined = co_await m_server->phone(accept);
        direct = joined ? joined->value("joined"_L1).toArray().first().toString() : QString();
        co_await pause(300);
    }
    const QStringList where{u"#ids-alerts"_s};
    if (direct.isEmpty() || !co_await phoneSees(direct, where, 20))
        co_return no(u"the phone got no message of its own"_s);
    note(u"direct"_s, m_shown);
    const QStringList everybody{u"Everybody was called"_s};
    co_return (co_await phoneSees(alerts, everybody, 60));
}

//! The incident's room takes in who has only a phone.
QCoro::Task<bool> Tour::phoneInRoom()
{
    const domain::PersonId phone(kPhone);
    const Result<void> invited = co_await m_priya.engine().platform().invite(m_incident, phone);
    if (!invited)
        co_return no(invited.error().message);
    const QJsonObject accept{{u"do"_s, u"accept"_s}};
    const Result<QJsonObject> joined = co_await m_server->phone(accept);
    if (!joined || !joined->value("joined"_L1).toArray().contains(m_incident.text()))
        co_return no(u"the phone is not in the incident's room"_s);
    const auto there = [this] { return m_priya.engine().lastMembers(m_incident).contains(domain::PersonId(kNight)); };
    note(u"members"_s, m_priya.engine().lastMembers(m_incident).size());
    co_return (co_await until(there, 20)) || no(u"the node that never sleeps did not follow into the room"_s);
}

QCoro::Task<bool> Tour::phoneAsks()
{
    if (!co_await phoneSays(m_incident.text(), u"what's going on with practice-01?"_s))
        co_return false;
    const auto asked = [this]() -> const domain::OperationState * {
        for (const domain::OperationState &operation : m_priya.engine().book().state(m_incident).operations)
            if (operation.request.requesters.contains(domain::PersonId(kPhone)) && operation.finish)
                return &operation;
        return nullptr;
    };
    if (!co_await until([&] { return asked() != nullptr; }, 30))
        co_return no(u"nobody answered the phone"_s);
    note(u"op"_s, asked()->op.text());
    note(u"outcome"_s, domain::wordOf(asked()->finish->outcome));
    const QStringList answer{u"Ran: Status of practice-01"_s};
    const bool shown = co_await phoneSees(m_incident.text(), answer, 20);
    note(u"answer"_s, m_shown);
    co_return shown;
}

//! One change accepted by a reply, one by a reaction, both read back.
QCoro::Task<bool> Tour::phoneApproves()
{
    QJsonArray evidence;
    for (const bool byReply : {true, false}) {
        const QString line = u"/ip block 198.51.100.%1 for 1h"_s.arg(byReply ? 77 : 78);
        const domain::OpId op = co_await ask(m_priya, line);
        if (op.isEmpty())
            co_return no(u"nothing was asked for"_s);
        const QString code = operation(op)->shortCode();
        const QStringList asked{u"approve "_s + code, u"Runs:"_s};
        if (!co_await phoneSees(m_incident.text(), asked, 20))
            co_return false;
        const QString card = m_shown.value("id"_L1).toString();
        evidence.append(m_shown);
        QJsonObject yes{{u"do"_s, u"say"_s},
                        {u"room"_s, m_incident.text()},
                        {u"reply"_s, card},
                        {u"text"_s, QString(u"approve "_s + code)}};
        if (!byReply)
            yes = QJsonObject{
                {u"do"_s, u"react"_s}, {u"room"_s, m_incident.text()}, {u"event"_s, card}, {u"key"_s, u"\U0001F44D"_s}};
        if (const Result<QJsonObject> said = co_await m_server->phone(yes); !said)
            co_return no(said.error().message);
        if (!co_await verdict(op, domain::Verdict::verified))
            co_return false;
        const domain::Decision decision = operation(op)->decisions.first();
        evidence.append(QJsonObject{{u"op"_s, op.text()}, {u"by"_s, decision.said.by.text()}});
    }
    note(u"cards_and_decisions"_s, evidence);
    co_return true;
}

//! The server goes away: reading and typing go on, and what was typed goes out once when it is back.
QCoro::Task<bool> Tour::serverAway()
{
    if (!co_await goTo(m_priya, m_incident.text()))
        co_return false;
    if (const Result<void> gone = co_await m_server->stop(); !gone)
        co_return no(gone.error().message);
    const auto noticed = [this] {
        return m_priya.workspace().linkState() != chat::LinkState::live &&
               m_mei.workspace().linkState() != chat::LinkState::live;
    };
    if (!co_await until(noticed, 60))
        co_return no(u"the windows do not notice that the server is gone"_s);
    const QString words = u"Written while the server was away."_s;
    m_priya.hand->say(words);
    co_await pause(1500);
    const qint64 queued = m_priya.workspace().link().queued;
    picture(m_priya, u"offline"_s);
    note(u"queued"_s, queued);
    if (const Result<void> back = co_await m_server->start(); !back)
        co_return no(back.error().message);
    const auto well = [this] {
        return m_priya.workspace().linkState() == chat::LinkState::live && m_priya.workspace().link().queued == 0;
    };
    if (!co_await until(well, 90))
        co_return no(u"the window did not come back by itself"_s);
    const QStringList late{words};
    const bool once = co_await phoneSees(m_incident.text(), late, 30);
    co_return once && (queued > 0 || no(u"what was typed was not kept as waiting"_s));
}

QCoro::Task<bool> Tour::phoneTranscript()
{
    const QJsonObject list{{u"do"_s, u"rooms"_s}};
    const Result<QJsonObject> rooms = co_await m_server->phone(list);
    if (!rooms)
        co_return no(rooms.error().message);
    QString text =
        u"What %1 saw and said, in a chat client that knows nothing of Wardroom (matrix-nio).\n"_s.arg(kPhone);
    qsizetype lines = 0;
    const QJsonArray all = rooms->value("rooms"_L1).toArray();
    for (const QJsonValue &room : all) {
        const QJsonObject read{{u"do"_s, u"read"_s}, {u"room"_s, room.toObject().value("id"_L1)}};
        const Result<QJsonObject> shown = co_await m_server->phone(read);
        text += u"\n== %1\n"_s.arg(room.toObject().value("name"_L1).toString());
        const QJsonArray messages = shown ? shown->value("messages"_L1).toArray() : QJsonArray();
        for (const QJsonValue &each : messages) {
            const QDateTime at = QDateTime::fromMSecsSinceEpoch(each.toObject().value("at"_L1).toInteger(), Qt::UTC);
            const QString words = each.toObject().value("text"_L1).toString().replace(u'\n', u"\n    "_s);
            text += u"[%1] %2: %3\n"_s.arg(at.toString(u"HH:mm:ss"_s), each.toObject().value("sender"_L1).toString(),
                                           words);
            ++lines;
        }
    }
    QFile file(m_folder + u"/phone-transcript.txt"_s);
    const bool written = file.open(QFile::WriteOnly) && file.write(text.toUtf8()) > 0;
    note(u"file"_s, u"phone-transcript.txt"_s);
    note(u"rooms"_s, all.size());
    note(u"messages"_s, lines);
    co_return (written && lines > 20) || no(u"the phone's transcript is missing or empty"_s);
}

} // namespace wardroom::app
