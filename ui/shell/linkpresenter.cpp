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

LinkPresenter::LinkPresenter(MainWindow &window, session::Workspace &workspace, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_workspace(workspace)
    , m_clock(clock)
    , m_team(workspace.engine())
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
    const LinkWords words = linkWords(link, m_clock.nowMs(), session::onlyRunner(m_workspace.engine()));
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
    const QString words =
        asking.size() == 1
            ? tr("%1 asks to be let in, with a Wardroom on %2.").arg(asking.first().name, asking.first().machine)
            : tr("%n Wardrooms ask to be let in.", nullptr, static_cast<int>(asking.size()));
    band->setWords(u"◇"_s, u"blue"_s, words, tr("Let in…"));
}

void LinkPresenter::askLetIn()
{
    auto *sheet = new LetInSheet(m_team.asking(), &m_window);
    connect(sheet, &Sheet::confirmed, this, [this, sheet] { finish(sheet, m_team.letIn(sheet->node())); });
    sheet->open();
}

void LinkPresenter::askSignIn()
{
    if (!m_again || m_workspace.link().server.isEmpty())
        return;
    auto *sheet = new SignInAgainSheet(m_workspace.me().text(), m_workspace.link().server, &m_window);
    connect(sheet, &Sheet::confirmed, this, [this, sheet] {
        session::MatrixCredentials who;
        who.password = sheet->password();
        finish(sheet, m_again(who));
    });
    connect(sheet, &SignInAgainSheet::browserWanted, this, [this, sheet] {
        session::MatrixCredentials who;
        who.browser = [](const QUrl &url) { QDesktopServices::openUrl(url); };
        finish(sheet, m_again(who));
    });
    sheet->open();
}

} // namespace wardroom::ui
