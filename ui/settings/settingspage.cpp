// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingspage.h"

#include "ui/people/nodespanel.h"
#include "ui/settings/policypanel.h"
#include "ui/theme/pieces.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QKeySequence>
#include <QLineEdit>
#include <QTimeEdit>

namespace wardroom::ui {

using namespace Qt::StringLiterals;

SettingsPage::SettingsPage(Theme &theme, QWidget *parent)
    : PageFrame(tr("Settings"), {}, parent)
    , m_theme(theme)
    , m_look(new QComboBox)
    , m_size(new QComboBox)
    , m_language(new QComboBox)
    , m_notifications(new QCheckBox(tr("Notify me on the desktop when something calls for me")))
    , m_tone(new QComboBox)
    , m_silent(new QCheckBox(tr("Keep quiet from")))
    , m_from(new QTimeEdit(QTime(22, 0)))
    , m_until(new QTimeEdit(QTime(7, 0)))
    , m_name(new QLineEdit)
{
    fillChoices();
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
    const auto remark = [&](const QString &words) {
        QLabel *label = makeText(words, "small");
        label->setMinimumWidth(m_theme.px(440)); // else a height is guessed for a narrow one, and a gap remains
        form->addRow(QString(), label);
    };
    field(tr("Your name"), m_name);
    field(tr("Appearance"), m_look);
    field(tr("Text size"), m_size);
    field(tr("Language"), m_language);
    remark(tr("A new language is used from the next start."));
    field(tr("Notifications"), m_notifications);
    field(tr("How the bot talks"), m_tone);
    remark(tr("In help and tips only. Requests, approvals, failures, alerts and the record always speak plainly, and "
              "so does everything while a grave incident is open."));
    field(tr("Hours of silence"), makeSilence());
    remark(tr("No tips and no notifications then, but for what is urgent."));
    field(tr("Workspace"), m_workspace);
    field(tr("Its fingerprint"), m_fingerprint);
    body()->addWidget(box);
    body()->addSpacing(18);
    m_nodes = new NodesPanel(theme);
    m_nodes->setMaximumWidth(820);
    body()->addWidget(m_nodes);
    body()->addSpacing(18);
    body()->addWidget(makeKeys());
    body()->addSpacing(18);
    m_policy = new PolicyPanel(theme);
    m_policy->setMaximumWidth(820);
    body()->addWidget(m_policy);
    body()->addStretch();
    tellChanges();
}

void SettingsPage::tellChanges()
{
    const auto tell = [this] {
        if (m_filling)
            return;
        m_theme.setMode(static_cast<ThemeMode>(m_look->currentData().toInt()));
        m_theme.setTextSize(m_size->currentData().toInt());
        Q_EMIT changed(values());
    };
    for (QComboBox *choice : {m_look, m_size, m_language, m_tone})
        connect(choice, &QComboBox::activated, this, tell);
    connect(m_silent, &QCheckBox::toggled, this, tell);
    for (QTimeEdit *time : {m_from, m_until})
        connect(time, &QTimeEdit::timeChanged, this, tell);
    connect(m_notifications, &QCheckBox::toggled, this, tell);
    connect(m_name, &QLineEdit::editingFinished, this, tell);
}

void SettingsPage::fillChoices()
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
}

QWidget *SettingsPage::makeSilence()
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    setMargins(row, 0, 0, 0, 0, 8);
    m_from->setDisplayFormat(u"HH:mm"_s);
    m_until->setDisplayFormat(u"HH:mm"_s);
    m_silent->setAccessibleName(tr("Hours of silence"));
    m_from->setAccessibleName(tr("Silent from"));
    m_until->setAccessibleName(tr("Silent until"));
    row->addWidget(m_silent);
    row->addWidget(m_from);
    row->addWidget(makeLabel(tr("until"), "muted"));
    row->addWidget(m_until);
    row->addStretch();
    for (QTimeEdit *time : {m_from, m_until}) {
        time->setButtonSymbols(QAbstractSpinBox::NoButtons);
        time->setEnabled(false);
        connect(m_silent, &QCheckBox::toggled, time, &QWidget::setEnabled);
    }
    return box;
}

void SettingsPage::setTones(const QList<std::pair<QString, QString>> &tones)
{
    m_tone->clear();
    for (const auto &[id, name] : tones)
        m_tone->addItem(name, id);
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
    row(tr("%1 to %2").arg(native(QKeySequence(Qt::CTRL | Qt::Key_1)), native(QKeySequence(Qt::CTRL | Qt::Key_6))),
        tr("Rooms, status board, approvals, commands, reports, settings"));
    row(tr("%1 and %2").arg(native(QKeySequence(Qt::ALT | Qt::Key_Up)), native(QKeySequence(Qt::ALT | Qt::Key_Down))),
        tr("The room above and below"));
    row(native(QKeySequence(Qt::Key_F6)), tr("The next pane; with Shift the one before"));
    row(tr("Up and Down"), tr("In a conversation: from message to message; Tab goes to a message's buttons"));
    row(tr("A, R, Q, O and B"), tr("On a message or card: answer it, run it again, quote it in a note, open its raw "
                                   "output, block the address in it"));
    row(native(QKeySequence(Qt::Key_F1)),
        tr("Explains what the message would do; with nothing typed, what you can ask for"));
    row(tr("%1 to %2").arg(native(QKeySequence(Qt::ALT | Qt::Key_1)), native(QKeySequence(Qt::ALT | Qt::Key_3))),
        tr("Take what the bot suggests next"));
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
    const session::Manners &manners = values.manners;
    m_tone->setCurrentIndex(std::max(0, m_tone->findData(manners.tone)));
    m_silent->setChecked(manners.silentFrom >= 0 && manners.silentUntil >= 0);
    if (m_silent->isChecked()) {
        m_from->setTime(QTime::fromMSecsSinceStartOfDay(manners.silentFrom * 60'000));
        m_until->setTime(QTime::fromMSecsSinceStartOfDay(manners.silentUntil * 60'000));
    }
    m_name->setText(values.personName);
    m_workspace->setText(values.workspace);
    m_fingerprint->setText(values.fingerprint);
    m_filling = false;
}

SettingsValues SettingsPage::values() const
{
    const auto minute = [this](const QTimeEdit *time) {
        return m_silent->isChecked() ? time->time().msecsSinceStartOfDay() / 60'000 : -1;
    };
    return {static_cast<ThemeMode>(m_look->currentData().toInt()),
            m_size->currentData().toInt(),
            m_language->currentData().toString(),
            m_notifications->isChecked(),
            {m_tone->currentData().toString(), minute(m_from), minute(m_until)},
            m_name->text().trimmed(),
            m_workspace->text(),
            m_fingerprint->text()};
}

} // namespace wardroom::ui
