// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/exportdialog.h"

#include "ui/theme/pieces.h"

#include <QComboBox>
#include <QDate>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QRegularExpression>

namespace wardroom::ui {

using namespace Qt::StringLiterals;

ExportDialog::ExportDialog(const QList<session::RoomLine> &rooms, const session::RoomId &current, const QString &folder,
                           QWidget *parent)
    : QDialog(parent)
    , m_folder(folder)
    , m_room(new QComboBox)
    , m_path(new QLineEdit)
    , m_language(new QComboBox)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Export the record"));
    setMinimumWidth(560);
    auto *column = new QVBoxLayout(this);
    setMargins(column, 24, 22, 24, 20, 12);
    column->addWidget(makeLabel(tr("Export the record"), "heading"));
    column->addWidget(
        makeText(tr("A folder with the timeline, a report, every fact and every attachment, signed. Anybody can check "
                    "that it is complete and unaltered, without Wardroom and without a network."),
                 "muted"));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(14);
    form->setVerticalSpacing(10);
    for (const session::RoomLine &room : rooms)
        m_room->addItem(room.name, room.id.text());
    m_room->setCurrentIndex(std::max(0, m_room->findData(current.text())));
    m_language->addItem(tr("English"), u"en"_s);
    m_language->addItem(u"简体中文"_s, u"zh"_s);
    const auto field = [&](const QString &name, QWidget *widget, QWidget *beside = nullptr) {
        widget->setAccessibleName(name);
        auto *row = new QHBoxLayout;
        setMargins(row, 0, 0, 0, 0, 8);
        row->addWidget(widget, 1);
        if (beside)
            row->addWidget(beside);
        form->addRow(makeLabel(name, "muted"), row);
    };
    auto *choose = makeButton(tr("Choose…"));
    choose->setAccessibleName(tr("Choose the folder"));
    connect(choose, &QPushButton::clicked, this, &ExportDialog::chooseFolder);
    field(tr("Room"), m_room);
    field(tr("Where"), m_path, choose);
    field(tr("Report in"), m_language);
    column->addLayout(form);
    m_progress = new QProgressBar;
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->hide();
    column->addWidget(m_progress);
    m_result = makeText({}, "strong");
    m_trust = makeText({}, "small");
    m_result->hide();
    m_trust->hide();
    column->addWidget(m_result);
    column->addWidget(m_trust);
    column->addStretch(1);
    column->addLayout(makeFoot());
    connect(m_room, &QComboBox::currentIndexChanged, this, &ExportDialog::suggestPath);
    suggestPath();
}

QLayout *ExportDialog::makeFoot()
{
    auto *foot = new QHBoxLayout;
    setMargins(foot, 0, 8, 0, 0, 8);
    m_show = makeButton(tr("Show folder"));
    m_show->hide();
    auto *close = makeButton(tr("Close"));
    m_go = makeButton(tr("Export"), "primary");
    foot->addWidget(m_show);
    foot->addStretch();
    foot->addWidget(close);
    foot->addWidget(m_go);
    connect(m_show, &QPushButton::clicked, this, [this] { Q_EMIT showFolderWanted(m_written); });
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_go, &QPushButton::clicked, this, [this] {
        if (path().isEmpty()) {
            setProblem(tr("Say where to write it."));
            return;
        }
        setBusy(true);
        Q_EMIT exportWanted();
    });
    return foot;
}

void ExportDialog::suggestPath()
{
    QString name = m_room->currentText().toLower();
    name.replace(QRegularExpression(u"[^\\p{L}\\p{N}]+"_s), u"-"_s);
    m_path->setText(
        QDir(m_folder).filePath(u"wardroom-%1-%2"_s.arg(name.left(60), QDate::currentDate().toString(Qt::ISODate))));
}

void ExportDialog::chooseFolder()
{
    auto *chooser = new QFileDialog(this, tr("Choose the folder"), m_folder);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::Directory);
    chooser->setOption(QFileDialog::ShowDirsOnly);
    connect(chooser, &QFileDialog::fileSelected, this, [this](const QString &folder) {
        m_folder = folder;
        suggestPath();
    });
    chooser->open();
}

session::RoomId ExportDialog::room() const
{
    return session::RoomId(m_room->currentData().toString());
}

QString ExportDialog::path() const
{
    return m_path->text().trimmed();
}

QString ExportDialog::language() const
{
    return m_language->currentData().toString();
}

void ExportDialog::setLanguage(const QString &language)
{
    m_language->setCurrentIndex(std::max(0, m_language->findData(language)));
}

void ExportDialog::setBusy(bool busy)
{
    m_progress->setVisible(busy);
    m_go->setEnabled(!busy);
    if (busy) {
        m_result->hide();
        m_trust->hide();
    }
}

void ExportDialog::setDone(const QString &path, const QString &verdict, bool intact, const QString &trust)
{
    setBusy(false);
    m_written = path;
    m_result->setText((intact ? u"✓ "_s : u"✗ "_s) + verdict);
    setLook(m_result, intact ? "good" : "problem");
    m_trust->setText(tr("Check it anywhere: wardroomctl verify \"%1\" --trust %2").arg(path, trust));
    m_result->show();
    m_trust->setVisible(!trust.isEmpty());
    m_show->show();
}

void ExportDialog::setProblem(const QString &sentence)
{
    setBusy(false);
    m_result->setText(sentence);
    setLook(m_result, "problem");
    m_result->show();
}

} // namespace wardroom::ui
