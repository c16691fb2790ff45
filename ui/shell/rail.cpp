// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rail.h"

#include "ui/theme/badges.h"
#include "ui/theme/pieces.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QKeySequence>
#include <QMenu>
#include <QToolButton>

namespace wardroom::ui {

using namespace Qt::StringLiterals;

class Rail::RailButton final : public QToolButton
{
public:
    RailButton(const Theme &theme, QString icon, QString name)
        : m_theme(theme)
        , m_icon(std::move(icon))
        , m_name(std::move(name))
    {
        setCheckable(true);
        setFixedSize(theme.px(36), theme.px(36));
        setIconSize({theme.px(19), theme.px(19)});
        setToolTip(m_name);
        setCount(0);
        QObject::connect(this, &QToolButton::toggled, this, [this] { tint(); });
        QObject::connect(&theme, &Theme::changed, this, [this] { tint(); });
        tint();
    }

    void setCount(int count)
    {
        m_count = count;
        setAccessibleName(count > 0 ? Rail::tr("%1, %n waiting", nullptr, count).arg(m_name) : m_name);
        update();
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QToolButton::paintEvent(event);
        if (m_count == 0)
            return;
        QPainter painter(this);
        const int size = m_theme.px(15), wide = m_count > 9 ? m_theme.px(22) : size;
        paintCount(painter, QRect(width() - wide, 0, wide, size), m_count, m_theme);
    }

private:
    void tint() { setIcon(m_theme.icon(m_icon, isChecked() ? m_theme.tokens().accent : m_theme.tokens().muted)); }

    const Theme &m_theme;
    QString m_icon;
    QString m_name;
    int m_count = 0;
};

//! Which workspace is in front; a red count says that others have news.
class Rail::WorkspaceButton final : public QToolButton
{
public:
    explicit WorkspaceButton(const Theme &theme) : m_theme(theme)
    {
        setFixedSize(theme.px(36), theme.px(36));
        setPopupMode(QToolButton::InstantPopup);
        setMenu(new QMenu(this));
    }

    void setCount(qint64 count)
    {
        m_count = count;
        update();
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QToolButton::paintEvent(event);
        if (m_count == 0)
            return;
        QPainter painter(this);
        const int size = m_theme.px(15), wide = m_count > 9 ? m_theme.px(22) : size;
        paintCount(painter, QRect(width() - wide, 0, wide, size), m_count, m_theme);
    }

private:
    const Theme &m_theme;
    qint64 m_count = 0;
};

Rail::Rail(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setProperty("panel", u"true"_s);
    setAttribute(Qt::WA_StyledBackground);
    setFixedWidth(theme.px(56));
    auto *column = new QVBoxLayout(this);
    setMargins(column, 10, 10, 10, 10, theme.px(8));
    m_workspace = new WorkspaceButton(theme);
    connect(m_workspace->menu(), &QMenu::aboutToShow, this, &Rail::fillMenu);
    column->addWidget(m_workspace);
    m_group = new QButtonGroup(this);
    column->addWidget(addPage(Page::rooms, u"rooms"_s, tr("Rooms")));
    column->addWidget(addPage(Page::board, u"board"_s, tr("Status board")));
    column->addWidget(addPage(Page::approvals, u"approvals"_s, tr("Approvals")));
    column->addWidget(addPage(Page::commands, u"commands"_s, tr("Commands")));
    column->addWidget(addPage(Page::reports, u"reports"_s, tr("Reports")));
    column->addStretch();
    column->addWidget(addPage(Page::settings, u"settings"_s, tr("Settings")));
    const auto tint = [this] {
        const Tokens &t = m_theme.tokens();
        m_workspace->setStyleSheet(
            u"QToolButton { background: %1; color: %2; border: 1px solid transparent; border-radius: 8px; font-weight: 700; font-size: %3px; } QToolButton:focus, QToolButton:hover { border: 2px solid %4; } QToolButton::menu-indicator { image: none; }"_s
                .arg(t.accentFill.name(), t.onFill.name())
                .arg(m_theme.px(13))
                .arg(t.text.name()));
    };
    connect(&theme, &Theme::changed, m_workspace, tint);
    tint();
    setPage(Page::rooms);
}

Rail::RailButton *Rail::addPage(Page page, const QString &icon, const QString &name)
{
    auto *button = new RailButton(m_theme, icon, name);
    m_group->addButton(button);
    // The same order as the shortcuts of the window: Ctrl+1 is the first.
    const QKeySequence keys(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + m_pages.size()));
    button->setToolTip(tr("%1 (%2)").arg(name, keys.toString(QKeySequence::NativeText)));
    button->setAccessibleDescription(keys.toString(QKeySequence::NativeText));
    m_pages.insert(page, button);
    connect(button, &QToolButton::clicked, this, [this, page] { Q_EMIT pageChosen(page); });
    return button;
}

void Rail::setWorkspace(const QString &name)
{
    m_name = name;
    m_workspace->setText(name.isEmpty() ? u"W"_s : initialsOf(name));
    m_workspace->setToolTip(name.toHtmlEscaped());
    setChoices(m_choices);
}

void Rail::setChoices(const QList<WorkspaceChoice> &choices)
{
    m_choices = choices;
    qint64 elsewhere = 0;
    for (const WorkspaceChoice &choice : choices)
        elsewhere += choice.name == m_name ? 0 : choice.unread;
    m_workspace->setCount(elsewhere);
    m_workspace->setAccessibleName(
        elsewhere > 0 ? tr("Workspace %1, %n unread in others", nullptr, static_cast<int>(elsewhere)).arg(m_name)
                      : tr("Workspace %1").arg(m_name));
}

void Rail::fillMenu()
{
    QMenu *menu = m_workspace->menu();
    menu->clear();
    for (const WorkspaceChoice &choice : std::as_const(m_choices)) {
        QString words = choice.name;
        words.replace(u'&', u"&&"_s);
        if (!choice.isOpen)
            words = tr("%1 (not open)").arg(words);
        else if (choice.unread > 0 && choice.name != m_name)
            words = tr("%1 · %n unread", nullptr, static_cast<int>(choice.unread)).arg(words);
        QAction *action = menu->addAction(words);
        action->setCheckable(true);
        action->setChecked(choice.name == m_name);
        connect(action, &QAction::triggered, this, [this, name = choice.name] { Q_EMIT workspaceChosen(name); });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Add a workspace…")), &QAction::triggered, this, &Rail::newWorkspaceWanted);
}

void Rail::setPage(Page page)
{
    if (RailButton *button = m_pages.value(page))
        button->setChecked(true);
}

void Rail::setWaiting(int approvals)
{
    m_pages.value(Page::approvals)->setCount(approvals);
}

void Rail::focusPages()
{
    if (QAbstractButton *button = m_group->checkedButton())
        button->setFocus(Qt::ShortcutFocusReason);
}

} // namespace wardroom::ui
