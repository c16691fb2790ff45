// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingspage.h"

#include "ui/settings/policypanel.h"
#include "ui/theme/pieces.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QKeySequence>
#include <QLineEdit>

namespace wardroom::ui {

using namespace Qt::StringLiterals;

SettingsPage::SettingsPage(Theme &theme, QWidget *parent)
    : PageFrame(tr("Settings"), {}, parent), m_theme(theme), m_look(new QComboBox), m_size(new QComboBox), m_language(new QComboBox),
      m_notifications(new QCheckBox(tr("Notify me on the desktop when something calls for me"))), m_name(new QLineEdit)
{
    m_look->addItem(tr("As the system"), static_cast<int>(ThemeMode::system));
    m_look->addItem(tr("Dark"), static_cast<int>(ThemeMode::dark));
    m_look->addItem(tr("Light"), static_cast<int>(ThemeMode::light));
    m_size->addItem(tr("As the system"), 0);
    for (const int size : {12, 14, 16, 18, 20, 24})
        m_size->addItem(tr("%1 pixels").arg(size), size);
    m_language->addItem(tr("As the system"), QString());
    m_language->addItem(tr("English"), u"en"_s);
    m_language->addItem(u"简体中文"_s, u"zh"_s);
    m_name->setMaxLength(80);
    m_workspace = makeText({}, "");
    m_fingerprint = makeText({}, "");
    m_fingerprint->setFont(theme.font(Face::mono));
    auto *box = new QWidget;
    box->setMaximumWidth(620);
    auto *form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(20);
    form->setVerticalSpacing(14);
    const auto field = [&](const QString &label, QWidget *widget) {
        widget->setAccessibleName(label);
        QLabel *name = makeLabel(label, "muted");
        name->setBuddy(widget);
        form->addRow(name, widget);
    };
    field(tr("Your name"), m_name);
    field(tr("Appearance"), m_look);
    field(tr("Text size"), m_size);
    field(tr("Language"), m_language);
    form->addRow(QString(), makeLabel(tr("A new language is used from the next start."), "small"));
    field(tr("Notifications"), m_notifications);
    field(tr("Workspace"), m_workspace);
    field(tr("Its fingerprint"), m_fingerprint);
    body()->addWidget(box);
    body()->addSpacing(18);
    body()->addWidget(makeKeys());
    body()->addSpacing(18);
    m_policy = new PolicyPanel(theme);
    m_policy->setMaximumWidth(820);
    body()->addWidget(m_policy);
    body()->addStretch();
    const auto tell = [this] {
        if (m_filling)
            return;
        m_theme.setMode(static_cast<ThemeMode>(m_look->currentData().toInt()));
        m_theme.setTextSize(m_size->currentData().toInt());
        Q_EMIT changed(values());
    };
    for (QComboBox *choice : {m_look, m_size, m_language})
        connect(choice, &QComboBox::activated, this, tell);
    connect(m_notifications, &QCheckBox::toggled, this, tell);
    connect(m_name, &QLineEdit::editingFinished, this, tell);
}

//! What the keyboard does, for those who have not found out.
QWidget *SettingsPage::makeKeys()
{
    auto *box = new QWidget;
    box->setMaximumWidth(620);
    auto *form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(20);
    form->setVerticalSpacing(7);
    form->addRow(makeLabel(tr("KEYBOARD"), "section"));
    const auto row = [&](const QString &keys, const QString &does) {
        QLabel *name = makeLabel(keys, "muted");
        QLabel *words = makeText(does, "");
        words->setAccessibleName(tr("%1: %2").arg(keys, does));
        form->addRow(name, words);
    };
    const auto native = [](const QKeySequence &keys) { return keys.toString(QKeySequence::NativeText); };
    row(native(QKeySequence(Qt::CTRL | Qt::Key_K)), tr("Search everything"));
    row(tr("%1 to %2").arg(native(QKeySequence(Qt::CTRL | Qt::Key_1)), native(QKeySequence(Qt::CTRL | Qt::Key_6))), tr("Rooms, status board, approvals, commands, reports, settings"));
    row(tr("%1 and %2").arg(native(QKeySequence(Qt::ALT | Qt::Key_Up)), native(QKeySequence(Qt::ALT | Qt::Key_Down))), tr("The room above and below"));
    row(native(QKeySequence(Qt::Key_F6)), tr("The next pane; with Shift the one before"));
    row(tr("Up and Down"), tr("In a conversation: from message to message; Tab goes to a message's buttons"));
    row(tr("Enter"), tr("Sends; with Shift it begins a new line"));
    row(tr("/ and @"), tr("Offer commands and people; Tab takes the suggestion, Escape closes it"));
    return box;
}

void SettingsPage::setValues(const SettingsValues &values)
{
    m_filling = true;
    m_look->setCurrentIndex(m_look->findData(static_cast<int>(values.theme)));
    m_size->setCurrentIndex(std::max(0, m_size->findData(values.textSize)));
    m_language->setCurrentIndex(std::max(0, m_language->findData(values.language)));
    m_notifications->setChecked(values.notifications);
    m_name->setText(values.personName);
    m_workspace->setText(values.workspace);
    m_fingerprint->setText(values.fingerprint);
    m_filling = false;
}

SettingsValues SettingsPage::values() const
{
    return {static_cast<ThemeMode>(m_look->currentData().toInt()), m_size->currentData().toInt(), m_language->currentData().toString(),
            m_notifications->isChecked(), m_name->text().trimmed(), m_workspace->text(), m_fingerprint->text()};
}

} // namespace wardroom::ui
