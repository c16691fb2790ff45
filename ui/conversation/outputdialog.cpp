// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversation/outputdialog.h"

#include "ui/theme/pieces.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QPlainTextEdit>

namespace wardroom::ui {
using namespace Qt::StringLiterals;

OutputDialog::OutputDialog(const Theme &theme, const QString &title, const QString &hash, QWidget *parent)
    : QDialog(parent)
    , m_text(new QPlainTextEdit)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Raw output"));
    resize(theme.px(820), theme.px(520));
    auto *column = new QVBoxLayout(this);
    setMargins(column, 20, 16, 20, 16, 10);
    column->addWidget(makeText(title, "heading"));
    column->addWidget(
        makeText(tr("Every line as the command printed it. The record keeps it under SHA-256 %1.").arg(hash), "small"));
    m_text->setReadOnly(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(theme.font(Face::monoSmall));
    m_text->setAccessibleName(tr("Raw output"));
    m_text->setPlaceholderText(tr("Being read…"));
    m_text->setTabChangesFocus(true);
    column->addWidget(m_text, 1);
    auto *row = new QHBoxLayout;
    setMargins(row, 0, 0, 0, 0, 8);
    row->addStretch();
    auto *copy = makeButton(tr("Copy all"));
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(output()); });
    row->addWidget(copy);
    auto *close = makeButton(tr("Close"), "primary");
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    row->addWidget(close);
    column->addLayout(row);
    m_text->setFocus();
}

void OutputDialog::setOutput(const QString &text)
{
    m_text->setPlainText(text.isEmpty() ? tr("It printed nothing.") : text);
}

QString OutputDialog::output() const
{
    return m_text->toPlainText();
}

} // namespace wardroom::ui
