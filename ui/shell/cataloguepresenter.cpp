// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/cataloguepresenter.h"

#include "session/talk.h"
#include "ui/catalogue/cataloguepage.h"
#include "ui/composer/advicepanel.h"
#include "ui/composer/composer.h"
#include "ui/timeline/detailpane.h"

namespace wardroom::ui {

using namespace Qt::StringLiterals;

CataloguePresenter::CataloguePresenter(MainWindow &window, session::Workspace &workspace, const Clock &clock,
                                       QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_workspace(workspace)
    , m_clock(clock)
{
    CataloguePage *page = window.commands();
    connect(page, &CataloguePage::roomWanted, this, &CataloguePresenter::roomWanted);
    connect(page, &CataloguePage::explainWanted, this, &CataloguePresenter::explainWanted);
    connect(page, &CataloguePage::practiceWanted, this, [this](const QString &line, bool here) {
        if (here)
            Q_EMIT m_window.commands()->commandChosen(line);
    });
    connect(&window, &MainWindow::pageShown, this, [this](Page shown) {
        if (shown == Page::commands)
            refresh();
    });
    connect(&workspace, &session::Workspace::roomChanged, this, [this] {
        if (m_window.page() == Page::commands)
            refresh();
    });
    connect(&workspace, &session::Workspace::pluginsChanged, this, &CataloguePresenter::onPlugins);
    refresh();
}

void CataloguePresenter::refresh()
{
    const session::CommandBook book(m_workspace.engine());
    m_window.commands()->setNow(m_clock.nowMs());
    m_window.models().catalogue.setLines(book.lines());
    m_window.commands()->setProblems(book.problems());
    fillShortList();
}

void CataloguePresenter::fillShortList()
{
    QList<CompletionItem> commands;
    for (const auto &each : m_workspace.talk().catalogue())
        commands << CompletionItem{each.insert, each.label, each.hint};
    m_window.detail()->setCatalogue(commands);
}

//! A broken plugin stays at the foot of the window until it is whole; that one was read is said once, above the
//! message.
void CataloguePresenter::onPlugins(const QStringList &sentences, bool bad)
{
    refresh();
    const bool isBroken = !session::CommandBook(m_workspace.engine()).problems().isEmpty();
    if (bad)
        m_window.showTrouble(sentences.join(u' '));
    else if (m_broken && !isBroken)
        m_window.showTrouble({});
    m_broken = isBroken;
    if (!bad)
        m_window.advice()->setAdvice({{}, tr("Plugins"), sentences.join(u'\n'), {}, false});
}

} // namespace wardroom::ui
