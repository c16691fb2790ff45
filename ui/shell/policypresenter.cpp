// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/policypresenter.h"

#include "session/automation.h"
#include "session/documents.h"
#include "session/engine.h"
#include "session/governance.h"
#include "ui/settings/policypanel.h"
#include "ui/settings/policysheets.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/asking.h"

#include <QJsonDocument>

namespace wardroom::ui {

using namespace Qt::StringLiterals;

PolicyPresenter::PolicyPresenter(MainWindow &window, session::Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_workspace(workspace)
{
    PolicyPanel *panel = window.settings()->policy();
    connect(panel, &PolicyPanel::shown, this, &PolicyPresenter::refresh);
    connect(panel, &PolicyPanel::levelWanted, this, &PolicyPresenter::changeLevel);
    connect(panel, &PolicyPanel::textWanted, this, &PolicyPresenter::changeText);
    m_soon.setSingleShot(true);
    m_soon.setInterval(1000);
    connect(&m_soon, &QTimer::timeout, this, [this, panel] {
        if (panel->isVisible())
            refresh();
    });
    connect(&workspace, &session::Workspace::approvalsChanged, &m_soon, [this] {
        if (!m_soon.isActive())
            m_soon.start();
    });
    refresh();
}

PolicyPresenter::~PolicyPresenter()
{
    m_window.settings()->policy()->setStanding({});
}

void PolicyPresenter::refresh()
{
    m_window.settings()->policy()->setStanding(session::Automation(m_workspace.engine()).policy());
}

void PolicyPresenter::changeLevel(const session::CommandStanding &command)
{
    const qint64 needed = session::Automation(m_workspace.engine()).policy().needed;
    auto *sheet = new LevelSheet(command, needed, &m_window);
    connect(sheet, &Sheet::confirmed, this, [this, sheet, name = command.command] {
        const Result<domain::Policy> wanted = session::Automation(m_workspace.engine()).withLevel(name, sheet->level());
        if (wanted)
            finish(sheet, session::proposePolicy(m_workspace.engine(), *wanted, sheet->reason()));
        else
            sheet->setProblem(wanted.error().message);
    });
    sheet->open();
}

void PolicyPresenter::changeText()
{
    const domain::Policy *now = m_workspace.engine().book().workspace().policy();
    if (!now)
        return;
    const QString json = QString::fromUtf8(QJsonDocument(session::policyJson(*now)).toJson());
    const qint64 needed = session::Automation(m_workspace.engine()).policy().needed;
    auto *sheet = new PolicySheet(json, needed, m_window.theme(), &m_window);
    connect(sheet, &Sheet::confirmed, this, [this, sheet] {
        const Result<domain::Policy> wanted =
            session::policyFromText(m_workspace.engine(), sheet->text(), tr("The policy"));
        if (wanted)
            finish(sheet, session::proposePolicy(m_workspace.engine(), *wanted, sheet->reason()));
        else
            sheet->setProblem(wanted.error().message);
    });
    sheet->open();
}

} // namespace wardroom::ui
