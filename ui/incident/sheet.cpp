// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incident/sheet.h"

#include "ui/theme/pieces.h"

#include <QEvent>
#include <QFormLayout>

namespace wardroom::ui {

Sheet::Sheet(const QString &title, const QString &sentence, const QString &go, QWidget *parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    setMinimumWidth(480);
    auto *column = new QVBoxLayout(this);
    setMargins(column, 24, 22, 24, 20, 12);
    column->setSizeConstraint(QLayout::SetNoConstraint);
    QLabel *heading = makeLabel(title, "heading");
    column->addWidget(heading);
    if (!sentence.isEmpty())
        column->addWidget(makeText(sentence, "muted"));
    m_form = new QFormLayout;
    m_form->setContentsMargins(0, 4, 0, 0);
    m_form->setHorizontalSpacing(14);
    m_form->setVerticalSpacing(10);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    column->addLayout(m_form);
    m_problem = makeText({}, "problem");
    m_problem->hide();
    column->addWidget(m_problem);
    column->addStretch(1);
    auto *foot = new QHBoxLayout;
    setMargins(foot, 0, 8, 0, 0, 8);
    foot->addStretch();
    m_cancel = makeButton(tr("Cancel"));
    m_go = makeButton(go, "primary");
    m_go->setDefault(true);
    foot->addWidget(m_cancel);
    foot->addWidget(m_go);
    column->addLayout(foot);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_go, &QPushButton::clicked, this, &Sheet::tryConfirm);
}

void Sheet::addField(const QString &label, QWidget *field)
{
    QLabel *name = makeLabel(label, "muted");
    name->setMinimumWidth(90);
    name->setBuddy(field);
    field->setAccessibleName(label);
    m_form->addRow(name, field);
    if (field->focusPolicy() == Qt::NoFocus)
        return;
    // The keyboard begins in the first field and reaches the buttons last, though they were made first.
    if (m_lastField) {
        setTabOrder(m_lastField, field);
    } else {
        field->setFocus();
        setTabOrder(field, m_cancel);
        setTabOrder(m_cancel, m_go);
    }
    m_lastField = field;
}

void Sheet::setProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    m_go->setEnabled(true);
}

void Sheet::showField(QWidget *field, bool visible)
{
    m_form->setRowVisible(field, visible);
}

//! As tall as what it shows: Qt guesses the height of words that wrap from a narrower sheet. Later it only grows, since
//! somebody may have made it larger.
bool Sheet::event(QEvent *event)
{
    const bool done = QDialog::event(event);
    const bool isFirst = event->type() == QEvent::Show;
    if (isFirst || (event->type() == QEvent::LayoutRequest && isVisible())) {
        layout()->activate();
        const int needed =
            layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width()) : layout()->totalSizeHint().height();
        resize(width(), isFirst ? needed : std::max(height(), needed));
    }
    return done;
}

void Sheet::setDone(const QString &sentence)
{
    m_problem->setText(sentence);
    setLook(m_problem, "strong");
    m_problem->show();
    m_go->hide();
    m_cancel->setText(tr("Close"));
    m_cancel->setDefault(true);
    m_cancel->setFocus();
}

void Sheet::tryConfirm()
{
    if (const QString what = missing(); !what.isEmpty()) {
        setProblem(what);
        return;
    }
    setProblem({});
    m_go->setEnabled(false);
    Q_EMIT confirmed();
}

} // namespace wardroom::ui
