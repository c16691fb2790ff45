// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop.h"

#include "session/drillplay.h"
#include "session/founding.h"
#include "ui/catalogue/cataloguepage.h"
#include "ui/shell/drillpresenter.h"
#include "ui/welcome/welcomepage.h"

#include <QFile>
#include <QPointer>
#include <utility>

// Practising: which drills there are, the throw-away host, and the drill over its own workspace.
namespace wardroom::app {
using namespace Qt::StringLiterals;

namespace {

QByteArray firstLineOf(const QString &file)
{
    QFile secret(file);
    return secret.open(QFile::ReadOnly) ? secret.readLine(4096).trimmed() : QByteArray();
}

QString drillFolder(const QString &resources)
{
    return resources + u"/drills"_s;
}

} // namespace

void Desktop::offerDrills()
{
    QList<ui::DrillChoice> choices;
    for (const session::DrillStory &story : session::loadDrills(drillFolder(m_parts.resources)))
        choices.append(
            {story.name, story.title.in(m_parts.language), story.summary.in(m_parts.language), story.minutes});
    m_window->welcome()->setDrills(choices);
}

//! Workspaces of one profile have different names.
QString Desktop::freeName(const QString &wanted) const
{
    QString name = wanted;
    for (int i = 2; m_parts.profile->workspace(name); ++i)
        name = u"%1 %2"_s.arg(wanted).arg(i);
    return name;
}

QCoro::Task<Result<void>> Desktop::practise(QString personName, QString drill)
{
    const QPointer<Desktop> self(this);
    const Result<session::DrillStory> story =
        session::loadDrill(drillFolder(m_parts.resources) + u'/' + drill + u"/drill.yaml"_s);
    if (!story)
        co_return tl::unexpected(story.error());
    if (const Result<void> ready = co_await prepare(personName); !self || !ready)
        co_return self ? ready : fail(ErrorKind::cancelled, {});
    m_drillPresenter.reset();
    m_drill.reset(); // an earlier one ends with its host
    m_practice = std::make_unique<session::Practice>(m_parts.resources);
    const QString hostName = story->host, hostKind = story->hostKind;
    Result<domain::Host> host = co_await m_practice->makeHost(hostName, hostKind);
    if (!self || !host)
        co_return self ? tl::unexpected(host.error()) : fail(ErrorKind::cancelled, {});
    host->aliases = story->hostNames;
    if (const Result<void> watching = co_await startDetection(); !self || !watching)
        co_return self ? watching : fail(ErrorKind::cancelled, {});
    const QString name = freeName(tr("Practice"));
    const Result<session::WorkspaceEntry> entry = co_await workspaces().foundForPractice(name);
    if (!self || !entry)
        co_return self ? tl::unexpected(entry.error()) : fail(ErrorKind::cancelled, {});
    if (const Result<void> done = co_await open(*entry); !self || !done)
        co_return self ? done : fail(ErrorKind::cancelled, {});
    domain::Inventory inventory = m_workspace->engine().book().workspace().inventory();
    inventory.hosts.prepend(*host);
    const Result<domain::FactId> listed = co_await session::publishInventory(m_workspace->engine(), inventory);
    if (!self || !listed)
        co_return self ? tl::unexpected(listed.error()) : fail(ErrorKind::cancelled, {});
    const Result<void> started = co_await startDrill(*story);
    if (self && started && !m_toPractise.isEmpty())
        Q_EMIT m_window->commands()->commandChosen(
            std::exchange(m_toPractise, {}).replace(u"practice-01"_s, inventory.hosts.first().name));
    co_return started;
}

//! The story over the workspace that was just made.
QCoro::Task<Result<void>> Desktop::startDrill(session::DrillStory story)
{
    if (!m_parts.playsDrill)
        co_return Result<void>();
    m_drill = std::make_unique<session::DrillPlay>(std::move(story), m_workspace->engine(), m_practice.get());
    m_drill->setPatience(m_parts.drillPatience);
    m_drillName = m_workspace->name();
    playDrill();
    co_return co_await m_drill->start();
}

//! The drill stands above its own workspace only.
void Desktop::playDrill()
{
    m_drillPresenter.reset();
    if (m_drill && !m_drill->isOver() && m_workspace && m_workspace->name() == m_drillName)
        m_drillPresenter = std::make_unique<ui::DrillPresenter>(*m_window, *m_workspace, *m_drill);
}

//! A drill with a real intrusion detection beside it, where one is unpacked. Its account goes with the drill: what this
//! profile is connected to stays as it is, and stays out of the drill.
QCoro::Task<Result<void>> Desktop::startDetection()
{
    const QPointer<Desktop> self(this);
    if (m_parts.crowdSecUnpacked.isEmpty())
        co_return Result<void>();
    const Result<QJsonObject> started = co_await m_practice->startCrowdSec(m_parts.crowdSecUnpacked);
    if (!self || !started)
        co_return self ? tl::unexpected(started.error()) : fail(ErrorKind::cancelled, {});
    session::CrowdSecAccount account;
    account.url = QUrl(started->value(u"url"_s).toString());
    account.machine = started->value(u"machine"_s).toString();
    account.password = firstLineOf(started->value(u"password_file"_s).toString());
    account.bouncer = firstLineOf(started->value(u"bouncer_key_file"_s).toString());
    auto tools = std::make_unique<session::PracticeTools>();
    const Result<void> opened = co_await tools->open(account, *m_parts.clock);
    if (!self || !opened)
        co_return self ? opened : fail(ErrorKind::cancelled, {});
    m_drillTools.push_back(std::move(tools));
    renewWorkspaces();
    co_return Result<void>();
}

} // namespace wardroom::app
