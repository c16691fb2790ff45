// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/nodespresenter.h"

#include "session/advice.h"
#include "session/engine.h"
#include "ui/people/nodespanel.h"
#include "ui/people/revokesheet.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/asking.h"

namespace wardroom::ui {

NodesPresenter::NodesPresenter(MainWindow &window, session::Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_workspace(workspace)
    , m_nodes(workspace.engine())
{
    NodesPanel *panel = window.settings()->nodes();
    connect(panel, &NodesPanel::shown, this, &NodesPresenter::refresh);
    connect(panel, &NodesPanel::revokeWanted, this, &NodesPresenter::revoke);
    connect(panel, &NodesPanel::letInWanted, this, &NodesPresenter::letInWanted);
    m_soon.setSingleShot(true);
    m_soon.setInterval(1000);
    connect(&m_soon, &QTimer::timeout, this, [this, panel] {
        if (panel->isVisible())
            refresh();
    });
    const auto soon = [this] {
        if (!m_soon.isActive())
            m_soon.start();
    };
    connect(&workspace, &session::Workspace::roomsChanged, &m_soon, soon);
    connect(&workspace.engine(), &session::Engine::workspaceFolded, &m_soon, soon);
    refresh();
}

NodesPresenter::~NodesPresenter()
{
    m_window.settings()->nodes()->setNodes({}, {});
}

void NodesPresenter::refresh()
{
    m_window.settings()->nodes()->setNodes(m_nodes.all(), session::precautionsFor(m_workspace.engine()));
}

void NodesPresenter::revoke(const session::NodeLine &node)
{
    auto *sheet = new RevokeSheet(node, &m_window);
    connect(sheet, &Sheet::confirmed, this,
            [this, sheet, id = node.node] { finish(sheet, m_nodes.revoke(id, sheet->reason())); });
    sheet->open();
}

} // namespace wardroom::ui
