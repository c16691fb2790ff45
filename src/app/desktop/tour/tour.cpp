// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/tour/tour.h"

#include "session/approvals.h"
#include "ui/approvals/approvaldialog.h"
#include "ui/rooms/roomspane.h"
#include "ui/shell/windowpresenter.h"

#include <QDir>
#include <QJsonDocument>
#include <QSaveFile>
#include <cstdio>

namespace wardroom::app {
using namespace Qt::StringLiterals;

Tour::Tour(QString folder, QString resources, QString crowdSecUnpacked, ui::Theme &theme,
           std::unique_ptr<ChatServer> server)
    : m_folder(std::move(folder))
    , m_resources(std::move(resources))
    , m_crowdSec(std::move(crowdSecUnpacked))
    , m_theme(theme)
    , m_profiles(u"/tmp/wardroom-tour-XXXXXX"_s)
    , m_server(std::move(server))
{}

Tour::~Tour() = default;

Tour::Steps Tour::steps() const
{
    Steps steps{{u"first-start"_s, &Tour::firstStart},
                {u"invite"_s, &Tour::inviteColleague},
                {u"alert"_s, &Tour::alertArrives},
                {u"that-was-me"_s, &Tour::thatWasMe},
                {u"nobody-answers"_s, &Tour::nobodyAnswers},
                {u"open-incident"_s, &Tour::openIncident},
                {u"ask"_s, &Tour::askStatus},
                {u"fixes"_s, &Tour::listFixes},
                {u"hand-over"_s, &Tour::handOver},
                {u"run-and-verify"_s, &Tour::runAndVerify},
                {u"not-verified-and-undo"_s, &Tour::notVerifiedAndUndo},
                {u"contain"_s, &Tour::contain},
                {u"cancel-own"_s, &Tour::cancelOwn},
                {u"tasks-and-notes"_s, &Tour::tasksAndNotes},
                {u"search"_s, &Tour::search},
                {u"resolve-and-close"_s, &Tour::resolveAndClose},
                {u"join-late"_s, &Tour::joinLate},
                {u"timeline-and-board"_s, &Tour::timelineAndBoard},
                {u"block-ends"_s, &Tour::blockEnds},
                {u"export-and-verify"_s, &Tour::exportAndVerify}};
    if (!m_server) {
        steps += Steps{{u"choose-a-drill"_s, &Tour::chooseDrill},
                       {u"play-a-drill"_s, &Tour::playDrill},
                       {u"debrief"_s, &Tour::debriefed}};
        return steps;
    }
    const auto place = [&steps](const QString &name) {
        return std::find_if(steps.begin(), steps.end(), [&name](const auto &step) { return step.first == name; });
    };
    place(u"first-start"_s)->second = &Tour::foundTeam;
    place(u"invite"_s)->second = &Tour::joinTeam;
    steps.insert(place(u"alert"_s), {u"night-and-phone"_s, &Tour::nightAndPhone});
    steps.insert(place(u"open-incident"_s), {u"phone-is-called"_s, &Tour::nobodyHears});
    steps.insert(place(u"ask"_s), {u"phone-in-room"_s, &Tour::phoneInRoom});
    steps.insert(place(u"fixes"_s), {u"phone-asks"_s, &Tour::phoneAsks});
    steps.insert(place(u"cancel-own"_s), {u"phone-approves"_s, &Tour::phoneApproves});
    steps.insert(place(u"search"_s), {u"server-away"_s, &Tour::serverAway});
    steps.append({u"phone-transcript"_s, &Tour::phoneTranscript});
    return steps;
}

QCoro::Task<int> Tour::play()
{
    QDir().mkpath(m_folder);
    const Steps all = steps();
    for (const auto &[name, step] : all)
        co_await playStep(name, step);
    const bool written = writeJson(m_ok);
    co_return m_ok &&written ? 0 : 1;
}

QCoro::Task<void> Tour::playStep(QString name, Step step)
{
    m_stepName = name;
    m_evidence = {};
    m_pictures = {};
    m_problem.clear();
    QElapsedTimer took;
    took.start();
    const auto isUp = [](const Player &player) { return player.desktop && player.desktop->workspace(); };
    const bool possible = m_ok || (isUp(m_priya) && isUp(m_mei) && !m_priya.engine().tools().isEmpty());
    const bool ok = possible ? co_await (this->*step)() : no(u"an earlier step left nothing to go on with"_s);
    const qint64 ms = took.elapsed();
    if (m_priya.desktop)
        picture(m_priya, u"priya"_s);
    if (m_mei.desktop)
        picture(m_mei, u"mei"_s);
    QJsonObject json{{u"name"_s, name},
                     {u"ok"_s, ok},
                     {u"seconds"_s, static_cast<double>(ms) / 1000.0},
                     {u"pictures"_s, m_pictures},
                     {u"evidence"_s, m_evidence}};
    if (!ok)
        json.insert(u"problem"_s, m_problem);
    m_steps.append(json);
    m_ok = m_ok && ok;
    std::fprintf(stderr, "%s %-24s %6.1f s %s\n", ok ? "ok  " : "FAIL", qPrintable(name),
                 static_cast<double>(ms) / 1000.0, qPrintable(m_problem));
    writeJson(m_ok);
}

bool Tour::writeJson(bool ok) const
{
    const QString trust =
        m_priya.desktop && m_priya.desktop->workspace() ? m_priya.desktop->workspace()->trust() : QString();
    QSaveFile file(m_folder + u"/tour.json"_s);
    const QJsonObject json{{u"ok"_s, ok}, {u"trust"_s, trust}, {u"steps"_s, m_steps}};
    return file.open(QFile::WriteOnly) && file.write(QJsonDocument(json).toJson()) > 0 && file.commit();
}

bool Tour::no(const QString &sentence)
{
    m_problem = sentence;
    return false;
}

void Tour::picture(Player &player, const QString &what)
{
    const QString name = u"%1-%2-%3.png"_s.arg(m_steps.size() + 1, 2, 10, QChar(u'0')).arg(m_stepName, what);
    if (player.hand->savePicture(m_folder + u'/' + name))
        m_pictures.append(name);
}

Result<void> Tour::makePlayer(Player &player, const QString &name, bool practises)
{
    player.name = name;
    const QString folder = m_profiles.filePath(name.section(u' ', 0, 0).toLower());
    Result<std::unique_ptr<session::Profile>> profile = session::Profile::open(folder);
    if (!profile)
        return tl::unexpected(profile.error());
    player.profile = std::move(*profile);
    // The tour's people have no keychain: their keys are in a file, under a passphrase that nobody will know again.
    auto kept = secrets::FileSecrets::open(folder + u"/secrets"_s, randomHex(16).toLatin1(),
                                           secrets::FileSecrets::Cost::interactive);
    if (!kept)
        return tl::unexpected(kept.error());
    player.secrets = std::move(*kept);
    DesktopParts parts;
    parts.profile = player.profile.get();
    parts.secrets = player.secrets.get();
    parts.clock = &m_clock;
    parts.resources = m_resources;
    parts.crowdSecUnpacked = practises ? QString() : m_crowdSec;
    parts.playsDrill = practises; // the tour plays the other two itself
    parts.drillPatience = 1;
    player.desktop = std::make_unique<Desktop>(parts, m_theme);
    player.desktop->presenter().setNotifier(&player.notifier);
    player.hand = std::make_unique<Hand>(player.window());
    return {};
}

QCoro::Task<bool> Tour::goTo(Player &player, QString room)
{
    const domain::RoomId id = player.workspace().roomNamed(room);
    if (id.isEmpty())
        co_return no(u"%1 has no room %2"_s.arg(player.name, room));
    player.window().showPage(ui::Page::rooms);
    Q_EMIT player.window().rooms()->roomChosen(id);
    co_return co_await until([&] { return player.window().rooms()->currentRoom() == id; }, 5);
}

QCoro::Task<bool> Tour::attack(QString address, int lines)
{
    const Result<QJsonObject> attacked = co_await practice().attack(address, lines);
    co_return attacked ? true : no(attacked.error().message);
}

const domain::OperationState *Tour::operation(const domain::OpId &op)
{
    return m_priya.engine().book().state(m_incident).operation(op);
}

QCoro::Task<domain::OpId> Tour::ask(Player &player, QString line)
{
    const domain::RoomId room = player.window().rooms()->currentRoom();
    const QList<domain::OpId> before = player.engine().book().state(room).operations.keys();
    player.hand->say(line);
    domain::OpId fresh;
    const auto came = [&] {
        for (const domain::OpId &op : player.engine().book().state(room).operations.keys())
            if (!before.contains(op))
                fresh = op;
        return !fresh.isEmpty();
    };
    co_await until(came, 20);
    co_return fresh;
}

QCoro::Task<bool> Tour::finished(Player &player, domain::OpId op, int seconds)
{
    const domain::RoomId room = m_incident;
    const auto done = [&player, room, op] {
        const domain::OperationState *state = player.engine().book().state(room).operation(op);
        return state && state->finish;
    };
    co_return co_await until(done, seconds);
}

int Tour::operationRow(Player &player, const domain::OpId &op)
{
    return player.hand->lastRow([&op](const session::ConversationRow &row) {
        const auto *card = std::get_if<session::OperationCard>(&row.content);
        return card && card->op == op;
    });
}

int Tour::alertRow(Player &player, const QString &source)
{
    return player.hand->lastRow([&source](const session::ConversationRow &row) {
        const auto *card = std::get_if<session::AlertCard>(&row.content);
        return card && card->source == source;
    });
}

QCoro::Task<bool> Tour::approveByDialog(Player &approver, domain::OpId op, QString pictureName)
{
    if (!co_await goTo(approver, m_incident.text()))
        co_return false;
    const bool offered = co_await until([&] { return operationRow(approver, op) >= 0; }, 10);
    const bool pressed = offered && approver.hand->pressInRow(operationRow(approver, op), ui::RowAction::decide);
    if (!pressed)
        co_return no(u"%1's card offers no decision"_s.arg(approver.name));
    const bool opened =
        co_await until([&] { return qobject_cast<ui::ApprovalDialog *>(approver.hand->dialog()) != nullptr; }, 5);
    if (!opened)
        co_return no(u"no approval dialog opened"_s);
    co_await pause(150);
    picture(approver, pictureName);
    if (!approver.hand->press(approver.hand->dialog(), u"Accept"_s))
        co_return no(u"the approval dialog has no accept button"_s);
    const auto decided = [&] { return operation(op) && !operation(op)->standing().isEmpty(); };
    co_return (co_await until(decided, 10)) || no(u"the acceptance did not reach the room"_s);
}

QCoro::Task<bool> Tour::verdict(domain::OpId op, domain::Verdict wanted)
{
    const bool came = co_await until([&] { return operation(op) && operation(op)->verification; }, 60);
    if (!came)
        co_return no(u"nothing was read back"_s);
    const domain::CommandVerified verified = *operation(op)->verification;
    note(u"op"_s, op.text());
    note(u"verdict"_s, domain::wordOf(verified.verdict));
    note(u"before"_s, verified.before);
    note(u"after"_s, verified.after);
    note(u"claim"_s, operation(op)->claimProblem.isEmpty() ? u"adds up"_s : operation(op)->claimProblem);
    co_return verified.verdict == wanted || no(u"the verdict was %1"_s.arg(domain::wordOf(verified.verdict)));
}

} // namespace wardroom::app
