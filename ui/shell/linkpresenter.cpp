// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/linkpresenter.h"

#include "models/times.h"
#include "session/advice.h"
#include "ui/people/letinsheet.h"
#include "ui/rooms/roomspane.h"
#include "ui/shell/announcer.h"
#include "ui/shell/asking.h"
#include "ui/shell/band.h"
#include "ui/shell/linkwords.h"
#include "ui/welcome/signinagainsheet.h"

#include <QDesktopServices>

namespace wardroom::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

LinkWords withFailed(LinkWords words, qint64 failed)
{
    if (failed == 0)
        return words;
    const int count = static_cast<int>(failed);
    words.sentence += u" · "_s + LinkPresenter::tr("%n not sent", nullptr, count);
    if (words.tone == u"green")
        words.tone = u"amber"_s;
    words.explanation +=
        u' ' + LinkPresenter::tr("%n were refused for good: they stand in their rooms, to be tried again "
                                 "or discarded.",
                                 nullptr, count);
    return words;
}

LinkPresenter::LinkPresenter(MainWindow &window, session::Workspace &workspace, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_workspace(workspace)
    , m_clock(clock)
    , m_team(workspace.engine())
    , m_browser([](const QUrl &url) { QDesktopServices::openUrl(url); })
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(100ms);
    connect(&m_soon, &QTimer::timeout, this, &LinkPresenter::refresh);
    const auto soon = [this] {
        if (!m_soon.isActive())
            m_soon.start();
    };
    connect(&workspace, &session::Workspace::linkChanged, this, &LinkPresenter::refresh);
    connect(&workspace, &session::Workspace::roomsChanged, this, soon);
    connect(window.linkBand(), &Band::actionWanted, this, &LinkPresenter::askSignIn);
    connect(window.rooms(), &RoomsPane::signInWanted, this, &LinkPresenter::askSignIn);
    connect(window.peopleBand(), &Band::actionWanted, this, &LinkPresenter::askLetIn);
    refresh();
}

LinkPresenter::~LinkPresenter()
{
    m_window.linkBand()->setWords({}, {}, {});
    m_window.peopleBand()->setWords({}, {}, {});
}

void LinkPresenter::refresh()
{
    const session::LinkView link = m_workspace.link();
    const QList<store::OutboxItem> &pending = m_workspace.engine().sender().pending();
    const qint64 failed = std::count_if(pending.begin(), pending.end(), [](const store::OutboxItem &item) {
        return item.state == store::SendState::failed;
    });
    const LinkWords words =
        withFailed(linkWords(link, m_clock.nowMs(), session::onlyRunner(m_workspace.engine())), failed);
    m_window.rooms()->setLink(words, link.synced > 0 ? models::clockSeconds(link.synced) : QString());
    const QString action = words.needsSignIn ? tr("Sign in again…") : QString();
    const QString advice = session::adviceFor(m_workspace.engine()).value(0);
    if (words.isTrouble || advice.isEmpty())
        m_window.linkBand()->setWords(words.shape, words.tone, words.isTrouble ? words.explanation : QString(), action);
    else
        m_window.linkBand()->setWords(u"!"_s, u"amber"_s, advice);
    showWaiting();
}

//! Either this desktop waits, or others wait for somebody like this person.
void LinkPresenter::showWaiting()
{
    Band *band = m_window.peopleBand();
    if (const std::optional<session::AskingLine> mine = m_team.waits()) {
        band->setWords(u"◌"_s, u"amber"_s,
                       tr("You read along and talk, but this desktop is not let in yet: nothing it signs counts. Tell "
                          "a policy admin “let in %1, fingerprint %2” on the phone; their window offers it.")
                           .arg(mine->node.text(), mine->fingerprint));
        return;
    }
    const QList<session::AskingLine> asking = m_team.asking();
    if (asking.isEmpty()) {
        band->setWords({}, {}, {});
        return;
    }
    const session::AskingLine &first = asking.first();
    QString words = asking.size() == 1
                        ? tr("%1 asks to be let in, with a Wardroom on %2.").arg(first.name, first.machine)
                        : tr("%n Wardrooms ask to be let in.", nullptr, static_cast<int>(asking.size()));
    if (asking.size() == 1 && !first.said.isEmpty())
        words += u' ' + tr("%1 let it in; a second policy admin has to say the same.").arg(first.said.join(u", "_s));
    const bool isMyTurn =
        std::any_of(asking.begin(), asking.end(), [](const session::AskingLine &line) { return !line.saidByMe; });
    band->setWords(u"◇"_s, u"blue"_s, words, isMyTurn ? tr("Let in…") : QString());
}

void LinkPresenter::askLetIn()
{
    auto *sheet = new LetInSheet(m_team.asking(), &m_window);
    connect(sheet, &Sheet::confirmed, this, [this, sheet] {
        QCoro::connect(m_team.letIn(sheet->node()), sheet, [sheet](const Result<bool> &isIn) {
            if (!isIn)
                sheet->setProblem(isIn.error().message);
            else if (*isIn)
                sheet->accept();
            else
                sheet->setDone(
                    tr("Said, and on the record. It is not in yet: a second policy admin has to say the same "
                       "in their window, or another Wardroom of this person's."));
        });
    });
    sheet->open();
}

void LinkPresenter::askSignIn()
{
    if (!m_again || m_workspace.link().server.isEmpty())
        return;
    const QString homeserver = m_workspace.engine().entry().homeserver;
    auto *sheet = new SignInAgainSheet(m_workspace.me().text(), m_workspace.link().server, &m_window);
    auto *login = new chat::MatrixLogin(m_clock);
    login->setParent(sheet);
    QCoro::connect(login->discover(homeserver), sheet, [sheet](const Result<chat::MatrixServer> &found) {
        if (found)
            sheet->setOffers({found->homeserver.toString(), found->password, found->sso});
    });
    connect(sheet, &Sheet::confirmed, this, [this, sheet] {
        session::MatrixCredentials who;
        if (sheet->way() == SignInWay::password)
            who.password = sheet->secret();
        else if (sheet->way() == SignInWay::token)
            who.token = sheet->secret();
        else
            who.browser = m_browser;
        finish(sheet, m_again(who));
    });
    sheet->open();
}

} // namespace wardroom::ui
